package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class LayerNormTest {
    @Test void one_and_seven_have_mean_4_and_deviation_3_worked_by_hand() {
        Layout layout = new Layout();
        LayerNorm norm = new LayerNorm(layout, "norm", 2, 1e-8);
        Parameters theta = layout.initialize(new SplittableRandom(1));
        theta.values()[3] = 10;                                    // the second bias
        Tape tape = new Tape(Kernels.create());
        Tensor y = norm.forward(tape.constant(new float[] {1, 7}, 1, 2), theta);
        assertArrayEquals(new float[] {-1, 1 + 10}, y.toArray(), 1e-6f);
        assertEquals("norm: LayerNorm 2, 4 parameters", norm.toString());
        assertEquals(Shape.of(2), norm.output(Shape.of(2)));
    }

    @Test void equal_features_become_0_and_what_does_not_fit_is_refused() {
        Layout layout = new Layout();
        LayerNorm norm = new LayerNorm(layout, "norm", 3, 1e-5);
        Parameters theta = layout.initialize(new SplittableRandom(1));
        Tape tape = new Tape(Kernels.create());
        Tensor y = norm.forward(tape.constant(new float[] {5, 5, 5}, 1, 3), theta);
        assertArrayEquals(new float[3], y.toArray());
        Tensor narrow = tape.constant(new float[2], 1, 2);
        assertEquals("norm: LayerNorm 3, 6 parameters expects x of shape [B, I=3], but got [1, 2].",
                assertThrows(IllegalArgumentException.class,
                () -> norm.forward(narrow, theta)).getMessage());
        assertEquals("LayerNorm \"n\" needs at least one input, but got I=0.", assertThrows(
                IllegalArgumentException.class, () -> new LayerNorm(layout, "n", 0, 1e-5))
                .getMessage());
        assertEquals("epsilon must be a number > 0, but got 0.0.", assertThrows(
                IllegalArgumentException.class, () -> new LayerNorm(layout, "n", 3, 0))
                .getMessage());
    }

    @TestFactory List<DynamicTest> as_pytorch_computed_it() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("layers-layernorm")) {
                tests.add(dynamicTest(recorded + " on " + kernels, () -> check(recorded, kernels)));
            }
        }
        assertEquals(3 * AllKernels.list().size(), tests.size());
        return tests;
    }

    private static void check(ReferenceCase recorded, Kernels kernels) {
        int inputs = recorded.get("gain").dims()[0];
        Layout layout = new Layout();
        LayerNorm norm = new LayerNorm(layout, "norm", inputs, recorded.number("eps"));
        Parameters theta = layout.zeros().withGradient(layout.zeros());
        System.arraycopy(recorded.get("gain").floats(), 0, theta.values(), 0, inputs);
        System.arraycopy(recorded.get("bias").floats(), 0, theta.values(), inputs, inputs);
        Tape tape = new Tape(kernels);
        Tensor x = tape.variable(recorded.get("x").floats(), Shape.of(recorded.get("x").dims()));
        Tensor y = norm.forward(x, theta);
        recorded.check("y", y.toArray());
        tape.backward(y.mul(tape.constant(recorded.get("d.y").floats(), y.shape())).sum());
        recorded.check("grad.x", x.gradientToArray());
        recorded.check("grad.gain", theta.get(0).gradientToArray());
        recorded.check("grad.bias", theta.get(1).gradientToArray());
    }
}
