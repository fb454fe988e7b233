/**
 * The kernels on {@code jdk.incubator.vector}, the JDK's own way to SIMD instructions.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.tensor.ReferenceKernels} in {@code tensor}: what is to be computed;
 * <li>{@code Blocks} (with {@code EdgeBlocks}), {@code Updates} and {@code Dots}:
 *     the three families of loops that do nearly all of the work;
 * <li>{@code Product}: how a matrix is cut into blocks; {@code Alive}: which rows of it can be left
 *     out, because they meet zeros only;
 * <li>{@code VectorConvolution}, {@code Patches}, {@code PatchBlocks}: how a convolution is a
 *     product whose rows overlap; then {@code Runs}, {@code RunForward} and {@code RunBackward},
 *     which make use of that;
 * <li>{@code RmsPropBlocks} and {@code Squares}: what goes once over all parameters;
 * <li>{@link skein.tensor.vector.VectorKernels}: how each kernel becomes such a product;
 * <li>{@link skein.tensor.vector.VectorKernelsProvider}: how they are found.
 * </ol>
 */
package skein.tensor.vector;
