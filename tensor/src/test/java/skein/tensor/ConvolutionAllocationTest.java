package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A convolution's pass allocates nothing. With vector kernels, tests of such a name have a JVM of
 * their own: whether vectors stay in registers depends on what the JIT compiler saw before.
 */
class ConvolutionAllocationTest {
    private final Shape[] batch = new Shape[6];
    private final float[] pixels = new float[5 * 4 * 10 * 10];
    private final float[] theta = new float[16 * 4 * 3 * 3];
    private final Tensor w = Tensor.parameter(Shape.of(16, 4, 3, 3), theta, theta.clone(), 0);
    private final Tensor b = Tensor.parameter(Shape.of(16), new float[16], new float[16], 0);

    ConvolutionAllocationTest() {
        for (int n = 1; n < 6; n++) batch[n] = Shape.of(n, 4, 10, 10);
    }

    @TestFactory List<DynamicTest> a_pass_allocates_0_bytes_whatever_the_batch_after_warm_up() {
        return AllKernels.list().stream()
                .filter(kernels -> !(kernels instanceof ReferenceKernels))   // a lambda for each call
                .map(kernels -> dynamicTest("on " + kernels, () -> {
                    Tape tape = new Tape(kernels);
                    assertEquals(0, AllocatedBytes.by(() -> passes(tape)));
                })).toList();
    }

    private void passes(Tape tape) {
        for (int i = 0; i < 50; i++) {
            tape.clear();
            Tensor x = tape.variable(pixels, batch[1 + i % 5]);
            tape.backward(x.conv2d(w, b, 1, 0).relu().sum());
        }
    }
}
