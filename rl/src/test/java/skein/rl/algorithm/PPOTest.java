package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.StepCounter;

class PPOTest extends SynchronousContract {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Override Runnable learner(ActorCriticNetwork definition, Parameters parameters,
                               Optimizer optimizer, StepCounter T, Environment[] envs,
                               RandomGenerator rng, int tMax, double maxNorm) {
        return new PPO(definition, parameters, optimizer, T, envs, rng,
                new PPO.Hyper(tMax, 1, 1, GAMMA, 1, 0.2, NEVER, 0, 0.01, 0.01, 0.5, maxNorm, ETA));
    }

    /** Two actions of equal probability, V = 0. */
    private final ActorCriticNetwork two = new ActorCriticNetwork(1, 2, 1);
    private final Parameters twoTheta = two.layout().zeros();

    private void run(long steps, PPO.Hyper hyper, Optimizer optimizer, double... rewards) {
        new PPO(two, twoTheta, optimizer, new StepCounter(steps),
                new Environment[] {new ScriptedWorld(2, End.NEVER, rewards)},
                new SplittableRandom(1), hyper).run();
    }

    private float[] policyGradients() {
        float[] d = new float[gradients.size()];
        for (int k = 0; k < d.length; k++) d[k] = gradients.get(k)[offset(two, "policy.bias")];
        return d;
    }

    /**
     * Without rewards all advantages are 0. In the first batch each update makes π = (¾, ¼), in the
     * second (½, ½) again. With weight k, the gradient of k KL(π_old‖π) is k (π − π_old): 0 before
     * the first update of a batch, (¾ − ½) k after it, and in the second batch (½ − ¾) k.
     * KL(½, ½‖¾, ¼) = ½ log 4/3 = 0.144.
     */
    private float[] penaltyGradients(double klTarget) {
        run(4, new PPO.Hyper(4, 3, 1, 1, 1, NEVER, NEVER, 1, klTarget, 0, 0, 1e9, 0),
                (dTheta, eta) -> {
                    recorder.update(dTheta, eta);
                    set(two, twoTheta, "policy.bias",
                            gradients.size() <= 3 ? (float) Math.log(3) : 0);
                }, 0);
        return policyGradients();
    }

    @Test void KL_is_taken_from_the_policy_that_acted_and_its_weight_doubles_once_per_batch() {
        assertArrayEquals(new float[] {0, 0.25f, 0.25f, 0, -0.5f, -0.5f}, penaltyGradients(0.09),
                1e-6f);
    }

    @Test void weight_of_KL_stays_near_the_target() {
        assertArrayEquals(new float[] {0, 0.25f, 0.25f, 0, -0.25f, -0.25f}, penaltyGradients(0.1),
                1e-6f);
    }

    @Test void weight_of_KL_halves_once_per_batch() {
        assertArrayEquals(new float[] {0, 0.25f, 0.25f, 0, -0.125f, -0.125f}, penaltyGradients(0.3),
                1e-6f);
    }

    /** Gradients of the first logit, where each update makes π(0) = p. */
    private float[] gradientsOfTwoArms(OddWorlds.TwoArms env, double p) {
        gradients.clear();
        twoTheta.clear();
        new PPO(two, twoTheta, (dTheta, eta) -> {
            recorder.update(dTheta, eta);
            set(two, twoTheta, "policy.bias", (float) Math.log(p / (1 - p)));
        }, new StepCounter(15), new Environment[] {env}, new SplittableRandom(1),
                new PPO.Hyper(16, 2, 1, 0, 1, 0.2, NEVER, 0, 0.01, 0, 0, 1e9, 0)).run();
        return policyGradients();
    }

    @Test void ratio_is_taken_to_the_policy_that_acted_and_far_enough_is_far_enough() {
        // ρ becomes 1.5 for the good action and 0.5 for the bad one: all rows are clipped
        float[] d = gradientsOfTwoArms(new OddWorlds.TwoArms(1, 0), 0.75);
        assertTrue(d[0] < 0, "the first update makes action 0 more probable");
        assertEquals(0, d[1]);
        // 0.5 for the good action and 1.5 for the bad one: no row is clipped on the way back
        d = gradientsOfTwoArms(new OddWorlds.TwoArms(1, 0), 0.25);
        assertTrue(d[1] < 0);
    }

    @Test void advantages_are_standardized_so_the_unit_of_the_reward_does_not_matter() {
        float[] d = gradientsOfTwoArms(new OddWorlds.TwoArms(1, 0), 0.25);
        assertArrayEquals(d, gradientsOfTwoArms(new OddWorlds.TwoArms(1000, 0), 0.25), 1e-5f);
        assertArrayEquals(d, gradientsOfTwoArms(new OddWorlds.TwoArms(1, 50), 0.25), 1e-5f);
    }

    @Test void each_batch_is_learned_from_in_epochs_of_minibatches() {
        run(8, new PPO.Hyper(8, 3, 4, 1, 1, 0.2, NEVER, 0, 0.01, 0, 0.5, 1e9, 0), recorder, 1);
        assertEquals(2 * 3 * 4, gradients.size());           // T = 8, and 16 > 8
        // V = 0 and γ = 1: R = 8, 7, ..., 1. Every epoch has each row once; the mean is −4.5
        for (int epoch = 0; epoch < 3; epoch++) {
            float sum = 0;
            for (int m = 0; m < 4; m++) {
                sum += gradients.get(4 * epoch + m)[offset(two, "value.bias")];
            }
            assertEquals(-4.5f, sum / 4, 1e-5f);
        }
    }

    @Test void settings_that_make_no_sense_are_refused_by_name() {
        double[] good = {8, 3, 4, 0.9, 0.9, 0.2, NEVER, 0, 0.01, 0, 0.5, 0.5, 1e-3};
        double[] bad = {0, 0, 0, 2, -1, 0, Double.NaN, -1, 0, -1, NEVER, 0, -1};
        String[] names = Arrays.stream(PPO.Hyper.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName).toArray(String[]::new);
        for (int i = 0; i < bad.length; i++) {
            double[] x = good.clone();
            x[i] = bad[i];
            var e = assertThrows(IllegalArgumentException.class, () -> new PPO.Hyper((int) x[0],
                    (int) x[1], (int) x[2], x[3], x[4], x[5], x[6], x[7], x[8], x[9], x[10], x[11],
                    x[12]));
            assertTrue(e.getMessage().startsWith(names[i] + " must be "), e.getMessage());
        }
    }
}
