package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.NotFiniteException;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.StepCounter;

/**
 * What the loops of A2C and PPO have in common, seen through what they hand to the optimizer; with
 * λ = 1, and one update for each batch. In the scripted worlds s_t = [t], and θ is set so that
 * V(s) = s + 8: with one action the policy's gradient is 0, and with c = ½ the gradient of the
 * value's bias is the mean of V(s_i) − R_i, which tells what the returns were.
 */
abstract class SynchronousContract {
    static final int T_MAX = 3;
    static final double GAMMA = 0.5;
    static final double ETA = 0.1;

    final ActorCriticNetwork network = new ActorCriticNetwork(1, 1, 1);
    final Parameters theta = network.layout().zeros();
    final List<float[]> gradients = new ArrayList<>();
    final List<Double> etas = new ArrayList<>();
    final Optimizer recorder = (dTheta, eta) -> {
        gradients.add(dTheta.values().clone());
        etas.add(eta);
    };

    SynchronousContract() {
        set(network, theta, "trunk.0.weight", 1);
        set(network, theta, "value.weight", 1);
        set(network, theta, "value.bias", 8);
    }

    /** The learner, with settings as above. */
    abstract Runnable learner(ActorCriticNetwork definition, Parameters parameters,
                              Optimizer optimizer, StepCounter T, Environment[] envs,
                              RandomGenerator rng, int tMax, double maxNorm);

    static void set(ActorCriticNetwork network, Parameters theta, String name, float value) {
        theta.values()[offset(network, name)] = value;
    }

    static int offset(ActorCriticNetwork network, String name) {
        return network.layout().entries().stream().filter(e -> e.name().equals(name))
                .findFirst().orElseThrow().offset();
    }

    private void run(StepCounter T, Optimizer optimizer, Environment... envs) {
        learner(network, theta, optimizer, T, envs, new SplittableRandom(1), T_MAX, 1e9).run();
    }

    private void run(long steps, Environment... envs) {
        run(new StepCounter(steps), recorder, envs);
    }

    /** The mean of V(s_i) − R_i in an update. */
    private float valueError(int update) {
        return gradients.get(update)[offset(network, "value.bias")];
    }

    @Test void segment_of_t_max_steps_bootstraps_from_the_state_after_it() {
        run(3, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // V(s_3) = 11: R_2 = 2 + 11/2 = 7.5, R_1 = 0 + 7.5/2 = 3.75, R_0 = 1 + 3.75/2 = 2.875
        // V = 8, 9, 10: (8 − 2.875) + (9 − 3.75) + (10 − 7.5) = 12.875
        assertEquals(12.875f / 3, valueError(0), 1e-5f);
    }

    @Test void real_end_exactly_at_t_max_is_worth_nothing_more() {
        run(3, new ScriptedWorld(1, End.TERMINATED, 1, 0, 2));
        // R_2 = 2, R_1 = 1, R_0 = 1.5: (8 − 1.5) + (9 − 1) + (10 − 2) = 22.5
        assertEquals(22.5f / 3, valueError(0), 1e-5f);
    }

    @Test void time_limit_exactly_at_t_max_bootstraps_from_the_last_state_of_the_old_episode() {
        run(3, new ScriptedWorld(1, End.TRUNCATED, 1, 0, 2));
        assertEquals(12.875f / 3, valueError(0), 1e-5f);         // as if nothing had ended
    }

    @Test void real_end_inside_the_segment_keeps_its_reward_and_the_next_episode_follows() {
        run(3, new ScriptedWorld(1, End.TERMINATED, 1, 4));
        // R_1 = 4, R_0 = 1 + 4/2 = 3; the next episode's V(s_1) = 9: R_2 = 1 + 9/2 = 5.5
        // (8 − 3) + (9 − 4) + (8 − 5.5) = 12.5
        assertEquals(12.5f / 3, valueError(0), 1e-5f);
    }

    @Test void time_limit_inside_the_segment_bootstraps_from_the_old_episode() {
        run(3, new ScriptedWorld(1, End.TRUNCATED, 1, 4));
        // V(s_2) = 10: R_1 = 4 + 5 = 9, R_0 = 1 + 4.5 = 5.5; R_2 = 5.5 as above
        // (8 − 5.5) + (9 − 9) + (8 − 5.5) = 5
        assertEquals(5f / 3, valueError(0), 1e-5f);
    }

    @Test void worlds_that_end_differently_do_not_disturb_each_other() {
        run(9, new ScriptedWorld(1, End.NEVER, 1, 0, 2), new ScriptedWorld(1, End.TERMINATED, 1, 4),
                new ScriptedWorld(1, End.TRUNCATED, 1, 4));
        assertEquals((12.875f + 12.5f + 5) / 9, valueError(0), 1e-5f);
    }

    @Test void four_worlds_give_the_mean_of_their_gradients_not_the_sum() {
        Environment[] four = new Environment[4];
        Arrays.setAll(four, n -> new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        run(11, four);
        run(2, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        assertEquals(2, gradients.size());
        assertArrayEquals(gradients.get(1), gradients.get(0), 1e-5f);
    }

    @Test void segment_goes_on_where_the_last_one_stopped() {
        run(6, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // s = 3, 4, 5 and V(s_6) = 14: R = 2 + 14/2 = 9, then 0 + 9/2 = 4.5, then 1 + 4.5/2 = 3.25
        // (11 − 3.25) + (12 − 4.5) + (13 − 9) = 19.25
        assertEquals(19.25f / 3, valueError(1), 1e-5f);
    }

    @Test void each_segment_begins_with_an_empty_gradient() {
        run(30, new ScriptedWorld(1, End.TERMINATED, 1, 0, 2));
        assertEquals(11, gradients.size());                  // the last begins at T = 30
        for (float[] gradient : gradients) assertArrayEquals(gradients.get(0), gradient);
    }

    @Test void each_segment_is_computed_from_the_parameters_of_its_time() {
        run(new StepCounter(3), (dTheta, eta) -> {
            recorder.update(dTheta, eta);
            set(network, theta, "value.bias", 7);            // as if it had learned
        }, new ScriptedWorld(1, End.TERMINATED, 1, 0, 2));
        assertEquals(22.5f / 3, valueError(0), 1e-5f);
        assertEquals(22.5f / 3 - 1, valueError(1), 1e-5f);   // each V is 1 less
    }

    @Test void only_the_optimizer_changes_theta() {
        float[] before = theta.values().clone();
        run(100, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        assertArrayEquals(before, theta.values());
    }

    @Test void each_world_begins_again_after_either_end_of_its_own() {
        ScriptedWorld three = new ScriptedWorld(1, End.TERMINATED, 1, 0, 2);
        ScriptedWorld two = new ScriptedWorld(1, End.TRUNCATED, 1, 4);
        ScriptedWorld never = new ScriptedWorld(1, End.NEVER, 1);
        run(17, three, two, never);                          // 6 steps of each, T = 18 > 17
        assertEquals(List.of(3, 4, 1), List.of(three.resets(), two.resets(), never.resets()));
    }

    @Test void T_counts_the_steps_of_all_worlds_and_ends_after_T_max() {
        StepCounter T = new StepCounter(12);
        run(T, recorder, new ScriptedWorld(1, End.NEVER, 1), new ScriptedWorld(1, End.NEVER, 1));
        assertEquals(18, T.get());                           // at T = 12 it is not > T_max yet
        // after the updates T is 6, 12, 18
        assertArrayEquals(new double[] {ETA / 2, 0, 0},
                etas.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    }

    @Test void gradient_is_clipped_before_it_is_applied() {
        learner(network, theta, recorder, new StepCounter(3),
                new Environment[] {new ScriptedWorld(1, End.NEVER, 1, 0, 2)},
                new SplittableRandom(1), T_MAX, 2).run();
        double norm = 0;
        for (float d : gradients.get(0)) norm += d * d;
        assertEquals(2, Math.sqrt(norm), 1e-5);
    }

    @Test void stops_after_the_segment_in_which_it_was_told_to() {
        StepCounter T = new StepCounter(1_000_000);
        run(T, recorder, new ScriptedWorld(1, T::stop, End.NEVER, 1, 0, 2));
        assertEquals(1, gradients.size());
    }

    @Test void reward_that_is_not_finite_stops_at_once_and_names_the_loss() {
        var e = assertThrows(NotFiniteException.class,
                () -> run(100, new ScriptedWorld(1, End.NEVER, 1, Double.NaN)));
        assertTrue(e.getMessage().contains("loss became NaN"), e.getMessage());
        assertTrue(gradients.isEmpty());
    }

    @Test void each_world_is_acted_in_by_what_it_shows() {
        ActorCriticNetwork two = new ActorCriticNetwork(1, 2, 1);
        Parameters parameters = two.layout().zeros();
        set(two, parameters, "trunk.0.weight", 1);           // logits (50, −50) + s (−100, 100)
        System.arraycopy(new float[] {-100, 100}, 0, parameters.values(),
                offset(two, "policy.weight"), 2);
        System.arraycopy(new float[] {50, -50}, 0, parameters.values(),
                offset(two, "policy.bias"), 2);
        OddWorlds.Signpost zero = new OddWorlds.Signpost(0);
        OddWorlds.Signpost one = new OddWorlds.Signpost(1);
        learner(two, parameters, recorder, new StepCounter(5), new Environment[] {zero, one},
                new SplittableRandom(1), T_MAX, 1e9).run();
        assertEquals(List.of(0, 0, 0), zero.actions());
        assertEquals(List.of(1, 1, 1), one.actions());
    }

    @Test void worlds_see_different_episodes() {
        OddWorlds.FirstSight one = new OddWorlds.FirstSight();
        OddWorlds.FirstSight other = new OddWorlds.FirstSight();
        ActorCriticNetwork large = new ActorCriticNetwork(4, 2, 8);
        learner(large, large.layout().zeros(), recorder, new StepCounter(5),
                new Environment[] {one, other}, new SplittableRandom(1), 5, 1e9).run();
        assertNotEquals(Arrays.toString(one.first()), Arrays.toString(other.first()));
    }

    @Test void world_that_shows_everything_in_one_array_is_learned_from_all_the_same() {
        float[] first = trained(1, new CartPole(), new CartPole());
        assertArrayEquals(first, trained(1, new OddWorlds.OneArray(),
                new OddWorlds.OneArray()));
    }

    @Test void same_seed_gives_the_same_bits_and_another_seed_others() {
        float[] first = trained(1, new CartPole(), new CartPole());
        assertArrayEquals(first, trained(1, new CartPole(), new CartPole()));
        assertFalse(Arrays.equals(first, trained(2, new CartPole(), new CartPole())));
    }

    /** Plain steps against the gradient. */
    private float[] trained(long seed, Environment... worlds) {
        SplittableRandom root = new SplittableRandom(seed);
        ActorCriticNetwork large = new ActorCriticNetwork(4, 2, 8);
        Parameters parameters = large.layout().initialize(root.split());
        Optimizer descent = (dTheta, eta) -> {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.values()[i] -= (float) eta * dTheta.values()[i];
            }
        };
        for (int n = 0; n < worlds.length; n++) worlds[n] = new TimeLimit(worlds[n], 15);
        learner(large, parameters, descent, new StepCounter(500), worlds, root.split(), 5, 1).run();
        return parameters.values();
    }
}
