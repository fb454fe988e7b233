package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * What one-step Q, one-step Sarsa and n-step Q have in common, seen through what they hand to the
 * optimizer. In these worlds s_t = [t], and with c = ½ the gradient of an action's bias is the sum
 * of Q − R over the steps in which it was taken, which tells what the returns were:
 *
 * <pre>
 *   Q(s, ·; θ) = (s + 8, 5)       Q(s, ·; θ⁻) = (s, 3 s)
 * </pre>
 */
abstract class QMethodContract {
    static final double GAMMA = 0.5;
    static final double ETA = 0.1;
    static final long NEVER = 1_000_000_000;
    /** Three steps between updates, greedy from T = 1 on. */
    static final OneStepQ.Hyper HYPER = new OneStepQ.Hyper(3, NEVER, GAMMA, 1, 0.5, 1e9, ETA);

    final QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 2);
    final Parameters theta = network.layout().zeros();
    final Parameters thetaMinus = network.layout().zeros();
    final List<float[]> gradients = new ArrayList<>();
    final List<Double> etas = new ArrayList<>();
    final Optimizer recorder = (dTheta, eta) -> {
        gradients.add(dTheta.values().clone());
        etas.add(eta);
    };

    QMethodContract() {
        // trunk: weight, bias;  q: weights of both actions, biases of both actions
        float[] values = {1, 0, 1, 0, 8, 5};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
        float[] minus = {1, 0, 1, 3, 0, 0};
        System.arraycopy(minus, 0, thetaMinus.values(), 0, minus.length);
    }

    static final int BIAS = 4;               // of action 0; of action 1 behind it

    /** A learner of the method; updateInterval is t_max for n-step Q. */
    abstract Runnable learner(QNetwork network, Parameters theta, Parameters thetaMinus,
                              Optimizer optimizer, StepCounter T, Environment env,
                              RandomGenerator rng, OneStepQ.Hyper hyper);

    /**
     * Chance that always says ¾ and the same action: final ε is ½, and with less than ¾ for ε an
     * action is the best one, else that one.
     */
    static RandomGenerator always(int action) {
        return new RandomGenerator() {
            @Override public long nextLong() {
                throw new AssertionError("only a double or an action is asked for");
            }

            @Override public double nextDouble() {
                return 0.75;
            }

            @Override public int nextInt(int bound) {
                return action;
            }
        };
    }

    final void run(Environment env, StepCounter T, Optimizer optimizer, OneStepQ.Hyper hyper) {
        learner(network, theta, thetaMinus, optimizer, T, env, always(0), hyper).run();
    }

    final void run(Environment env, long steps) {
        run(env, new StepCounter(steps), recorder, HYPER);
    }

    /** Σ_i (Q(s_i, 0) − R_i) of an update. */
    final float error(int update) {
        return gradients.get(update)[BIAS];
    }

    @Test void each_update_begins_with_an_empty_gradient() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 0, 2), 30);
        assertTrue(gradients.size() >= 10);
        for (float[] gradient : gradients) assertArrayEquals(gradients.get(0), gradient);
    }

    @Test void only_the_optimizer_changes_theta_and_only_copying_theta_minus() {
        float[] before = theta.values().clone();
        float[] minus = thetaMinus.values().clone();
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 100);
        assertArrayEquals(before, theta.values());
        assertArrayEquals(minus, thetaMinus.values());
    }

    @Test void episode_begins_again_after_either_end() {
        for (End end : List.of(End.TERMINATED, End.TRUNCATED)) {
            ScriptedWorld world = new ScriptedWorld(2, end, 1, 0, 2);
            run(world, 29);                                  // 10 episodes of 3 steps, T = 30 > 29
            assertEquals(11, world.resets(), end.toString());
        }
    }

    @Test void learning_rate_falls_with_the_steps_of_all_threads() {
        StepCounter T = new StepCounter(16);
        Runnable anotherThread = T::tick;                    // it makes as many steps as we do
        run(new ScriptedWorld(2, anotherThread, End.NEVER, 1, 0, 2), T, recorder, HYPER);
        // our t is 3, 6, 9 after the updates, but T is 6, 12, 18; at 18 > T_max it is 0
        assertArrayEquals(new double[] {ETA * 10 / 16, ETA * 4 / 16, 0},
                etas.stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    }

    @Test void exploration_falls_with_the_steps_of_all_threads() {
        StepCounter T = new StepCounter(16);
        ScriptedWorld world = new ScriptedWorld(2, T::tick, End.NEVER, 1, 0, 2);
        OneStepQ.Hyper hyper = new OneStepQ.Hyper(3, NEVER, GAMMA, 8, 0.5, 1e9, ETA);
        learner(network, theta, thetaMinus, recorder, T, world, always(1), hyper).run();
        // ε = 1 − ½ T / 8 is more than ¾ until T = 4, where it is ¾: greedy, action 0
        assertEquals(explored(), world.taken().subList(0, 6));
    }

    /** What is taken if exploring is action 1 and ends when T comes to 4. */
    List<Integer> explored() {
        return List.of(1, 1, 0, 0, 0, 0);
    }

    @Test void theta_minus_is_copied_at_each_multiple_of_T_that_a_step_of_ours_made() {
        OneStepQ.Hyper hyper = new OneStepQ.Hyper(2, 5, GAMMA, 1, 0.5, 1e9, ETA);
        StepCounter T = new StepCounter(12);
        // θ's weight is 1, 2, 3, ... in the steps, so θ⁻ tells in which it was copied
        assertEquals(List.of(1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 10, 10), copies(T, hyper).subList(0,
                12));
    }

    @Test void theta_minus_is_not_copied_when_another_thread_has_moved_T_on_to_a_multiple() {
        OneStepQ.Hyper hyper = new OneStepQ.Hyper(2, 5, GAMMA, 1, 0.5, 1e9, ETA);
        StepCounter T = new StepCounter(19);
        boolean[] ours = {true};
        T.every(1, at -> {                                   // right after each step of ours
            ours[0] = !ours[0];
            if (!ours[0]) T.tick();
        });
        // ours are T = 1, 3, 5, ...: the third and the eighth are multiples of 5; at our fifth,
        // T = 9, it is 10 when looked at again, but that was the other thread's step
        assertEquals(List.of(1, 1, 1, 3, 3, 3, 3, 3, 8, 8), copies(T, hyper).subList(0, 10));
    }

    /** θ⁻'s weight as seen in each step, while θ's is 1, 2, 3, ... */
    private List<Integer> copies(StepCounter T, OneStepQ.Hyper hyper) {
        List<Integer> seen = new ArrayList<>();
        thetaMinus.values()[0] = 1;
        Runnable atEachStep = () -> {
            seen.add((int) thetaMinus.values()[0]);
            theta.values()[0] = seen.size();
        };
        run(new ScriptedWorld(2, atEachStep, End.NEVER, 1, 0, 2), T, recorder, hyper);
        return seen;
    }

    @Test void gradient_is_clipped_before_it_is_applied() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), new StepCounter(3), recorder,
                new OneStepQ.Hyper(3, NEVER, GAMMA, 1, 0.5, 2, ETA));
        double norm = 0;
        for (float d : gradients.get(0)) norm += d * d;
        assertEquals(2, Math.sqrt(norm), 1e-5);
    }

    @Test void world_that_writes_into_old_observations_does_not_change_what_is_learned() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 30);
        List<float[]> expected = List.copyOf(gradients);
        gradients.clear();
        run(new RewritingWorld(new ScriptedWorld(2, End.NEVER, 1, 0, 2)), 30);
        assertEquals(expected.size(), gradients.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), gradients.get(i));
        }
    }

    @Test void reward_that_is_not_finite_stops_at_once_and_names_the_loss() {
        var e = assertThrows(NotFiniteException.class,
                () -> run(new ScriptedWorld(2, End.NEVER, 1, Double.NaN), 100));
        assertTrue(e.getMessage().contains("loss became NaN"), e.getMessage());
        assertTrue(gradients.isEmpty());
    }

    @Test void settings_that_make_no_sense_are_refused_by_name() {
        refused("targetInterval must be at least 1, but got 0.", 5, 0, 0.9, 1, 0.5, 40, 1e-3);
        refused("gamma must be in [0, 1], but got 1.1.", 5, 1, 1.1, 1, 0.5, 40, 1e-3);
        refused("explorationSteps must be at least 1, but got 0.", 5, 1, 1, 0, 0.5, 40, 1e-3);
        refused("valueCoefficient must be a number >= 0, but got NaN.", 5, 1, 1, 1, Double.NaN, 40,
                1e-3);
        refused("maxNorm must be > 0, but got 0.0.", 5, 1, 0, 1, 0.5, 0, 1e-3);
        refused("eta must be a number >= 0, but got -0.001.", 5, 1, 0, 1, 0.5, 40, -1e-3);
    }

    final void refused(String sentence, int updateInterval, long targetInterval, double gamma,
                       long explorationSteps, double valueCoefficient, double maxNorm, double eta) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> hyper(updateInterval, targetInterval, gamma, explorationSteps,
                        valueCoefficient, maxNorm, eta)).getMessage());
    }

    /** The method's own settings. */
    abstract Record hyper(int updateInterval, long targetInterval, double gamma,
                          long explorationSteps, double valueCoefficient, double maxNorm,
                          double eta);

    @Test void same_seed_gives_the_same_bits_and_another_seed_others() {
        float[] first = trained(1);
        assertArrayEquals(first, trained(1));
        assertFalse(Arrays.equals(first, trained(2)));
    }

    private float[] trained(long seed) {
        return QTraining.run(this::learner, QTraining.plain(), seed, 1, 5_000, QTraining.ONE_STEP)
                .theta().values();
    }
}
