package skein.tensor;

/** The definition keeps the contract. */
class ReferenceKernelsTest extends KernelsContract {
    @Override Kernels kernels() {
        return new ReferenceKernels();
    }
}
