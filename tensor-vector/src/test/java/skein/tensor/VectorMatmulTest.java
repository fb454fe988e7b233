package skein.tensor;

import skein.tensor.vector.VectorKernels;

/** The products of this module's kernels are those of the contract. */
class VectorMatmulTest extends MatmulContract {
    @Override Kernels kernels() {
        return new VectorKernels();
    }
}
