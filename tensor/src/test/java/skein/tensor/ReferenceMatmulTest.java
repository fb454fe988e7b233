package skein.tensor;

/** The definition's products are those of the contract. */
class ReferenceMatmulTest extends MatmulContract {
    @Override Kernels kernels() {
        return new ReferenceKernels();
    }
}
