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

class LstmCellTest {
    @Test void one_step_of_one_cell_worked_by_hand() {
        Layout layout = new Layout();
        LstmCell cell = new LstmCell(layout, "lstm", 1, 1, Initializer.zeros());
        Parameters theta = layout.zeros();
        theta.values()[4 + 4 + 1] = 100;                   // b of f: σ = 1, all else σ(0) = 1/2
        Tape tape = new Tape(Kernels.create());
        Tensor state = tape.constant(new float[] {0.25f, 0.75f}, 1, 2);
        Tensor after = cell.forward(tape.constant(new float[] {3}, 1, 1), state, theta);
        // c' = 1 · 0.75 + 1/2 · tanh(0) = 0.75,   h' = 1/2 · tanh(0.75)
        assertArrayEquals(new float[] {(float) Math.tanh(0.75) / 2, 0.75f}, after.toArray(), 1e-7f);
        assertArrayEquals(new float[] {(float) Math.tanh(0.75) / 2},
                cell.hidden(after).toArray(), 1e-7f);
    }

    @Test void it_enters_its_weights_and_begins_by_remembering() {
        Layout layout = new Layout();
        LstmCell cell = new LstmCell(layout, "lstm", 256, 256, Initializer.zeros());
        assertEquals("lstm.wx [256, 1024]\nlstm.wh [256, 1024]\nlstm.bias [1024]\n"
                + "525,312 parameters", layout.toString());
        assertEquals("lstm: LstmCell 256 → 256, 525,312 parameters", cell.toString());
        float[] bias = layout.initialize(new SplittableRandom(1)).get(2).toArray();
        for (int k = 0; k < 1024; k++) assertEquals(k / 256 == 1 ? 1 : 0, bias[k]);
    }

    @Test void two_steps_at_once_are_one_step_and_then_another_for_each_of_two_sequences() {
        Layout layout = new Layout();
        LstmCell cell = new LstmCell(layout, "lstm", 3, 2, Initializer.orthogonal(1));
        Parameters theta = layout.initialize(new SplittableRandom(5));
        Tape tape = new Tape(Kernels.create());
        Tensor state = tape.constant(new float[] {.1f, .2f, .3f, .4f, -.1f, -.2f, -.3f, -.4f}, 2,
                4);
        Tensor x = tape.constant(new float[] {1, 2, 3, -1, -2, -3, 4, 5, 6, -4, -5, -6}, 4, 3);
        Tensor both = cell.forward(x, state, theta);
        Tensor first = cell.forward(x.slice(0, 0, 2), state, theta);
        Tensor second = cell.forward(x.slice(0, 2, 4), first, theta);
        assertArrayEquals(both.toArray(), Tensor.concat(0, first, second).toArray());
    }

    @Test void the_gradient_is_cut_where_the_caller_cuts() {
        Layout layout = new Layout();
        LstmCell cell = new LstmCell(layout, "lstm", 1, 1, Initializer.orthogonal(1));
        Parameters theta = layout.initialize(new SplittableRandom(5));
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.variable(new float[] {2}, Shape.of(1, 1));
        Tensor first = cell.forward(x, tape.constant(new float[2], 1, 2), theta);
        Tensor one = tape.constant(new float[] {1}, 1, 1);
        tape.backward(cell.forward(one, first.detach(), theta).sum());
        assertEquals(0, x.gradientToArray()[0]);
        tape.backward(cell.forward(one, first, theta).sum());
        assertEquals(true, x.gradientToArray()[0] != 0);
    }

    @Test void what_does_not_fit_is_refused_with_both_shapes() {
        Layout layout = new Layout();
        LstmCell cell = new LstmCell(layout, "lstm", 3, 2, Initializer.zeros());
        Parameters theta = layout.zeros();
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.constant(new float[12], 4, 3);
        var e = assertThrows(IllegalArgumentException.class,
                () -> cell.forward(x, tape.constant(new float[3], 1, 3), theta));
        assertEquals("lstm: LstmCell 3 → 2, 48 parameters expects x of shape [T B, I=3] and a "
                + "state of shape [B, 2 H=4], but got [4, 3] and [1, 3].", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> cell.forward(x, tape.constant(new float[12], 3, 4), theta));
        assertEquals("lstm needs x [T B, I], state [B, 2 H], wx [I, 4 H], wh [H, 4 H] and b [4 H], "
                + "but got [4, 3], [3, 4], [3, 8], [2, 8] and [8].", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> cell.hidden(tape.constant(new float[12], 2, 6)));
        assertEquals("lstm: LstmCell 3 → 2, 48 parameters expects states of shape [R, 2 H=4], but "
                + "got [2, 6].", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> new LstmCell(layout, "memory", 3, 0, Initializer.zeros()));
        assertEquals("LstmCell \"memory\" needs at least one input and one unit, but got I=3, H=0.",
                e.getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> new LstmCell(layout, "memory", 0, 2, Initializer.zeros()));
    }

    @TestFactory List<DynamicTest> unrolled_over_1_5_and_20_steps_as_pytorch_computed_it() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("layers-lstm")) {
                tests.add(dynamicTest(recorded + " on " + kernels,
                        () -> new Unrolled(recorded, kernels).check()));
            }
        }
        assertEquals(6 * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** A recorded case, its weights transposed: there [4 H, I], here [I, 4 H]. */
    private static final class Unrolled {
        private final ReferenceCase recorded;
        private final int T;
        private final int B;
        private final int H;
        private final LstmCell cell;
        private final Parameters theta;
        private final Tape tape;

        Unrolled(ReferenceCase recorded, Kernels kernels) {
            this.recorded = recorded;
            T = recorded.get("x").dims()[0];
            B = recorded.get("x").dims()[1];
            int I = recorded.get("x").dims()[2];
            H = recorded.get("h0").dims()[1];
            Layout layout = new Layout();
            cell = new LstmCell(layout, "lstm", I, H, Initializer.zeros());
            theta = layout.zeros().withGradient(layout.zeros());
            set(0, LinearTest.transposed(4 * H, I, recorded.get("Wx").floats()));
            set(1, LinearTest.transposed(4 * H, H, recorded.get("Wh").floats()));
            set(2, recorded.get("b").floats());
            tape = new Tape(kernels);
        }

        private void set(int number, float[] values) {
            int offset = theta.layout().entries().get(number).offset();
            System.arraycopy(values, 0, theta.values(), offset, values.length);
        }

        private Tensor variable(String name, int rows) {
            float[] values = recorded.get(name).floats();
            return tape.variable(values, Shape.of(rows, values.length / rows));
        }

        void check() {
            Tensor x = variable("x", T * B);
            Tensor h0 = variable("h0", B);
            Tensor c0 = variable("c0", B);
            Tensor states = states(x, Tensor.concat(1, h0, c0));           // [T B, 2 H]
            Tensor h = cell.hidden(states);
            Tensor c = states.slice(0, (T - 1) * B, T * B).slice(1, H, 2 * H);
            recorded.check("h", h.toArray());
            recorded.check("c", c.toArray());
            tape.backward(weighted(h, "d.h").add(weighted(c, "d.c")));

            recorded.check("grad.x", x.gradientToArray());
            recorded.check("grad.h0", h0.gradientToArray());
            recorded.check("grad.c0", c0.gradientToArray());
            int I = x.shape().dim(1);
            recorded.check("grad.Wx",
                    LinearTest.transposed(I, 4 * H, theta.get(0).gradientToArray()));
            recorded.check("grad.Wh",
                    LinearTest.transposed(H, 4 * H, theta.get(1).gradientToArray()));
            recorded.check("grad.b", theta.get(2).gradientToArray());
        }

        private Tensor weighted(Tensor y, String name) {
            return y.mul(tape.constant(recorded.get(name).floats(), y.shape())).sum();
        }

        /** All at once, or, where episodes begin in between, step by step. */
        private Tensor states(Tensor x, Tensor state) {
            if (!recorded.has("keep")) return cell.forward(x, state, theta);
            Tensor keep = tape.constant(recorded.get("keep").floats(), T * B, 1);
            Tensor[] states = new Tensor[T];
            for (int t = 0; t < T; t++) {
                Tensor kept = state.mul(keep.slice(0, t * B, (t + 1) * B));
                state = cell.forward(x.slice(0, t * B, (t + 1) * B), kept, theta);
                states[t] = state;
            }
            return Tensor.concat(0, states);
        }
    }
}
