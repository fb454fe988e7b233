package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.nn.NotFiniteException;
import skein.reference.ReferenceCase;
import skein.rl.returns.Returns;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class GaussianLossTest {
    private static final float LOG_2_PI = (float) Math.log(2 * Math.PI);

    @TestFactory List<DynamicTest> equals_the_recorded_cases_on_all_kernels() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("losses-a3c-continuous")) {
                tests.add(dynamicTest(recorded + " on " + kernels, () -> {
                    new Recorded(recorded, kernels).check(0, "policy", "1", "m", "s");
                    new Recorded(recorded, kernels).check(1, "value_full", "2", "v");
                    new Recorded(recorded, kernels).check(0.5, "total_half",
                            "1", "m", "s", "2", "v");
                }));
            }
        }
        assertEquals(5 * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** The recorded networks, their weights transposed to [I, O], and their loss. */
    private static final class Recorded {
        private final ReferenceCase recorded;
        private final Tape tape;
        private final Tensor[] theta;                // W1, b1, Wm, bm, Ws, bs, W2, b2, Wv, bv
        private static final List<String> LAYERS = List.of("1", "m", "s", "2", "v");

        Recorded(ReferenceCase recorded, Kernels kernels) {
            this.recorded = recorded;
            tape = new Tape(kernels);
            theta = new Tensor[2 * LAYERS.size()];
            for (int k = 0; k < LAYERS.size(); k++) {
                ReferenceCase.Values w = recorded.get("W" + LAYERS.get(k));
                theta[2 * k] = tape.variable(transposed(w.floats(), w.dims()[0], w.dims()[1]),
                        Shape.of(w.dims()[1], w.dims()[0]));
                ReferenceCase.Values b = recorded.get("b" + LAYERS.get(k));
                theta[2 * k + 1] = tape.variable(b.floats(), Shape.of(b.dims()));
            }
        }

        private Tensor layer(Tensor x, String name) {
            int k = LAYERS.indexOf(name);
            return x.affine(theta[2 * k], theta[2 * k + 1]);
        }

        private Tensor values(Tensor s) {
            return layer(layer(s, "2").tanh(), "v").flatten();
        }

        private float[] returns(int n) {
            float[] last = recorded.get("last_obs").floats();
            float bootstrap = values(tape.constant(last, 1, last.length)).item();
            recorded.check("bootstrap", new float[] {
                recorded.number("terminal") == 1 ? 0 : bootstrap});
            float[] returns = new float[n];
            Returns.discounted(recorded.get("rewards").floats(), n,
                    recorded.number("terminal") == 1 ? 0 : bootstrap, recorded.number("gamma"),
                    returns);
            recorded.check("returns", returns);
            return returns;
        }

        /** With this c, the gradients of these layers are those of the recorded loss's part. */
        void check(double c, String part, String... layers) {
            int n = recorded.get("rewards").values().length;
            float[] returns = returns(n);
            Tensor s = tape.constant(recorded.get("obs").floats(), n, 3);
            Tensor h = layer(s, "1").tanh();
            Tensor mean = layer(h, "m");
            Tensor variance = layer(h, "s").softplus();
            Tensor values = values(s);
            double beta = recorded.number("beta");
            GaussianLoss loss = new GaussianLoss(beta, c,
                    recorded.meta("entropy").equals("differential"));
            Tensor L = loss.of(mean, variance, values, recorded.get("actions").floats(), returns,
                    tape);
            tape.backward(L);

            recorded.check("mu", mean.toArray());
            recorded.check("var", variance.toArray());
            recorded.check("values", values.toArray());
            double expected = item("loss.policy") - beta * item("loss.entropy")
                    + c * item("loss.value_full");
            assertEquals(expected, L.item(), 1e-5 * Math.max(1, Math.abs(expected)));
            for (String layer : layers) checkGradients(part, layer);
        }

        private double item(String name) {
            return recorded.get(name).values()[0];
        }

        private void checkGradients(String part, String layer) {
            int k = LAYERS.indexOf(layer);
            Tensor w = theta[2 * k];
            recorded.check("grad." + part + ".W" + layer,
                    transposed(w.gradientToArray(), w.shape().dim(0), w.shape().dim(1)));
            recorded.check("grad." + part + ".b" + layer, theta[2 * k + 1].gradientToArray());
        }

        private static float[] transposed(float[] matrix, int rows, int columns) {
            float[] result = new float[matrix.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = matrix[i % rows * columns + i / rows];
            }
            return result;
        }
    }

    private final Tape tape = new Tape(Kernels.create());
    private final Tensor mean = tape.variable(new float[] {1, 0}, Shape.of(1, 2));
    private final Tensor variance = tape.variable(new float[] {4}, Shape.of(1, 1));
    private final Tensor values = tape.variable(new float[] {3}, Shape.of(1));

    private Tensor loss(double beta, double c, boolean differential, float R) {
        return new GaussianLoss(beta, c, differential)
                .of(mean, variance, values, new float[] {3, -4}, new float[] {R}, tape);
    }

    @Test void better_than_expected_moves_the_mean_towards_the_action() {
        tape.backward(loss(0, 0, false, 5));
        // advantage 2, (a − μ)/σ² = (2/4, −4/4), and descent goes against the gradient
        assertArrayEquals(new float[] {-1, 2}, mean.gradientToArray(), 1e-6f);
        // Σ_k (1 − (a_k − μ_k)²/σ²) / 2σ² = (1 − 1 + 1 − 4)/8 = −3/8: times 2, more variance
        assertArrayEquals(new float[] {-0.75f}, variance.gradientToArray(), 1e-6f);
    }

    @Test void advantage_is_a_constant_so_the_policy_teaches_the_critic_nothing() {
        tape.backward(loss(0, 0, false, 5));
        assertArrayEquals(new float[] {0}, values.gradientToArray());
    }

    @Test void value_error_counts_once_however_many_dimensions_the_action_has() {
        tape.backward(loss(0, 0.5, false, 5));
        assertArrayEquals(new float[] {3 - 5}, values.gradientToArray(), 1e-6f);
    }

    @Test void entropy_bonus_widens_the_policy() {
        tape.backward(loss(0.1, 0, false, 3));               // advantage 0
        // −β d/dσ² ½ log σ² = −0.1/(2 · 4)
        assertArrayEquals(new float[] {-0.0125f}, variance.gradientToArray(), 1e-7f);
    }

    @Test void differential_entropy_of_two_dimensions_is_twice_the_papers_term() {
        tape.backward(loss(0.1, 0, true, 3));
        assertArrayEquals(new float[] {-0.025f}, variance.gradientToArray(), 1e-7f);
    }

    @Test void terms_have_the_values_worked_by_hand() {
        // −log N = ½ (2 log 2π + 2 log 4 + (4 + 16)/4), times 2; H = ½ (log 2π + log 4 + 1)
        float log4 = (float) Math.log(4);
        float expected = 2 * LOG_2_PI + 2 * log4 + 5 - 0.1f * 0.5f * (LOG_2_PI + log4 + 1)
                + 0.5f * 4;
        assertEquals(expected, loss(0.1, 0.5, false, 5).item(), 1e-5f);
    }

    @Test void reports_the_differential_entropy_whichever_is_weighted() {
        for (boolean differential : new boolean[] {false, true}) {
            GaussianLoss loss = new GaussianLoss(0, 1, differential);
            loss.of(mean, variance, values, new float[2], new float[1], tape);
            assertEquals(LOG_2_PI + Math.log(4) + 1, loss.figures().entropy(), 1e-6);
        }
    }

    @Test void reports_means_over_the_steps_and_errors_without_their_coefficient() {
        Tensor two = tape.constant(new float[] {1, 1}, 2, 1);
        GaussianLoss loss = new GaussianLoss(0, 0.25, false);
        loss.of(two, two, tape.constant(new float[] {-3, 1}, 2), new float[] {1, 1},
                new float[] {1, 1}, tape);
        // advantages 4 and 0 at −log N = ½ log 2π:  2 log 2π / 2
        assertEquals(LOG_2_PI, loss.figures().policyLoss(), 1e-6);
        assertEquals(8, loss.figures().valueLoss(), 1e-6);           // (16 + 0) / 2
        assertEquals(0.5 * (LOG_2_PI + 1), loss.figures().entropy(), 1e-6);
        assertEquals(2, loss.figures().absValue());                  // (3 + 1) / 2
    }

    @Test void steps_are_summed() {
        Tensor two = tape.constant(new float[] {1, 1}, 2, 1);
        Tensor V = tape.constant(new float[2], 2);
        // two steps with R = 1 and a = μ: 2 (½ log 2π) + 2 · 1
        assertEquals(LOG_2_PI + 2, new GaussianLoss(0, 1, false)
                .of(two, two, V, new float[] {1, 1}, new float[] {1, 1}, tape).item(), 1e-5f);
    }

    @Test void loss_that_is_not_finite_is_refused() {
        assertThrows(NotFiniteException.class, () -> loss(0, 1, false, Float.NaN));
    }

    @Test void weights_below_0_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new GaussianLoss(-1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new GaussianLoss(0, Double.NaN, false));
    }
}
