package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.nn.Layout;
import skein.nn.NotFiniteException;
import skein.nn.Parameters;
import skein.reference.ReferenceCase;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.network.Trunk;
import skein.rl.returns.Returns;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class QLossTest {
    @TestFactory List<DynamicTest> equals_the_recorded_cases() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase c : ReferenceCase.load("losses-async-q")) {
                tests.add(DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    check(c, kernels, 1, "full");
                    check(c, kernels, 0.5, "half");
                }));
            }
        }
        assertEquals(15 * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** The recorded network, its weights transposed to [I, O], its loss, and its gradients. */
    private static void check(ReferenceCase c, Kernels kernels, double valueCoefficient,
                              String part) {
        Tape tape = new Tape(kernels);
        Tensor[] theta = network(tape, c, "");
        float[] y = targets(tape, c, theta, network(tape, c, "_target"));
        c.check("target", y);

        Tensor q = q(tape, c, "obs", theta);
        Tensor L = new QLoss(valueCoefficient).of(q, c.get("actions").ints(), y, tape);
        tape.backward(L);

        c.check("q", q.toArray());
        c.check("loss." + part, L.toArray());
        c.check("grad." + part + ".W1", transposed(theta[0]));
        c.check("grad." + part + ".b1", theta[1].gradientToArray());
        c.check("grad." + part + ".Wq", transposed(theta[2]));
        c.check("grad." + part + ".bq", theta[3].gradientToArray());
    }

    /** y of the one-step methods, R_i of n-step Q. */
    private static float[] targets(Tape tape, ReferenceCase c, Tensor[] theta, Tensor[] minus) {
        float[] rewards = c.get("rewards").floats();
        float[] y = new float[rewards.length];
        if (c.meta("algorithm").equals("n_step_q")) {
            float R = c.number("terminal") == 1 ? 0 : q(tape, c, "last_obs", minus).max().item();
            Returns.discounted(rewards, y.length, R, c.number("gamma"), y);
            return y;
        }
        Tensor next = q(tape, c, "next_obs", minus);
        int[] chosen = switch (c.meta("algorithm")) {
            case "one_step_q" -> next.argmax(1);
            case "double_q" -> q(tape, c, "next_obs", theta).argmax(1);
            case "sarsa" -> c.get("next_actions").ints();
            default -> throw new AssertionError(c.meta("algorithm"));
        };
        int[] terminals = c.get("terminals").ints();
        for (int i = 0; i < y.length; i++) {
            double future = terminals[i] == 1 ? 0 : next.get(i * next.shape().dim(1) + chosen[i]);
            y[i] = (float) (rewards[i] + c.number("gamma") * future);
        }
        return y;
    }

    private static Tensor[] network(Tape tape, ReferenceCase c, String which) {
        return new Tensor[] {weight(tape, c, "W1" + which), vector(tape, c, "b1" + which),
            weight(tape, c, "Wq" + which), vector(tape, c, "bq" + which)};
    }

    private static Tensor q(Tape tape, ReferenceCase c, String observations, Tensor[] theta) {
        float[] s = c.get(observations).floats();
        int inputs = theta[0].shape().dim(0);
        Tensor z = tape.constant(s, s.length / inputs, inputs).affine(theta[0], theta[1]);
        return (c.meta("act").equals("tanh") ? z.tanh() : z.relu()).affine(theta[2], theta[3]);
    }

    private static Tensor vector(Tape tape, ReferenceCase c, String name) {
        return tape.variable(c.get(name).floats(), Shape.of(c.get(name).dims()));
    }

    private static Tensor weight(Tape tape, ReferenceCase c, String name) {
        int[] dims = c.get(name).dims();
        float[] values = transposed(c.get(name).floats(), dims[0], dims[1]);
        return tape.variable(values, Shape.of(dims[1], dims[0]));
    }

    private static float[] transposed(Tensor w) {
        return transposed(w.gradientToArray(), w.shape().dim(0), w.shape().dim(1));
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) result[j * rows + i] = matrix[i * columns + j];
        }
        return result;
    }

    /** What the listings do: one state at a time, gradients adding up in dθ. */
    @Test void batch_of_five_gives_the_sum_of_five_single_steps() {
        for (boolean dueling : new boolean[] {false, true}) {
            Trunk trunk = Trunk.mlp(new Layout(), "trunk", 4, 16);
            QNetwork network = dueling ? QNetwork.dueling(trunk, 3) : new QNetwork(trunk, 3);
            SplittableRandom rng = new SplittableRandom(7);
            Parameters theta = network.layout().initialize(rng);
            float[] s = new float[5 * 4];
            for (int i = 0; i < s.length; i++) s[i] = (float) rng.nextGaussian();
            int[] actions = {0, 2, 1, 1, 0};
            float[] returns = {1, -2, 0.5f, 3, 0};

            float[] batched = gradient(network, theta, s, actions, returns, 5);
            float[] summed = new float[batched.length];
            for (int i = 0; i < 5; i++) {
                float[] one = gradient(network, theta, Arrays.copyOfRange(s, 4 * i, 4 * i + 4),
                        new int[] {actions[i]}, new float[] {returns[i]}, 1);
                for (int k = 0; k < one.length; k++) summed[k] += one[k];
            }
            assertArrayEquals(summed, batched, 1e-4f);
        }
    }

    private static float[] gradient(QNetwork network, Parameters theta, float[] s, int[] actions,
                                    float[] returns, int batch) {
        Parameters dTheta = network.layout().zeros();
        QValues values = new QValues(network, theta.withGradient(dTheta));
        values.forward(s, batch);
        values.backward(new QLoss(1).of(values.values(), actions, returns, values.tape()));
        return dTheta.values();
    }

    @Test void only_the_action_taken_learns_and_twice_its_error() {
        Tape tape = new Tape(Kernels.create());
        Tensor q = tape.variable(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
        QLoss loss = new QLoss(1);
        Tensor L = loss.of(q, new int[] {2, 0}, new float[] {1, 5}, tape);
        tape.backward(L);
        // (1 − 3)² + (5 − 4)² = 5, not its mean;  2 (3 − 1) = 4,  2 (4 − 5) = −2
        assertEquals(5, L.item());
        assertArrayEquals(new float[] {0, 0, 4, -2, 0, 0}, q.gradientToArray());
        assertEquals(3.5f, loss.figures().absValue());
        assertEquals(2.5f, loss.figures().valueLoss());              // its mean
        assertEquals(Float.NaN, loss.figures().policyLoss());
    }

    @Test void a_coefficient_of_0_leaves_nothing_but_the_figures() {
        Tape tape = new Tape(Kernels.create());
        QLoss loss = new QLoss(0);
        assertEquals(0, loss.of(tape.constant(new float[] {3}, 1, 1), 0, 1, tape).item());
        assertEquals(4, loss.figures().valueLoss());
    }

    @Test void loss_that_is_not_finite_and_weights_that_make_no_sense_are_refused() {
        Tape tape = new Tape(Kernels.create());
        assertThrows(NotFiniteException.class, () -> new QLoss(0.5)
                .of(tape.variable(new float[2], Shape.of(1, 2)), new int[] {0},
                        new float[] {Float.POSITIVE_INFINITY}, tape));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals("valueCoefficient must be a number >= 0, but got " + bad + ".",
                    assertThrows(IllegalArgumentException.class, () -> new QLoss(bad))
                            .getMessage());
        }
    }
}
