package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.NotFiniteException;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.StepCounter;

/**
 * The loop of A3C, seen through what it hands to the optimizer. In these worlds s_t = [t], and θ is
 * set so that V(s) = s + 8: with one action the policy's gradient is 0, and with c = ½ the gradient
 * of the value's bias is Σ_i (V(s_i) − R_i), which tells what the returns were.
 */
class A3CTest {
    private static final int T_MAX = 3;
    private static final double GAMMA = 0.5;
    private static final double ETA = 0.1;

    private final ActorCriticNetwork network = new ActorCriticNetwork(1, 1, 1);
    private final Parameters theta = network.layout().zeros();
    private final List<float[]> gradients = new ArrayList<>();
    private final List<Double> etas = new ArrayList<>();
    private final Optimizer recorder = (dTheta, eta) -> {
        gradients.add(dTheta.values().clone());
        etas.add(eta);
    };

    A3CTest() {
        set("trunk.0.weight", 1);
        set("value.weight", 1);
        set("value.bias", 8);
    }

    private void set(String name, float value) {
        theta.values()[offset(name)] = value;
    }

    private int offset(String name) {
        return network.layout().entries().stream().filter(e -> e.name().equals(name))
                .findFirst().orElseThrow().offset();
    }

    private void run(Environment env, long steps, Optimizer optimizer, StepCounter T) {
        A3C.Hyper hyper = new A3C.Hyper(T_MAX, GAMMA, 0.01, 0.5, 1e9, ETA);
        new A3C(network, theta, optimizer, T, env, new SplittableRandom(1), hyper).run();
    }

    private void run(Environment env, long steps) {
        run(env, steps, recorder, new StepCounter(steps));
    }

    /** Σ_i (V(s_i) − R_i) of an update. */
    private float valueError(int update) {
        return gradients.get(update)[offset("value.bias")];
    }

    @Test void segment_of_t_max_steps_bootstraps_from_the_state_after_it() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 3);
        // V(s_3) = 11: R_2 = 2 + 11/2 = 7.5, R_1 = 0 + 7.5/2 = 3.75, R_0 = 1 + 3.75/2 = 2.875
        // V = 8, 9, 10: (8 − 2.875) + (9 − 3.75) + (10 − 7.5) = 12.875
        assertEquals(12.875f, valueError(0), 1e-5f);
    }

    @Test void real_end_exactly_at_t_max_is_worth_nothing_more() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 3);
        // R_2 = 2, R_1 = 1, R_0 = 1.5: (8 − 1.5) + (9 − 1) + (10 − 2) = 22.5
        assertEquals(22.5f, valueError(0), 1e-5f);
    }

    @Test void time_limit_exactly_at_t_max_bootstraps_from_the_last_state_of_the_old_episode() {
        run(new ScriptedWorld(1, End.TRUNCATED, 1, 0, 2), 3);
        assertEquals(12.875f, valueError(0), 1e-5f);         // as if nothing had ended
    }

    @Test void real_end_inside_the_segment_keeps_its_reward_and_ends_the_segment() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 4), 2);
        // R_1 = 4, R_0 = 1 + 4/2 = 3: (8 − 3) + (9 − 4) = 10
        assertEquals(10f, valueError(0), 1e-5f);
    }

    @Test void time_limit_inside_the_segment_bootstraps() {
        run(new ScriptedWorld(1, End.TRUNCATED, 1, 4), 2);
        // V(s_2) = 10: R_1 = 4 + 5 = 9, R_0 = 1 + 4.5 = 5.5: (8 − 5.5) + (9 − 9) = 2.5
        assertEquals(2.5f, valueError(0), 1e-5f);
    }

    @Test void each_segment_begins_with_an_empty_gradient() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 30);
        assertEquals(11, gradients.size());                  // the last begins at T = 30
        for (float[] gradient : gradients) assertArrayEquals(gradients.get(0), gradient);
    }

    @Test void each_segment_is_computed_from_the_parameters_of_its_time() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 6, (dTheta, eta) -> {
            recorder.update(dTheta, eta);
            set("value.bias", 7);                            // as if somebody had learned
        }, new StepCounter(6));
        assertEquals(22.5f, valueError(0), 1e-5f);
        assertEquals(22.5f - 3, valueError(1), 1e-5f);       // each V is 1 less
    }

    @Test void only_the_optimizer_changes_theta() {
        float[] before = theta.values().clone();
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 100);
        assertArrayEquals(before, theta.values());
    }

    @Test void segment_goes_on_where_the_last_one_stopped() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 6);
        // s = 3, 4, 5 and V(s_6) = 14: R = 2 + 14/2 = 9, then 0 + 9/2 = 4.5, then 1 + 4.5/2 = 3.25
        // (11 − 3.25) + (12 − 4.5) + (13 − 9) = 19.25
        assertEquals(19.25f, valueError(1), 1e-5f);
    }

    @Test void episode_begins_again_after_either_end() {
        for (End end : List.of(End.TERMINATED, End.TRUNCATED)) {
            ScriptedWorld world = new ScriptedWorld(1, end, 1, 0, 2);
            run(world, 29);                                  // 10 episodes of 3 steps, T = 30 > 29
            assertEquals(11, world.resets(), end.toString());
        }
    }

    @Test void ends_when_T_has_passed_T_max_and_not_before() {
        StepCounter T = new StepCounter(9);
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 9, recorder, T);
        assertEquals(12, T.get());                           // at T = 9 it is not > T_max yet
    }

    @Test void learning_rate_falls_with_the_steps_of_all_threads() {
        StepCounter T = new StepCounter(16);
        Runnable anotherThread = T::tick;                    // it makes as many steps as we do
        run(new ScriptedWorld(1, anotherThread, End.NEVER, 1, 0, 2), 16, recorder, T);
        // our t is 3, 6, 9 after the updates, but T is 6, 12, 18; at 18 > T_max it is 0
        assertArrayEquals(new double[] {ETA * 10 / 16, ETA * 4 / 16, 0},
                etas.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    }

    @Test void gradient_is_clipped_before_it_is_applied() {
        A3C.Hyper hyper = new A3C.Hyper(T_MAX, GAMMA, 0.01, 0.5, 2, ETA);
        new A3C(network, theta, recorder, new StepCounter(3),
                new ScriptedWorld(1, End.NEVER, 1, 0, 2), new SplittableRandom(1), hyper).run();
        double norm = 0;
        for (float d : gradients.get(0)) norm += d * d;
        assertEquals(2, Math.sqrt(norm), 1e-5);
    }

    @Test void stops_after_the_segment_in_which_it_was_told_to() {
        StepCounter T = new StepCounter(1_000_000);
        run(new ScriptedWorld(1, T::stop, End.NEVER, 1, 0, 2), 1_000_000, recorder, T);
        assertEquals(1, gradients.size());
    }

    @Test void reward_that_is_not_finite_stops_at_once_and_names_the_loss() {
        var e = assertThrows(NotFiniteException.class,
                () -> run(new ScriptedWorld(1, End.NEVER, 1, Double.NaN), 100));
        assertTrue(e.getMessage().contains("loss became NaN"), e.getMessage());
        assertTrue(gradients.isEmpty());
    }

    @Test void parameter_that_is_not_finite_stops_before_anything_is_applied() {
        set("policy.bias", Float.NaN);
        assertThrows(NotFiniteException.class, () -> run(new ScriptedWorld(1, End.NEVER, 1), 100));
        assertTrue(gradients.isEmpty());
    }

    @Test void settings_that_make_no_sense_are_refused() {
        refused("tMax must be at least 1, but got 0.",
                () -> new A3C.Hyper(0, 0.9, 0.01, 0.5, 40, 1e-3));
        refused("gamma must be in [0, 1], but got 1.1.",
                () -> new A3C.Hyper(5, 1.1, 0.01, 0.5, 40, 1e-3));
        refused("beta must be a number >= 0, but got -1.0.",
                () -> new A3C.Hyper(5, 0.9, -1, 0.5, 40, 1e-3));
        refused("valueCoefficient must be a number >= 0, but got NaN.",
                () -> new A3C.Hyper(5, 0.9, 0.01, Double.NaN, 40, 1e-3));
        refused("maxNorm must be > 0, but got 0.0.",
                () -> new A3C.Hyper(5, 0.9, 0.01, 0.5, 0, 1e-3));
        refused("eta must be a number >= 0, but got -0.001.",
                () -> new A3C.Hyper(5, 0.9, 0.01, 0.5, 40, -1e-3));
    }

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable what) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    @Test void same_seed_gives_the_same_bits_and_another_seed_others() {
        float[] first = trained(1);
        assertArrayEquals(first, trained(1));
        assertFalse(Arrays.equals(first, trained(2)));
    }

    private static float[] trained(long seed) {
        return CartPoleTraining.run(seed, 1, 5_000).theta().values();
    }
}
