package skein.tensor;

/** The fast products are those of the contract. */
class PlainMatmulTest extends MatmulContract {
    @Override Kernels kernels() {
        return new PlainKernels();
    }
}
