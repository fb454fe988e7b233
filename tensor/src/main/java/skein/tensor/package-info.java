/**
 * Tensors of floats and reverse-mode automatic differentiation.
 *
 * <p>Written as one would on the board, and differentiated by playing the tape backwards:
 *
 * <pre>{@code
 * Tape tape = new Tape(Kernels.create());
 * Tensor x = tape.variable(new float[] {1, 2, 3}, Shape.of(3));
 * Tensor loss = x.square().sum();
 * tape.backward(loss);                     // x.gradientToArray() is {2, 4, 6}
 * }</pre>
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.tensor.Shape} and {@link skein.tensor.Tensor}: what there is, and what can be
 *     done with it;
 * <li>{@link skein.tensor.Tape}: what was done, in order, and the way back;
 * <li>{@link skein.tensor.Operation} and its families, forward and backward side by side:
 *     {@code Pointwise}, {@code Arithmetic} and {@code Broadcast}, {@code Affine} and
 *     {@code AffineOfRelu}, {@code Convolution}, {@code Lstm}, {@code Reduction},
 *     {@code Softmax}, and those that only move elements: {@code Copy}, {@code Selection},
 *     {@code Joining}; {@link skein.tensor.FloatMath} has their e^x and tanh;
 * <li>{@link skein.tensor.GradientCheck}: whether the way back is right, of all of these and of
 *     your own;
 * <li>{@link skein.tensor.Losses} and {@link skein.tensor.Distributions}: what is composed of them;
 * <li>{@link skein.tensor.Kernels}: {@link skein.tensor.ReferenceKernels} is the definition,
 *     {@link skein.tensor.PlainKernels} the same in a form that the JIT makes fast, and a
 *     {@link skein.tensor.KernelsProvider} brings those of another module. For a
 *     {@link skein.tensor.ConvolutionShape} they make a {@link skein.tensor.ConvolutionKernel}.
 * </ol>
 */
package skein.tensor;
