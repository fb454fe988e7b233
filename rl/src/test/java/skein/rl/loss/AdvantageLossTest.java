package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.nn.NotFiniteException;
import skein.reference.ReferenceCase;
import skein.rl.memory.Rollouts;
import skein.rl.memory.Samples;
import skein.rl.returns.Gae;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class AdvantageLossTest {
    private static final List<ReferenceCase> CASES = ReferenceCase.load("losses-a2c-gae");

    /** From the rewards on: rollouts, advantages, loss, gradients. */
    @TestFactory Stream<DynamicTest> equals_the_recorded_cases() {
        assertEquals(6, CASES.size());
        return AllKernels.list().stream().flatMap(kernels -> CASES.stream()
                .map(c -> DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    check(c, kernels, c.number("beta"), 0.5, "total");
                    check(c, kernels, c.number("beta"), 0.25, "total_half");
                    check(c, kernels, 0, 0, "policy");
                })));
    }

    private static void check(ReferenceCase c, Kernels kernels, double beta,
                              double valueCoefficient, String part) {
        Tape tape = new Tape(kernels);
        RecordedActorCritic network = new RecordedActorCritic(c, tape);
        Tensor h = network.hidden("obs");
        Tensor logits = network.logits(h);
        Tensor values = network.values(h);
        Tensor bootstrap = network.values(network.hidden("last_obs"));
        c.check("values", values.toArray());
        c.check("bootstrap", bootstrap.toArray());

        Samples samples = estimated(c, network.actionCount(), values, bootstrap);
        c.check("advantages", samples.advantages());
        c.check("returns", samples.returns());
        if (c.meta("normalise").equals("sample")) {
            Gae.standardize(samples);
            c.check("advantages_used", samples.advantages());
        } else {
            float[] used = c.get("advantages_used").floats();
            System.arraycopy(used, 0, samples.advantages(), 0, used.length);
        }

        AdvantageLoss loss = new AdvantageLoss(beta, valueCoefficient);
        Tensor L = loss.of(logits, values, samples, tape);
        tape.backward(L);
        if (c.has("loss." + part)) c.check("loss." + part, L.toArray());
        c.check("loss.entropy", new float[] {loss.figures().entropy()});
        assertEquals(L.item(), loss.figures().policyLoss()
                + valueCoefficient * loss.figures().valueLoss(), 1e-5);
        network.checkGradients(part);
    }

    /** Plays the recorded steps. */
    private static Samples estimated(ReferenceCase c, int actionCount, Tensor values,
                                     Tensor bootstrap) {
        int steps = (int) c.number("steps");
        int worlds = (int) c.number("envs");
        int inputs = c.get("obs").dims()[2];
        float[] obs = c.get("obs").floats();
        Rollouts rollouts = new Rollouts(steps, worlds, inputs, actionCount);
        Tape aside = new Tape(Kernels.create());
        Tensor logits = aside.constant(new float[worlds * actionCount], worlds, actionCount);
        for (int t = 0; t < steps; t++) {
            float[][] s = new float[worlds][];
            for (int n = 0; n < worlds; n++) {
                int row = t * worlds + n;
                s[n] = Arrays.copyOfRange(obs, row * inputs, row * inputs + inputs);
            }
            float[] V = Arrays.copyOfRange(values.toArray(), t * worlds, (t + 1) * worlds);
            rollouts.begin(s, logits, aside.constant(V, worlds));
            for (int n = 0; n < worlds; n++) {
                int row = t * worlds + n;
                rollouts.add(n, c.get("actions").ints()[row], c.get("rewards").floats()[row]);
                if (c.get("dones").ints()[row] == 1) rollouts.end(n, 0);
            }
        }
        rollouts.bootstrap(bootstrap);
        new Gae(c.number("gamma"), c.number("lambda")).estimate(rollouts);
        return rollouts.samples();
    }

    /** Rows with the given actions, advantages and returns. */
    static Samples samples(int actionCount, int[] actions, float[] advantages, float[] returns) {
        Samples samples = new Samples(actions.length, 1, actionCount);
        for (int i = 0; i < actions.length; i++) {
            samples.add(new float[1], new float[actionCount], 0, 0);
            samples.actions()[i] = actions[i];
            samples.advantages()[i] = advantages[i];
            samples.returns()[i] = returns[i];
        }
        return samples;
    }

    @Test void two_rows_worked_by_hand() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[4], Shape.of(2, 2));
        Tensor values = tape.variable(new float[] {3, 5}, Shape.of(2));
        Tensor L = new AdvantageLoss(0.1, 0.5).of(logits, values,
                samples(2, new int[] {1, 0}, new float[] {2, -4}, new float[] {5, 4}), tape);
        tape.backward(L);
        // log π = −log 2 and H = log 2 everywhere; mean of A is −1, of (R − V)² (4 + 1) / 2
        // L = log 2 · (−1) − 0.1 log 2 + ½ · 2.5
        assertEquals(-1.1 * Math.log(2) + 1.25, L.item(), 1e-6);
        // means over two rows: −A (1 − ½) / 2 for the action taken, +A ½ / 2 for the other
        assertArrayEquals(new float[] {0.5f, -0.5f, 1, -1}, logits.gradientToArray(), 1e-6f);
        // c · 2 (V − R) / 2, once for each row whatever the number of actions
        assertArrayEquals(new float[] {-1, 0.5f}, values.gradientToArray(), 1e-6f);
    }

    @Test void the_value_gets_no_gradient_through_the_advantage() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[2], Shape.of(1, 2));
        Tensor values = tape.variable(new float[] {3}, Shape.of(1));
        tape.backward(new AdvantageLoss(0.1, 0).of(logits, values,
                samples(2, new int[] {1}, new float[] {2}, new float[] {5}), tape));
        assertArrayEquals(new float[] {0}, values.gradientToArray());
    }

    @Test void entropy_bonus_pulls_the_policy_towards_uniform() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[] {1, 0}, Shape.of(1, 2));
        tape.backward(new AdvantageLoss(0.1, 0).of(logits, tape.constant(new float[1], 1),
                samples(2, new int[] {0}, new float[] {0}, new float[] {0}), tape));
        float[] d = logits.gradientToArray();
        assertEquals(true, d[0] > 0 && d[1] < 0, "descent lowers the larger logit");
    }

    @Test void logits_of_plus_and_minus_80_give_finite_loss_and_gradients() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[] {80, -80}, Shape.of(1, 2));
        Tensor L = new AdvantageLoss(0.01, 0.5).of(logits, tape.constant(new float[1], 1),
                samples(2, new int[] {1}, new float[] {1}, new float[] {1}), tape);
        tape.backward(L);
        assertEquals(160.5f, L.item(), 1e-3f);
        assertArrayEquals(new float[] {1, -1}, logits.gradientToArray(), 1e-6f);
    }

    @Test void loss_that_is_not_finite_and_weights_below_0_are_refused() {
        Tape tape = new Tape(Kernels.create());
        assertThrows(NotFiniteException.class, () -> new AdvantageLoss(0.01, 0.5)
                .of(tape.variable(new float[2], Shape.of(1, 2)), tape.constant(new float[1], 1),
                        samples(2, new int[1], new float[1], new float[] {Float.NaN}), tape));
        assertThrows(IllegalArgumentException.class, () -> new AdvantageLoss(-1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new AdvantageLoss(0.01, Double.NaN));
    }
}
