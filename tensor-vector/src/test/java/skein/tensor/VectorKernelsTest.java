package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import skein.tensor.vector.VectorKernels;

/** The kernels of this module keep the contract, and are found. */
class VectorKernelsTest extends KernelsContract {
    @Override Kernels kernels() {
        return new VectorKernels();
    }

    @Test void they_are_what_is_used_where_they_can_run() {
        assertInstanceOf(VectorKernels.class, Kernels.create());
        assertEquals("vector", Kernels.create().toString());
        assertEquals(3, AllKernels.list().size());
    }
}
