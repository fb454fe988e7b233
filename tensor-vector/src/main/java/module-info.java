/**
 * The kernels on the Vector API. {@code static}: a JVM that was started without
 * {@code --add-modules jdk.incubator.vector} starts nevertheless, and computes with plain kernels.
 */
module skein.tensor.vector {
    requires transitive skein.tensor;
    requires static jdk.incubator.vector;

    exports skein.tensor.vector;

    provides skein.tensor.KernelsProvider with skein.tensor.vector.VectorKernelsProvider;
}
