package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.NotFiniteException;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.StepCounter;

/**
 * The loop of DQN, seen through what it hands to the optimizer. In these worlds s_t = [t], there is
 * one action, and with δ = ∞ the gradient of its bias is the mean of Q − y over the minibatch:
 *
 * <pre>
 *   Q(s; θ) = s + 8       Q(s; θ⁻) = 3 s       γ = ½
 * </pre>
 */
class DQNTest {
    private static final double ETA = 0.1;
    private static final long NEVER = 1_000_000_000;

    private final QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 1);
    private final Parameters theta = network.layout().zeros();
    private final Parameters thetaMinus = network.layout().zeros();
    private final List<float[]> gradients = new ArrayList<>();
    private final List<Double> etas = new ArrayList<>();
    private final Optimizer recorder = (dTheta, eta) -> {
        gradients.add(dTheta.values().clone());
        etas.add(eta);
    };

    DQNTest() {
        // trunk: weight, bias;  q: weight, bias
        float[] values = {1, 0, 1, 8};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
        float[] minus = {1, 0, 3, 0};
        System.arraycopy(minus, 0, thetaMinus.values(), 0, minus.length);
    }

    private static DQN.Hyper hyper(int capacity, long learningStarts, int batchSize,
                                   long updateInterval, long targetInterval) {
        return new DQN.Hyper(capacity, learningStarts, batchSize, updateInterval, targetInterval,
                0.5, 1, 0, 0, 1, Double.POSITIVE_INFINITY, 1e9, ETA);
    }

    private void run(Environment env, StepCounter T, DQN.Hyper hyper) {
        new DQN(network, theta, thetaMinus, recorder, T, env, new SplittableRandom(1), hyper, false)
                .run();
    }

    /** An update after each step, from a replay that forgets soon. */
    private void run(Environment env, int batchSize, long steps) {
        run(env, new StepCounter(steps), hyper(5, 1, batchSize, 1, NEVER));
    }

    /** All different means of Q − y that there were, smallest first. */
    private Set<Float> errors() {
        Set<Float> errors = new TreeSet<>();
        for (float[] gradient : gradients) errors.add(gradient[3]);
        return errors;
    }

    @Test void each_transition_bootstraps_from_the_state_it_led_to() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 1, 2);
        // y = 1 + 3/2 = 2.5, 0 + 6/2 = 3, 2 + 9/2 = 6.5:  8 − 2.5, 9 − 3, 10 − 6.5
        gradients.remove(gradients.size() - 1);
        for (float error : errors()) assertTrue(Set.of(5.5f, 6f).contains(error), "" + error);
        assertEquals(5.5f, gradients.get(0)[3]);             // nothing else was there yet
    }

    @Test void real_end_is_worth_its_reward_and_nothing_more() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 1, 200);
        assertEquals(Set.of(5.5f, 6f, 8f), errors());        // the last: 10 − 2
    }

    @Test void time_limit_bootstraps_from_the_last_state_of_the_old_episode() {
        run(new ScriptedWorld(1, End.TRUNCATED, 1, 0, 2), 1, 200);
        assertEquals(Set.of(3.5f, 5.5f, 6f), errors());      // as if nothing had ended
    }

    @Test void episodes_of_one_step_overwrite_each_other_and_stay_right() {
        run(new ScriptedWorld(1, End.TRUNCATED, 1), 4, 200);
        assertEquals(Set.of(5.5f), errors());
        gradients.clear();
        run(new ScriptedWorld(1, End.TERMINATED, 1), 4, 200);
        assertEquals(Set.of(7f), errors());                  // 8 − 1
    }

    @Test void gradient_is_the_mean_over_the_minibatch_and_each_begins_empty() {
        for (int batchSize : new int[] {1, 2, 64}) run(new ScriptedWorld(1, End.TERMINATED, 1),
                batchSize, 50);
        assertEquals(Set.of(7f), errors());
    }

    @Test void learns_from_learning_starts_on_at_multiples_of_the_interval() {
        StepCounter T = new StepCounter(9);
        run(new ScriptedWorld(1, End.NEVER, 1), T, hyper(100, 5, 1, 2, NEVER));
        assertEquals(10, T.get());
        assertEquals(3, gradients.size());                   // T = 6, 8, 10
        for (int i = 0; i < 3; i++) {
            assertEquals(ETA * Math.max(0, 1 - (6 + 2 * i) / 9.0), etas.get(i), 1e-12);
        }
    }

    @Test void double_lets_theta_choose_and_theta_minus_value_what_it_chose() {
        QNetwork two = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 2);
        Parameters online = two.layout().zeros();
        Parameters minus = two.layout().zeros();
        System.arraycopy(new float[] {0, 0, 0, 0, 8, 9}, 0, online.values(), 0, 6);
        System.arraycopy(new float[] {0, 0, 0, 0, 20, 10}, 0, minus.values(), 0, 6);
        for (boolean doubleQ : new boolean[] {false, true}) {
            new DQN(two, online, minus, recorder, new StepCounter(1),
                    new ScriptedWorld(2, End.NEVER, 1), new SplittableRandom(1),
                    hyper(5, 2, 1, 2, NEVER), doubleQ).run();
            float[] d = gradients.remove(0);
            int a = d[4] != 0 ? 0 : 1;
            // plain 1 + 20/2 = 11, θ⁻'s best; double 1 + 10/2 = 6, as θ prefers the second
            assertEquals(8 + a - (doubleQ ? 6 : 11), d[4 + a], 1e-5f);
        }
    }

    @Test void theta_minus_is_copied_at_each_multiple_of_T_and_only_then() {
        assertEquals(List.of(1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 10, 10),
                copies(new StepCounter(12)).subList(0, 12));
    }

    @Test void theta_minus_is_copied_on_the_value_of_T_that_the_step_made() {
        StepCounter T = new StepCounter(19);
        boolean[] ours = {true};
        T.every(1, at -> {                                   // somebody else, after each step
            ours[0] = !ours[0];
            if (!ours[0]) T.tick();
        });
        // ours are T = 1, 3, 5, ...: the third and the eighth are multiples of 5
        assertEquals(List.of(1, 1, 1, 3, 3, 3, 3, 3, 8, 8), copies(T).subList(0, 10));
    }

    /** θ⁻'s weight as seen in each step, while θ's is 1, 2, 3, ... */
    private List<Integer> copies(StepCounter T) {
        List<Integer> seen = new ArrayList<>();
        thetaMinus.values()[0] = 1;
        run(new ScriptedWorld(1, () -> {
            seen.add((int) thetaMinus.values()[0]);
            theta.values()[0] = seen.size();
        }, End.NEVER, 1), T, hyper(5, 1, 1, 1, 5));
        return seen;
    }

    @Test void exploration_falls_with_T_and_ends_at_its_final_value() {
        QNetwork two = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 2);
        ScriptedWorld world = new ScriptedWorld(2, End.NEVER, 1);
        DQN.Hyper hyper = new DQN.Hyper(9, NEVER, 1, 1, NEVER, 0.5, 8, 0.5, 0, 1, 1, 1, ETA);
        RandomGenerator rng = QMethodContract.always(1);
        new DQN(two, two.layout().zeros(), two.layout().zeros(), recorder, new StepCounter(9),
                world, rng, hyper, false).run();
        // ε = 1 − ½ T / 8 is more than ¾ until T = 4, where it is ¾: greedy, action 0
        assertEquals(List.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0), world.taken());
    }

    /** The errors that were learned from, one after another, of 0 and −4. */
    private List<Float> surprises(double alpha, double beta, int batchSize) {
        gradients.clear();
        Arrays.fill(theta.values(), 0);
        DQN.Hyper hyper = new DQN.Hyper(1000, 1, batchSize, 1, NEVER, 0, 1, 0, alpha, beta,
                Double.POSITIVE_INFINITY, 1e9, ETA);
        run(new ScriptedWorld(1, End.TERMINATED, 0, 0, 0, 0, 0, 0, 0, 4), new StepCounter(999),
                hyper);
        return gradients.stream().map(d -> d[3]).toList();
    }

    @Test void prioritized_replay_looks_at_what_surprises() {
        long uniform = surprises(0, 1, 1).stream().filter(e -> e != 0).count();
        long prioritized = surprises(1, 1, 1).stream().filter(e -> e != 0).count();
        assertEquals(1000 / 8.0, uniform, 40);
        assertTrue(prioritized > 300, prioritized + " of 1000");
    }

    @Test void importance_weights_shorten_steps_and_all_of_them_in_the_end() {
        List<Float> none = surprises(0.1, 0, 8);             // β from 0 to 1
        List<Float> all = surprises(0.1, 1, 8);              // β = 1
        assertEquals(none.size(), all.size());
        int shorter = 0;
        for (int i = 0; i < 500; i++) {
            assertTrue(all.get(i) >= none.get(i), "gradients are −4 or 0, times a weight");
            if (all.get(i) > none.get(i)) shorter++;
        }
        assertTrue(shorter > 100, shorter + " of 500");
        assertEquals(all.get(999), none.get(999), 1e-6f);    // T = T_max + 1: β = 1
    }

    @Test void at_beta_1_a_weight_is_the_inverse_of_how_much_more_often_it_is_drawn() {
        // priorities of errors 4 and 0 at α = 0.1: 4^0.1 to (1e-6)^0.1, that is 4.573 to 1
        double weight = Math.pow(1e-6 / 4, 0.1);
        List<Float> d = surprises(0.1, 1, 8);
        int weighted = 0;
        for (int i = 900; i < 1000; i++) {                   // −4 w / 8 for each 4 of the 8
            double fours = d.get(i) / -0.5;
            if (Math.rint(fours) == fours) continue;         // no 0 beside them: w = 1
            assertEquals(Math.rint(fours / weight), fours / weight, 1e-3);
            weighted++;
        }
        assertTrue(weighted > 50, weighted + " of 100");
    }

    @Test void tells_what_the_last_actions_were_worth() {
        DQN learner = new DQN(network, theta, thetaMinus, recorder, new StepCounter(1),
                new ScriptedWorld(1, End.TERMINATED, 1), new SplittableRandom(1),
                hyper(5, 1, 4, 1, NEVER), false);
        learner.run();
        assertEquals(8f, learner.sources().loss().absValue());
    }

    @Test void only_the_optimizer_changes_theta_and_only_copying_theta_minus() {
        float[] before = theta.values().clone();
        float[] minus = thetaMinus.values().clone();
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 4, 100);
        assertArrayEquals(before, theta.values());
        assertArrayEquals(minus, thetaMinus.values());
    }

    @Test void gradient_is_clipped_before_it_is_applied() {
        DQN.Hyper hyper = new DQN.Hyper(5, 1, 2, 1, NEVER, 0.5, 1, 0, 0, 1, 1e9, 2, ETA);
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), new StepCounter(1), hyper);
        double norm = 0;
        for (float d : gradients.get(0)) norm += d * d;
        assertEquals(2, Math.sqrt(norm), 1e-5);
    }

    @Test void world_that_writes_into_old_observations_does_not_change_what_is_learned() {
        run(new RewritingWorld(new ScriptedWorld(1, End.TRUNCATED, 1, 0, 2)), 1, 200);
        assertEquals(Set.of(3.5f, 5.5f, 6f), errors());
    }

    @Test void reward_that_is_not_finite_stops_at_once_and_names_the_loss() {
        var e = assertThrows(NotFiniteException.class,
                () -> run(new ScriptedWorld(1, End.NEVER, Double.NaN), 1, 100));
        assertTrue(e.getMessage().contains("loss became NaN"), e.getMessage());
        assertTrue(gradients.isEmpty());
    }

    @Test void settings_that_make_no_sense_are_refused_by_name() {
        String[] sentences = {"capacity must be at least 2, but got 1.",
            "learningStarts must be at least 1, but got 0.",
            "batchSize must be at least 1, but got 0.",
            "updateInterval must be at least 1, but got 0.",
            "targetInterval must be at least 1, but got 0.",
            "gamma must be in [0, 1], but got 1.1.",
            "explorationSteps must be at least 1, but got 0.",
            "finalEpsilon must be in [0, 1], but got -0.1.",
            "alpha must be a number >= 0, but got NaN.", "beta must be in [0, 1], but got 1.1.",
            "delta must be > 0, but got 0.0.", "maxNorm must be > 0, but got 0.0.",
            "eta must be a number >= 0, but got -0.1."};
        double[] bad = {1, 0, 0, 0, 0, 1.1, 0, -0.1, Double.NaN, 1.1, 0, 0, -0.1};
        for (int i = 0; i < bad.length; i++) {
            double[] x = {2, 1, 1, 1, 1, 1, 1, 0, 0, 0, NEVER, NEVER, 0};
            hyper(x);
            x[i] = bad[i];
            assertEquals(sentences[i], assertThrows(IllegalArgumentException.class,
                    () -> hyper(x)).getMessage());
        }
    }

    private static void hyper(double[] x) {
        new DQN.Hyper((int) x[0], (long) x[1], (int) x[2], (long) x[3], (long) x[4], x[5],
                (long) x[6], x[7], x[8], x[9], x[10], x[11], x[12]);
    }

    @Test void same_seed_gives_the_same_bits_and_another_seed_others() {
        for (DQNTraining.Variant variant : DQNTraining.Variant.values()) {
            float[] first = DQNTraining.run(variant, 1, 3_000).theta().values();
            assertArrayEquals(first, DQNTraining.run(variant, 1, 3_000).theta().values());
            assertFalse(Arrays.equals(first, DQNTraining.run(variant, 2, 3_000).theta().values()));
        }
    }
}
