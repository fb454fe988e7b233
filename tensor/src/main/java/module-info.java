/** Float tensors, a tape that differentiates what was done with them, and the kernels beneath. */
module skein.tensor {
    exports skein.tensor;

    uses skein.tensor.KernelsProvider;
}
