package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** Layers one after another, and those that need no test of their own. */
class SequentialTest {
    private static final Initializer ZEROS = Initializer.zeros();

    private final Layout layout = new Layout();
    private final Tape tape = new Tape(Kernels.create());

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable what) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    @Test void it_prints_each_layer_with_the_shape_of_its_output() {
        Sequential network = new Sequential(Shape.of(4, 84, 84),
                new Conv2d(layout, "conv1", Shape.of(16, 4, 8, 8), 4, 0, ZEROS), Activation.RELU,
                new Conv2d(layout, "conv2", Shape.of(32, 16, 4, 4), 2, 0, ZEROS), Activation.RELU,
                new Flatten(), new Linear(layout, "fc", 2592, 256, ZEROS), Activation.RELU);
        assertEquals("""
                input [4, 84, 84]
                conv1: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters → [16, 20, 20]
                ReLU → [16, 20, 20]
                conv2: Conv2d 16 → 32, 4×4, stride 2, 8,224 parameters → [32, 9, 9]
                ReLU → [32, 9, 9]
                Flatten → [2592]
                fc: Linear 2592 → 256, 663,808 parameters → [256]
                ReLU → [256]""", network.toString());
        assertEquals(Shape.of(256), network.output());
        assertEquals(Shape.of(4, 84, 84), network.input());
    }

    @Test void what_it_computes_is_the_shape_it_promised_and_each_layer_after_the_other() {
        Sequential network = new Sequential(Shape.of(1, 2, 3),
                new Conv2d(layout, "conv", Shape.of(2, 1, 2, 2), 1, 0, ZEROS), Activation.RELU,
                new Flatten(), new Linear(layout, "fc", 4, 1, ZEROS));
        Parameters theta = layout.zeros();
        float[] values = {1, 0, 0, 1, -1, 0, 0, 0,   0, 5,   1, 10, 100, 1000,   7};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
        Tensor x = tape.constant(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(1, 1, 2, 3));
        // filter 1: 1 + 5 = 6, 2 + 6 = 8;  filter 2: 5 − 1 = 4, 5 − 2 = 3
        assertArrayEquals(new float[] {6 + 80 + 400 + 3000 + 7},
                network.forward(x, theta).toArray());
        assertEquals(Shape.of(1), network.output());
    }

    @Test void a_relu_a_flatten_and_a_linear_layer_are_one_operation_that_computes_the_same() {
        Linear fc = new Linear(layout, "fc", 6, 2, Initializer.orthogonal(1));
        Parameters theta = layout.initialize(new SplittableRandom(3));
        float[] values = {1, -2, 3, -4, 5, -6, 7, 8, -9, 10, -11, 12};
        Sequential network = new Sequential(Shape.of(2, 3), Activation.RELU, new Flatten(), fc);
        Parameters[] gradients = {layout.zeros(), layout.zeros()};
        float[][] dx = new float[2][];
        for (int way = 0; way < 2; way++) {
            Parameters learning = theta.withGradient(gradients[way]);
            tape.clear();
            Tensor x = tape.variable(values, Shape.of(2, 2, 3));
            Tensor y = way == 0 ? network.forward(x, learning)
                    : fc.forward(x.relu().flattenRows(), learning);
            assertEquals(way == 0 ? 2 : 4, tape.length());
            tape.backward(y.square().sum());
            dx[way] = x.gradientToArray();
        }
        assertArrayEquals(dx[1], dx[0]);
        assertArrayEquals(gradients[1].values(), gradients[0].values());
    }

    @Test void only_that_is_one_operation_and_other_layers_compute_what_is_theirs() {
        Linear fc = new Linear(layout, "fc", 1, 1, ZEROS);
        Parameters theta = layout.zeros();
        theta.values()[0] = 2;                                     // y = 2 x
        Tensor x = tape.constant(new float[] {-3}, Shape.of(1, 1));
        Flatten flatten = new Flatten();
        Layer[][] stacks = {{fc, flatten, fc}, {Activation.RELU, flatten, Activation.TANH},
            {Activation.RELU, Activation.RELU, fc}, {fc, Activation.RELU, flatten}};
        float[] expected = {2 * 2 * -3, 0, 0, 0};
        for (int k = 0; k < stacks.length; k++) {
            assertEquals(expected[k], new Sequential(Shape.of(1), stacks[k]).forward(x, theta)
                    .item());
        }
    }

    @Test void a_layer_that_does_not_fit_is_refused_when_they_are_put_together() {
        Linear fc = new Linear(layout, "fc", 2592, 256, ZEROS);
        Conv2d conv = new Conv2d(layout, "conv", Shape.of(16, 4, 8, 8), 4, 0, ZEROS);
        refused("fc: Linear 2592 → 256, 663,808 parameters expects vectors [I=2592], but got "
                + "[2591].", () -> new Sequential(Shape.of(2591), fc));
        refused("fc: Linear 2592 → 256, 663,808 parameters expects vectors [I=2592], but got "
                + "[32, 9, 9]. Put Flatten before it.",
                () -> new Sequential(Shape.of(32, 9, 9), Activation.RELU, fc));
        refused("conv: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters expects images [C=4, H, W], "
                + "at least as large as a filter, but got [3, 84, 84].",
                () -> new Sequential(Shape.of(3, 84, 84), conv));
        refused("conv: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters expects images [C=4, H, W], "
                + "at least as large as a filter, but got [4, 84, 7].",
                () -> new Sequential(Shape.of(4, 84, 7), conv));
        refused("conv: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters expects images [C=4, H, W], "
                + "at least as large as a filter, but got [256].",
                () -> new Sequential(Shape.of(2592), fc, conv));
        refused("fc: Linear 2592 → 256, 663,808 parameters expects vectors [I=2592], but got "
                + "[2592, 1]. Put Flatten before it.",
                () -> new Sequential(Shape.of(2592, 1), fc));
    }

    @Test void a_filter_is_at_most_as_large_as_an_image_with_its_padding() {
        // filters of 4 × 2 and 2 × 4, padding 1: a side of 2 has one place for 4, of 5 six for 2
        Conv2d tall = new Conv2d(layout, "tall", Shape.of(2, 3, 4, 2), 1, 1, ZEROS);
        Conv2d wide = new Conv2d(layout, "wide", Shape.of(2, 3, 2, 4), 1, 1, ZEROS);
        assertEquals(Shape.of(2, 1, 6), tall.output(Shape.of(3, 2, 5)));
        assertEquals(Shape.of(2, 6, 1), wide.output(Shape.of(3, 5, 2)));
        assertEquals(Shape.of(1, 2, 1, 6),
                tall.forward(tape.constant(new float[30], Shape.of(1, 3, 2, 5)), layout.zeros())
                        .shape());
        assertThrows(IllegalArgumentException.class, () -> tall.output(Shape.of(3, 1, 5)));
        assertThrows(IllegalArgumentException.class, () -> wide.output(Shape.of(3, 5, 1)));
    }

    @Test void an_image_that_does_not_fit_is_refused_with_both_shapes() {
        Conv2d conv = new Conv2d(layout, "conv", Shape.of(2, 3, 4, 4), 1, 1, ZEROS);
        Parameters theta = layout.zeros();
        Tensor gray = tape.constant(new float[25], Shape.of(1, 1, 5, 5));
        refused("conv: Conv2d 3 → 2, 4×4, padding 1, 98 parameters expects x of shape [B, C=3, H, "
                + "W], at least as large as a filter, but got [1, 1, 5, 5].",
                () -> conv.forward(gray, theta));
        Tensor single = tape.constant(new float[75], Shape.of(3, 5, 5));
        refused("conv: Conv2d 3 → 2, 4×4, padding 1, 98 parameters expects x of shape [B, C=3, H, "
                + "W], at least as large as a filter, but got [3, 5, 5].",
                () -> conv.forward(single, theta));
        refused("Conv2d \"c\" needs filters [O, C, U, V] of at least 1 each, a stride of at least "
                + "1 and a padding of at least 0, but got [2, 3, 4, 4], stride 0 and padding 0.",
                () -> new Conv2d(layout, "c", Shape.of(2, 3, 4, 4), 0, 0, ZEROS));
        refused("Conv2d \"c\" needs filters [O, C, U, V] of at least 1 each, a stride of at least "
                + "1 and a padding of at least 0, but got [2, 3, 4], stride 0 and padding -1.",
                () -> new Conv2d(layout, "c", Shape.of(2, 3, 4), 0, -1, ZEROS));
    }

    @Test void filters_begin_orthogonal_or_within_1_over_root_of_all_that_they_see() {
        new Conv2d(layout, "orthogonal", Shape.of(4, 2, 3, 3), 1, 0, Initializer.orthogonal(2));
        new Conv2d(layout, "uniform", Shape.of(50, 4, 5, 5), 1, 0, Initializer.uniformFanIn());
        Parameters theta = layout.initialize(new SplittableRandom(1));
        float[] w = theta.get(0).toArray();                        // [4, 18]
        for (int p = 0; p < 4; p++) {
            for (int q = 0; q < 4; q++) {
                double dot = 0;
                for (int k = 0; k < 18; k++) dot += w[p * 18 + k] * w[q * 18 + k];
                assertEquals(p == q ? 4 : 0, dot, 1e-5);
            }
        }
        float largest = 0;
        for (float value : theta.get(2).toArray()) largest = Math.max(largest, Math.abs(value));
        assertEquals(0.1f, largest, 1e-4f);                        // 1/√(4 · 25), never above
        assertEquals(true, largest <= 0.1f);
    }

    @Test void activations_are_what_their_names_say() {
        Tensor x = tape.constant(new float[] {-1, 0, 2}, 3);
        assertArrayEquals(new float[] {0, 0, 2}, Activation.RELU.forward(x, null).toArray());
        assertArrayEquals(new float[] {(float) Math.tanh(-1), 0, (float) Math.tanh(2)},
                Activation.TANH.forward(x, null).toArray(), 1e-6f);
        assertEquals(0.5f, Activation.SIGMOID.forward(x, null).get(1), 1e-7f);
        assertEquals((float) Math.log(2), Activation.SOFTPLUS.forward(x, null).get(1), 1e-6f);
        assertEquals("ReLU", Activation.RELU.toString());
    }
}
