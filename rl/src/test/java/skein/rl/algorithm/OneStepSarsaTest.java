package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.QNetwork;
import skein.rl.thread.StepCounter;

/** The loop of one-step Sarsa; see {@link QMethodContract} for the world and its values. */
class OneStepSarsaTest extends QMethodContract {
    @Override Runnable learner(QNetwork network, Parameters theta, Parameters thetaMinus,
                               Optimizer optimizer, StepCounter T, Environment env,
                               RandomGenerator rng, OneStepQ.Hyper h) {
        return new OneStepSarsa(network, theta, thetaMinus, optimizer, T, env, rng,
                hyper(h.updateInterval(), h.targetInterval(), h.gamma(), h.explorationSteps(),
                        h.valueCoefficient(), h.maxNorm(), h.eta()));
    }

    @Override OneStepSarsa.Hyper hyper(int updateInterval, long targetInterval, double gamma,
                                       long explorationSteps, double valueCoefficient,
                                       double maxNorm, double eta) {
        return new OneStepSarsa.Hyper(updateInterval, targetInterval, gamma, explorationSteps,
                valueCoefficient, maxNorm, eta);
    }

    /** Actions are chosen a step ahead: at T = 0, 1, 3 and 5, as the other thread is ahead. */
    @Override List<Integer> explored() {
        return List.of(1, 1, 1, 0, 0, 0);
    }

    @Test void each_step_looks_one_step_ahead_with_the_action_that_follows() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 2);
        // a' is 0, and Q(s', 0; θ⁻) = 1, 2, 3: y = 1 + 1/2 = 1.5, 0 + 2/2 = 1, 2 + 3/2 = 3.5
        // Q = 8, 9, 10: (8 − 1.5) + (9 − 1) + (10 − 3.5) = 21
        assertEquals(21f, error(0), 1e-5f);
    }

    @Test void a_prime_is_the_action_that_is_then_executed() {
        OneStepQ.Hyper alwaysExplores = new OneStepQ.Hyper(1, NEVER, GAMMA, NEVER, 0.5, 1e9, ETA);
        ScriptedWorld world = new ScriptedWorld(2, End.NEVER, 1, 0, 2);
        learner(network, theta, thetaMinus, recorder, new StepCounter(50), world,
                new SplittableRandom(3), alwaysExplores).run();
        List<Integer> taken = world.taken();
        double[] rewards = {1, 0, 2};
        for (int t = 0; t < 49; t++) {
            double y = rewards[t % 3] + GAMMA * (t + 1) * (taken.get(t + 1) == 0 ? 1 : 3);
            double q = taken.get(t) == 0 ? t + 8 : 5;
            assertEquals(q - y, gradients.get(t)[BIAS + taken.get(t)], 1e-4);
        }
    }

    @Test void real_end_is_worth_its_reward_and_nothing_more() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 0, 2), 2);
        // (8 − 1.5) + (9 − 1) + (10 − 2) = 22.5
        assertEquals(22.5f, error(0), 1e-5f);
    }

    @Test void time_limit_bootstraps_from_the_last_state_of_the_old_episode() {
        run(new ScriptedWorld(2, End.TRUNCATED, 1, 0, 2), 2);
        assertEquals(21f, error(0), 1e-5f);                  // as if nothing had ended
    }

    @Test void updates_at_multiples_of_its_own_t_and_at_ends() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 4), 6);  // ends at T = 7
        // t = 2 (end), 3, 4 (end), 6 (both);  y = 1 + 1/2 and 4: (8 − 1.5) + (9 − 4) = 11.5
        assertEquals(4, gradients.size());
        assertEquals(11.5f, error(0), 1e-5f);
        assertEquals(6.5f, error(1), 1e-5f);
        assertEquals(5f, error(2), 1e-5f);
        assertEquals(11.5f, error(3), 1e-5f);
    }

    @Test void interval_of_0_is_refused() {
        refused("updateInterval must be at least 1, but got 0.", 0, 1, 1, 1, 0.5, 40, 1e-3);
    }
}
