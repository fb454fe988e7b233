package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.nn.Activation;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.NotFiniteException;
import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.reference.ReferenceCase;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.returns.QTargets;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class ReplayLossTest {
    @TestFactory List<DynamicTest> equals_the_recorded_cases() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase c : ReferenceCase.load("losses-dqn")) {
                tests.add(DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    if (c.hasMeta("aggregate")) new Recorded(c).checkHead(kernels);
                    else new Recorded(c).check(kernels);
                }));
            }
        }
        assertEquals(11 * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** A recorded network, its weights transposed to [I, O]. */
    private static final class Recorded {
        private final ReferenceCase c;

        Recorded(ReferenceCase c) {
            this.c = c;
        }

        void check(Kernels kernels) {
            Tape tape = new Tape(kernels);
            QNetwork network = network();
            Parameters theta = parameters(network, "").withGradient(network.layout().zeros());
            float[] y = targets(tape, network, theta);
            c.check("target", y);
            checkLoss(tape, network, theta, y, new ReplayLoss(1), 1, "huber");
            checkLoss(tape, network, theta, y, new ReplayLoss(Double.POSITIVE_INFINITY), 1,
                    "half_mse");
            checkLoss(tape, network, theta, y, new ReplayLoss(Double.POSITIVE_INFINITY), 2, "mse");
        }

        private QNetwork network() {
            int[] w1 = c.get("W1").dims();                   // [H, I]
            Layout layout = new Layout();
            Trunk trunk = new Trunk(layout, "recorded", new Sequential(Shape.of(w1[1]),
                    new Linear(layout, "1", w1[1], w1[0], Initializer.zeros()),
                    c.meta("act").equals("tanh") ? Activation.TANH : Activation.RELU));
            return switch (c.meta("net")) {
                case "dueling_mean" -> QNetwork.dueling(trunk, c.get("Wa").dims()[0]);
                case "dueling_max" -> QNetwork.duelingByMax(trunk, c.get("Wa").dims()[0]);
                default -> new QNetwork(trunk, c.get("Wq").dims()[0]);
            };
        }

        private static String there(String name) {
            return (name.endsWith("weight") ? "W" : "b") + name.charAt(0);
        }

        private Parameters parameters(QNetwork network, String which) {
            Parameters theta = network.layout().zeros();
            for (Layout.Entry entry : network.layout().entries()) {
                float[] values = c.get(there(entry.name()) + which).floats();
                float[] own = entry.shape().rank() == 1 ? values
                        : transposed(values, entry.shape().dim(1), entry.shape().dim(0));
                System.arraycopy(own, 0, theta.values(), entry.offset(), own.length);
            }
            return theta;
        }

        private Tensor q(Tape tape, QNetwork network, String observations, Parameters theta) {
            int batch = c.get(observations).dims()[0];
            Tensor s = tape.constant(c.get(observations).floats(),
                    network.trunk().input().batch(batch));
            return network.values(network.trunk().layers().forward(s, theta), theta);
        }

        private float[] targets(Tape tape, QNetwork network, Parameters theta) {
            Tensor values = q(tape, network, "next_obs", parameters(network, "_target"));
            Tensor chooses = c.meta("target").equals("double")
                    ? q(tape, network, "next_obs", theta) : values;
            int[] terminals = c.get("terminals").ints();
            boolean[] terminated = new boolean[terminals.length];
            for (int i = 0; i < terminated.length; i++) terminated[i] = terminals[i] == 1;
            float[] y = new float[terminated.length];
            QTargets.oneStep(c.get("rewards").floats(), terminated, chooses, values,
                    c.number("gamma"), y);
            return y;
        }

        private void checkLoss(Tape tape, QNetwork network, Parameters theta, float[] y,
                               ReplayLoss loss, float factor, String part) {
            float[] d = new float[theta.size()];
            Parameters dTheta = network.layout().zeros();
            Parameters learning = theta.copy().withGradient(dTheta);
            tape.clear();
            Tensor q = q(tape, network, "obs", learning);
            Tensor L = loss.of(q, c.get("actions").ints(), y, ones(y.length), tape).scale(factor);
            tape.backward(L);
            c.check("q", q.toArray());
            c.check("td_error", loss.errors().toArray());
            c.check("loss." + part, L.toArray());
            for (Layout.Entry entry : network.layout().entries()) {
                System.arraycopy(dTheta.values(), entry.offset(), d, 0, entry.shape().size());
                c.check("grad." + part + "." + there(entry.name()), entry.shape().rank() == 1 ? d
                        : transposed(d, entry.shape().dim(0), entry.shape().dim(1)));
            }
        }

        /** The head alone: its inputs are V and A themselves, its weights pick them out. */
        void checkHead(Kernels kernels) {
            int[] dims = c.get("a").dims();
            int B = dims[0];
            int A = dims[1];
            Layout layout = new Layout();
            Trunk none = new Trunk(layout, "none", new Sequential(Shape.of(A + 1)));
            QNetwork network = c.meta("aggregate").equals("max") ? QNetwork.duelingByMax(none, A)
                    : QNetwork.dueling(none, A);
            Parameters theta = layout.zeros();               // advantage [A + 1, A], value [A + 1]
            for (int a = 0; a < A; a++) theta.values()[a * A + a] = 1;
            theta.values()[layout.entries().get(2).offset() + A] = 1;
            Tape tape = new Tape(kernels);
            Tensor a = tape.variable(c.get("a").floats(), Shape.of(B, A));
            Tensor v = tape.variable(c.get("v").floats(), Shape.of(B, 1));
            Tensor q = network.values(Tensor.concat(1, a, v), theta);
            tape.backward(q.mul(tape.constant(c.get("d.q").floats(), q.shape())).sum());
            c.check("q", q.toArray());
            c.check("grad.v", v.gradientToArray());
            c.check("grad.a", a.gradientToArray());
        }

        private static float[] ones(int n) {
            float[] ones = new float[n];
            Arrays.fill(ones, 1);
            return ones;
        }

        private static float[] transposed(float[] matrix, int rows, int columns) {
            float[] result = new float[rows * columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) result[j * rows + i] = matrix[i * columns + j];
            }
            return result;
        }
    }

    private final Tape tape = new Tape(Kernels.create());
    private final Tensor q = tape.variable(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
    private final int[] actions = {2, 0};
    private final float[] y = {1, 4.5f};

    @Test void mean_over_the_minibatch_each_error_weighted_and_its_gradient_clipped_at_delta() {
        ReplayLoss loss = new ReplayLoss(1);
        Tensor L = loss.of(q, actions, y, new float[] {1, 0.5f}, tape);
        tape.backward(L);
        // e = 3 − 1 = 2 and 4 − 4.5 = −½:  h = 2 − ½ = 1.5 and ⅛;  (1.5 + ½ ⅛) / 2 = 0.78125
        // gradient of the first 1/2, clipped from 2/2; of the second ½ (−½) / 2 = −⅛
        assertEquals(0.78125f, L.item());
        assertArrayEquals(new float[] {0, 0, 0.5f, -0.125f, 0, 0}, q.gradientToArray());
        assertArrayEquals(new float[] {-2, 0.5f}, loss.errors().toArray());
        assertEquals(0.8125f, loss.figures().valueLoss());       // (1.5 + ⅛) / 2, not weighted
        assertEquals(3.5f, loss.figures().absValue());
        assertEquals(Float.NaN, loss.figures().policyLoss());
    }

    @Test void infinite_delta_is_half_the_squared_error() {
        Tensor L = new ReplayLoss(Double.POSITIVE_INFINITY).of(q, actions, y, new float[] {1, 1},
                tape);
        tape.backward(L);
        // (2² + ½²) / 2 / 2
        assertEquals(1.0625f, L.item());
        assertArrayEquals(new float[] {0, 0, 1, -0.25f, 0, 0}, q.gradientToArray());
    }

    @Test void loss_that_is_not_finite_and_delta_that_makes_no_sense_are_refused() {
        assertThrows(NotFiniteException.class, () -> new ReplayLoss(1).of(q, actions,
                new float[] {Float.POSITIVE_INFINITY, 0}, new float[] {1, 1}, tape));
        for (double bad : new double[] {0, -1, Double.NaN}) {
            assertEquals("delta must be > 0, but got " + bad + ".",
                    assertThrows(IllegalArgumentException.class, () -> new ReplayLoss(bad))
                            .getMessage());
        }
    }
}
