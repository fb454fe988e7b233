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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.NotFiniteException;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.StepCounter;

/**
 * The loop of A3C with continuous actions, seen through what it hands to the optimizer. In these
 * worlds s_t = [t], and θ is set so that V(s) = s + 8; with c = ½ the gradient of the value's bias
 * is Σ_i (V(s_i) − R_i), which tells what the returns were.
 */
class A3CContinuousTest {
    private static final double GAMMA = 0.5;
    private static final double ETA = 0.1;

    private final GaussianNetwork network = network();
    private final Parameters theta = network.layout().zeros();
    private final List<float[]> gradients = new ArrayList<>();
    private final List<Double> etas = new ArrayList<>();
    private final Optimizer recorder = (dTheta, eta) -> {
        gradients.add(dTheta.values().clone());
        etas.add(eta);
    };

    A3CContinuousTest() {
        set("critic.0.weight", 1);
        set("value.weight", 1);
        set("value.bias", 8);
    }

    private static GaussianNetwork network() {
        Layout layout = new Layout();
        return new GaussianNetwork(Trunk.mlp(layout, "policy", 1, 1),
                Trunk.mlp(layout, "critic", 1, 1), 2);
    }

    private void set(String name, float value) {
        theta.values()[offset(name)] = value;
    }

    private int offset(String name) {
        return network.layout().entries().stream().filter(e -> e.name().equals(name))
                .findFirst().orElseThrow().offset();
    }

    private static A3CContinuous.Hyper hyper(int tMax, int bootstrap, double rewardScale) {
        return new A3CContinuous.Hyper(tMax, bootstrap, GAMMA, 1e-4, 0, 0.5, rewardScale, 1e9, ETA);
    }

    private void run(Environment env, StepCounter T, Optimizer optimizer,
            A3CContinuous.Hyper hyper) {
        new A3CContinuous(network, theta, optimizer, T, env, new SplittableRandom(1), hyper).run();
    }

    private void run(Environment env, long steps, A3CContinuous.Hyper hyper) {
        run(env, new StepCounter(steps), recorder, hyper);
    }

    /** Σ_i (V(s_i) − R_i) of an update. */
    private float valueError(int update) {
        return gradients.get(update)[offset("value.bias")];
    }

    /*
     * Rewards 1, 0, 2, 4; V = 8, 9, 10, 11.
     * An end after 4 steps, R = 0: 4, 2 + 4/2 = 4, 0 + 4/2 = 2, 1 + 2/2 = 2: Σ = 38 − 12 = 26.
     * V(s_4) = 12: 4 + 12/2 = 10, 2 + 10/2 = 7, 3.5, 2.75: Σ = 38 − 23.25 = 14.75.
     */
    @ParameterizedTest(name = "{0}, bootstrap {1}: {2}")
    @CsvSource({"TERMINATED,0,26", "TERMINATED,1,26", "TRUNCATED,0,26", "TRUNCATED,1,14.75"})
    void whole_episode_is_one_update(End end, int bootstrap, float expected) {
        run(new ScriptedWorld(1, end, 1, 0, 2, 4), 11, hyper(0, bootstrap, 1));
        assertEquals(3, gradients.size());
        for (int k = 0; k < 3; k++) assertEquals(expected, valueError(k), 1e-4f);
    }

    /*
     * t_max = 3: V(s_3) = 11: 2 + 11/2 = 7.5, 3.75, 2.875: Σ = 27 − 14.125 = 12.875, then one step:
     * 11 − 4 at the end, 11 − (4 + 12/2) if only the clock ended it.
     */
    @ParameterizedTest(name = "{0}, bootstrap {1}: {2}")
    @CsvSource({"TERMINATED,0,7", "TERMINATED,1,7", "TRUNCATED,0,7", "TRUNCATED,1,1"})
    void segments_bootstrap_inside_the_episode(End end, int bootstrap, float expected) {
        run(new ScriptedWorld(1, end, 1, 0, 2, 4), 7, hyper(3, bootstrap, 1));
        assertEquals(4, gradients.size());
        assertEquals(12.875f, valueError(0), 1e-4f);
        assertEquals(expected, valueError(1), 1e-4f);
        assertEquals(12.875f, valueError(2), 1e-4f);
    }

    @Test void end_exactly_at_t_max_is_worth_nothing_more() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 3, hyper(3, 1, 1));
        // R = 2, 1, 1.5: (8 − 1.5) + (9 − 1) + (10 − 2)
        assertEquals(22.5f, valueError(0), 1e-4f);
    }

    @Test void rewards_are_scaled_but_not_the_bootstrap() {
        run(new ScriptedWorld(1, End.NEVER, 10, 0, 20), 3, hyper(3, 1, 0.1));
        assertEquals(12.875f, valueError(0), 1e-4f);
    }

    @Test void each_segment_begins_with_an_empty_gradient() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 30, hyper(0, 0, 1));
        for (int k = 0; k < 10; k++) assertEquals(22.5f, valueError(k), 1e-4f);
    }

    @Test void each_segment_is_computed_from_the_parameters_of_its_time() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), new StepCounter(6), (dTheta, eta) -> {
            recorder.update(dTheta, eta);
            set("value.bias", 7);                            // as if somebody had learned
        }, hyper(0, 0, 1));
        assertEquals(22.5f, valueError(0), 1e-4f);
        assertEquals(22.5f - 3, valueError(1), 1e-4f);       // each V is 1 less
    }

    @Test void policy_learns_from_the_actions_that_were_taken() {
        List<float[]> taken = new ArrayList<>();
        ScriptedWorld world = new ScriptedWorld(1, taken::add, End.TERMINATED, 1, 0, 2);
        run(world, 3, hyper(0, 0, 1));
        // −Σ_i (R_i − V(s_i)) (a_i − μ)/σ², with μ = 0 and σ² = log 2 as all other θ are 0
        float[] advantage = {1.5f - 8, 1 - 9, 2 - 10};
        for (int k = 0; k < 2; k++) {
            double expected = 0;
            for (int i = 0; i < 3; i++) expected -= advantage[i] * taken.get(i)[k] / Math.log(2);
            assertEquals(expected, gradients.get(0)[offset("mean.bias") + k], 1e-4);
        }
    }

    @Test void learning_rate_falls_with_the_steps_of_all_threads() {
        StepCounter T = new StepCounter(16);
        Runnable anotherThread = T::tick;                    // it makes as many steps as we do
        run(new ScriptedWorld(1, anotherThread, End.NEVER, 1, 0, 2), T, recorder, hyper(3, 1, 1));
        // our t is 3, 6 after the updates, but T is 6, 12; then T = 18 > T_max
        assertArrayEquals(new double[] {ETA * 10 / 16, ETA * 4 / 16, 0},
                etas.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    }

    @Test void episode_without_end_is_left_when_T_has_passed_T_max() {
        StepCounter T = new StepCounter(9);
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), T, recorder, hyper(0, 0, 1));
        assertEquals(10, T.get());
        assertEquals(1, gradients.size());
    }

    @Test void gradient_is_clipped_before_it_is_applied() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 3,
                new A3CContinuous.Hyper(3, 1, GAMMA, 1e-4, 0, 0.5, 1, 2, ETA));
        double norm = 0;
        for (float d : gradients.get(0)) norm += d * d;
        assertEquals(2, Math.sqrt(norm), 1e-5);
    }

    @Test void differential_entropy_of_two_dimensions_counts_twice_as_much() {
        float none = varianceGradient(0, 0);
        float papers = varianceGradient(1, 0);
        assertTrue(papers < none, "entropy makes the variance larger");
        assertEquals(2 * (papers - none), varianceGradient(1, 1) - none, 1e-4f);
    }

    /** Of the first update; the same steps each time. */
    private float varianceGradient(double beta, int differential) {
        gradients.clear();
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 3,
                new A3CContinuous.Hyper(3, 1, GAMMA, beta, differential, 0.5, 1, 1e9, ETA));
        return gradients.get(0)[offset("variance.bias")];
    }

    @Test void only_the_optimizer_changes_theta() {
        float[] before = theta.values().clone();
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 100, hyper(3, 1, 1));
        assertArrayEquals(before, theta.values());
    }

    @Test void reward_that_is_not_finite_stops_at_once_and_names_the_loss() {
        var e = assertThrows(NotFiniteException.class,
                () -> run(new ScriptedWorld(1, End.NEVER, Double.NaN), 100, hyper(3, 1, 1)));
        assertTrue(e.getMessage().contains("loss became NaN"), e.getMessage());
        assertTrue(gradients.isEmpty());
    }

    @Test void settings_that_make_no_sense_are_refused_by_name() {
        double[] good = {0, 0, 0.9, 1e-4, 0, 1, 1, 40, 1e-3};
        String[] names = {"tMax", "bootstrap", "gamma", "beta", "differential", "valueCoefficient",
            "rewardScale", "maxNorm", "eta"};
        double[] bad = {-1, 2, 1.1, -1, 2, Double.NaN, 0, 0, -1e-3};
        hyper(good);
        for (int i = 0; i < bad.length; i++) {
            double[] settings = good.clone();
            settings[i] = bad[i];
            var e = assertThrows(IllegalArgumentException.class, () -> hyper(settings));
            assertTrue(e.getMessage().startsWith(names[i] + " must be "), e.getMessage());
        }
    }

    private static A3CContinuous.Hyper hyper(double[] x) {
        return new A3CContinuous.Hyper((int) x[0], (int) x[1], x[2], x[3], (int) x[4], x[5], x[6],
                x[7], x[8]);
    }

    @Test void same_seed_gives_the_same_bits_and_another_seed_others() {
        float[] first = PendulumTraining.run(1, 5_000).theta().values();
        assertArrayEquals(first, PendulumTraining.run(1, 5_000).theta().values());
        assertFalse(Arrays.equals(first, PendulumTraining.run(2, 5_000).theta().values()));
    }
}
