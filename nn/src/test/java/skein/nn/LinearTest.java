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

class LinearTest {
    @Test void x_w_plus_b_worked_by_hand() {
        Layout layout = new Layout();
        Linear linear = new Linear(layout, "layer", 2, 3, Initializer.zeros());
        Parameters theta = layout.zeros();
        set(theta, 0, 1, 2, 3, 4, 5, 6);                           // W [2, 3]
        set(theta, 6, 10, 20, 30);                                 // b [3]
        Tape tape = new Tape(Kernels.create());
        Tensor y = linear.forward(tape.constant(new float[] {1, 10}, 1, 2), theta);
        // 1·1 + 10·4 + 10,  1·2 + 10·5 + 20,  1·3 + 10·6 + 30
        assertArrayEquals(new float[] {51, 72, 93}, y.toArray());
    }

    private static void set(Parameters theta, int offset, float... values) {
        System.arraycopy(values, 0, theta.values(), offset, values.length);
    }

    @Test void it_enters_weight_and_bias_and_the_bias_begins_at_0() {
        Layout layout = new Layout();
        Linear linear = new Linear(layout, "body.0", 4, 128, Initializer.uniformFanIn());
        assertEquals("body.0.weight [4, 128]\nbody.0.bias [128]\n640 parameters",
                layout.toString());
        assertEquals("body.0: Linear 4 → 128, 640 parameters", linear.toString());
        Parameters theta = layout.initialize(new SplittableRandom(1));
        assertArrayEquals(new float[128], theta.get(1).toArray());
    }

    @Test void an_input_of_another_width_is_refused_with_both_shapes() {
        Layout layout = new Layout();
        Linear linear = new Linear(layout, "policy", 4, 2, Initializer.zeros());
        Parameters theta = layout.zeros();
        Tape tape = new Tape(Kernels.create());
        Tensor wide = tape.constant(new float[15], 3, 5);
        assertEquals("policy: Linear 4 → 2, 10 parameters expects x of shape [B, I=4], "
                + "but got [3, 5].", assertThrows(IllegalArgumentException.class,
                () -> linear.forward(wide, theta)).getMessage());
        Tensor vector = tape.constant(new float[4], 4);
        assertThrows(IllegalArgumentException.class, () -> linear.forward(vector, theta));
    }

    @Test void a_layer_without_inputs_or_outputs_is_refused_and_enters_nothing() {
        Layout layout = new Layout();
        assertEquals("Linear \"v\" needs at least one input and one output, but got I=0, O=1.",
                assertThrows(IllegalArgumentException.class,
                () -> new Linear(layout, "v", 0, 1, Initializer.zeros())).getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> new Linear(layout, "v", 1, 0, Initializer.zeros()));
        assertEquals(0, layout.entries().size());
    }

    @TestFactory List<DynamicTest> layers_and_two_layer_networks_as_pytorch_computed_them() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("layers-linear")) {
                tests.add(dynamicTest(recorded + " on " + kernels, () -> check(recorded, kernels)));
            }
        }
        assertEquals(9 * AllKernels.list().size(), tests.size());
        return tests;
    }

    private static void check(ReferenceCase recorded, Kernels kernels) {
        boolean one = recorded.has("W");
        String[] weights = one ? new String[] {"W"} : new String[] {"W1", "W2"};
        String[] biases = one ? new String[] {"b"} : new String[] {"b1", "b2"};
        Layout layout = new Layout();
        Linear[] layers = new Linear[weights.length];
        for (int l = 0; l < layers.length; l++) {
            int[] dims = recorded.get(weights[l]).dims();          // there [O, I]
            layers[l] = new Linear(layout, weights[l], dims[1], dims[0], Initializer.zeros());
        }
        Parameters dTheta = layout.zeros();
        Parameters theta = layout.zeros().withGradient(dTheta);
        for (int l = 0; l < layers.length; l++) {
            int[] dims = recorded.get(weights[l]).dims();
            set(theta, layout.entries().get(2 * l).offset(),
                    transposed(dims[0], dims[1], recorded.get(weights[l]).floats()));
            set(theta, layout.entries().get(2 * l + 1).offset(), recorded.get(biases[l]).floats());
        }

        Tape tape = new Tape(kernels);
        Tensor x = tape.variable(recorded.get("x").floats(), Shape.of(recorded.get("x").dims()));
        Tensor y = layers[0].forward(x, theta);
        if (!one) y = layers[1].forward(activation(recorded.meta("act"), y), theta);
        recorded.check("y", y.toArray());
        tape.backward(y.mul(tape.constant(recorded.get("d.y").floats(), y.shape())).sum());

        recorded.check("grad.x", x.gradientToArray());
        for (int l = 0; l < layers.length; l++) {
            int[] dims = recorded.get(weights[l]).dims();
            recorded.check("grad." + weights[l],
                    transposed(dims[1], dims[0], theta.get(2 * l).gradientToArray()));
            recorded.check("grad." + biases[l], theta.get(2 * l + 1).gradientToArray());
        }
    }

    private static Tensor activation(String name, Tensor x) {
        return switch (name) {
            case "tanh" -> Activation.TANH.forward(x, null);
            case "relu" -> Activation.RELU.forward(x, null);
            case "sigmoid" -> Activation.SIGMOID.forward(x, null);
            case "softplus" -> Activation.SOFTPLUS.forward(x, null);
            default -> throw new AssertionError("no activation " + name);
        };
    }

    /** [rows, columns] to [columns, rows]. */
    static float[] transposed(int rows, int columns, float[] a) {
        float[] result = new float[a.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) result[c * rows + r] = a[r * columns + c];
        }
        return result;
    }
}
