package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.nn.NotFiniteException;
import skein.nn.Parameters;
import skein.reference.ReferenceCase;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.returns.Returns;
import skein.tensor.Kernels;
import skein.tensor.PlainKernels;
import skein.tensor.ReferenceKernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class ActorCriticLossTest {
    private static final List<ReferenceCase> CASES = ReferenceCase.load("losses-a3c");

    @TestFactory Stream<DynamicTest> equals_the_recorded_cases() {
        assertEquals(12, CASES.size());
        return CASES.stream().flatMap(c -> Stream.of(new ReferenceKernels(), new PlainKernels())
                .map(kernels -> DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    check(c, kernels, 1, "total_full");
                    check(c, kernels, 0.5, "total_half");
                    check(c, kernels, 0, "policy");
                })));
    }

    /** The recorded network, its loss, and its gradients. */
    private static void check(ReferenceCase c, Kernels kernels, double valueCoefficient,
            String part) {
        Tape tape = new Tape(kernels);
        RecordedActorCritic theta = new RecordedActorCritic(c, tape);
        float R = c.number("terminal") == 1 ? 0 : theta.values(theta.hidden("last_obs")).item();
        if (c.has("bootstrap") && c.number("terminal") == 0) c.check("bootstrap", new float[] {R});
        int n = c.get("rewards").values().length;
        float[] returns = new float[n];
        Returns.discounted(c.get("rewards").floats(), n, R, c.number("gamma"), returns);
        c.check("returns", returns);

        Tensor h = theta.hidden("obs");
        Tensor values = theta.values(h);
        ActorCriticLoss loss = new ActorCriticLoss(c.number("beta"), valueCoefficient);
        Tensor L = loss.of(theta.logits(h), values, c.get("actions").ints(), returns, tape);
        tape.backward(L);

        c.check("values", values.toArray());
        if (!part.equals("policy")) c.check("loss." + part, L.toArray());
        theta.checkGradients(part);
    }

    private final ActorCriticNetwork network = new ActorCriticNetwork(4, 3, 16);

    /** What the listing does: one state at a time, gradients adding up in dθ. */
    @Test void batch_of_five_gives_the_sum_of_five_single_steps() {
        SplittableRandom rng = new SplittableRandom(7);
        Parameters theta = network.layout().initialize(rng);
        for (int i = 0; i < theta.size(); i++) {
            theta.values()[i] += (float) (rng.nextGaussian() * 0.1);
        }
        float[] s = new float[5 * 4];
        for (int i = 0; i < s.length; i++) s[i] = (float) rng.nextGaussian();
        int[] actions = {0, 2, 1, 1, 0};
        float[] returns = {1, -2, 0.5f, 3, 0};

        float[] batched = gradient(theta, s, actions, returns, 5);
        float[] summed = new float[batched.length];
        for (int i = 0; i < 5; i++) {
            float[] one = gradient(theta, java.util.Arrays.copyOfRange(s, 4 * i, 4 * i + 4),
                    new int[] {actions[i]}, new float[] {returns[i]}, 1);
            for (int k = 0; k < one.length; k++) summed[k] += one[k];
        }
        assertArrayEquals(summed, batched, 1e-5f);
    }

    private float[] gradient(Parameters theta, float[] s, int[] actions, float[] returns,
            int batch) {
        Parameters dTheta = network.layout().zeros();
        ActorCritic agent = new ActorCritic(network, theta.withGradient(dTheta));
        agent.forward(s, batch);
        agent.backward(new ActorCriticLoss(0.01, 0.5)
                .of(agent.logits(), agent.values(), actions, returns, agent.tape()));
        return dTheta.values();
    }

    @Test void entropy_bonus_pulls_the_policy_towards_uniform() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[] {1, 0}, Shape.of(1, 2));
        Tensor values = tape.constant(new float[] {5}, 1);
        tape.backward(new ActorCriticLoss(0.1, 0)
                .of(logits, values, new int[] {0}, new float[] {5}, tape));    // advantage 0
        float[] d = logits.gradientToArray();
        assertTrue(d[0] > 0 && d[1] < 0, "descent lowers the larger logit");
    }

    @Test void better_than_expected_makes_the_action_more_probable() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[] {0, 0}, Shape.of(1, 2));
        Tensor values = tape.constant(new float[] {3}, 1);
        tape.backward(new ActorCriticLoss(0, 0)
                .of(logits, values, new int[] {1}, new float[] {5}, tape));
        // advantage 2: −2 (1 − ½) for the action taken, +2 · ½ for the other
        assertArrayEquals(new float[] {1, -1}, logits.gradientToArray(), 1e-6f);
    }

    @Test void logits_of_plus_and_minus_80_give_finite_loss_and_gradients() {
        Tape tape = new Tape(Kernels.create());
        Tensor logits = tape.variable(new float[] {80, -80}, Shape.of(1, 2));
        Tensor values = tape.variable(new float[] {0}, Shape.of(1));
        Tensor L = new ActorCriticLoss(0.01, 0.5)
                .of(logits, values, new int[] {1}, new float[] {1}, tape);
        tape.backward(L);
        // −log π = 160 with advantage 1, and ½ (1 − 0)²
        assertEquals(160.5f, L.item(), 1e-3f);
        assertArrayEquals(new float[] {1, -1}, logits.gradientToArray(), 1e-6f);
    }

    @Test void reports_means_over_the_steps_and_errors_without_their_coefficient() {
        Tape tape = new Tape(Kernels.create());
        ActorCriticLoss loss = new ActorCriticLoss(0.5, 0.25);
        loss.of(tape.variable(new float[6], Shape.of(2, 3)),
                tape.constant(new float[] {1, -3}, 2), new int[] {0, 1}, new float[] {3, 1}, tape);
        // advantages 2 and 4, log π = −log 3, H = log 3:  (6 log 3 − ½ · 2 log 3) / 2
        assertEquals(2.5 * Math.log(3), loss.figures().policyLoss(), 1e-6);
        assertEquals(10, loss.figures().valueLoss(), 1e-6);          // (4 + 16) / 2
        assertEquals(Math.log(3), loss.figures().entropy(), 1e-6);
        assertEquals(2, loss.figures().absValue());                  // (1 + 3) / 2
    }

    @Test void loss_that_is_not_finite_is_refused() {
        Tape tape = new Tape(Kernels.create());
        assertThrows(NotFiniteException.class, () -> new ActorCriticLoss(0.01, 0.5)
                .of(tape.variable(new float[2], Shape.of(1, 2)), tape.constant(new float[1], 1),
                        new int[] {0}, new float[] {Float.POSITIVE_INFINITY}, tape));
    }
}
