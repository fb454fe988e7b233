package skein.tensor;

/** The fast kernels keep the contract. */
class PlainKernelsTest extends KernelsContract {
    @Override Kernels kernels() {
        return new PlainKernels();
    }
}
