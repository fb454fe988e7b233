package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.QNetwork;
import skein.rl.thread.StepCounter;

/** The loop of one-step Q; see {@link QMethodContract} for the world and its values. */
class OneStepQTest extends QMethodContract {
    @Override Runnable learner(QNetwork network, Parameters theta, Parameters thetaMinus,
                               Optimizer optimizer, StepCounter T, Environment env,
                               RandomGenerator rng, OneStepQ.Hyper hyper) {
        return new OneStepQ(network, theta, thetaMinus, optimizer, T, env, rng, hyper);
    }

    @Override Record hyper(int updateInterval, long targetInterval, double gamma,
                           long explorationSteps, double valueCoefficient, double maxNorm,
                           double eta) {
        return new OneStepQ.Hyper(updateInterval, targetInterval, gamma, explorationSteps,
                valueCoefficient, maxNorm, eta);
    }

    @Test void each_step_looks_one_step_ahead_with_the_best_action_of_theta_minus() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 2);
        // max Q(s', ·; θ⁻) = 3, 6, 9: y = 1 + 3/2 = 2.5, 0 + 6/2 = 3, 2 + 9/2 = 6.5
        // Q = 8, 9, 10: (8 − 2.5) + (9 − 3) + (10 − 6.5) = 15
        assertEquals(15f, error(0), 1e-5f);
        assertEquals(0f, gradients.get(0)[BIAS + 1]);        // never taken
    }

    @Test void real_end_is_worth_its_reward_and_nothing_more() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 0, 2), 2);
        // (8 − 2.5) + (9 − 3) + (10 − 2) = 19.5
        assertEquals(19.5f, error(0), 1e-5f);
    }

    @Test void time_limit_bootstraps_from_the_last_state_of_the_old_episode() {
        run(new ScriptedWorld(2, End.TRUNCATED, 1, 0, 2), 2);
        assertEquals(15f, error(0), 1e-5f);                  // as if nothing had ended
    }

    @Test void updates_at_multiples_of_its_own_t_and_at_ends() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 4), 6);  // ends at T = 7
        // t = 2 (end), 3, 4 (end), 6 (both)
        assertEquals(4, gradients.size());
        // y = 1 + 3/2 and 4: (8 − 2.5) + (9 − 4) = 10.5, and at 3 only the first, at 4 the second
        assertEquals(10.5f, error(0), 1e-5f);
        assertEquals(5.5f, error(1), 1e-5f);
        assertEquals(5f, error(2), 1e-5f);
        assertEquals(10.5f, error(3), 1e-5f);
    }

    @Test void another_threads_change_of_theta_is_seen_in_the_next_step() {
        Runnable anotherThread = () -> theta.values()[BIAS]++;
        run(new ScriptedWorld(2, anotherThread, End.NEVER, 1, 0, 2), 2);
        // Q = 8, 9 + 1, 10 + 2 where it was 8, 9, 10
        assertEquals(15f + 1 + 2, error(0), 1e-5f);
    }

    @Test void ends_when_T_has_passed_T_max_and_not_before() {
        StepCounter T = new StepCounter(10);
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), T, recorder, HYPER);
        assertEquals(11, T.get());
        assertEquals(3, gradients.size());
    }

    @Test void interval_of_0_is_refused() {
        refused("updateInterval must be at least 1, but got 0.", 0, 1, 1, 1, 0.5, 40, 1e-3);
    }

    @Test void tells_what_the_last_action_was_worth() {
        OneStepQ learner = new OneStepQ(network, theta, thetaMinus, recorder, new StepCounter(2),
                new ScriptedWorld(2, End.NEVER, 1, 0, 2), always(0), HYPER);
        learner.run();
        assertEquals(10f, learner.sources().loss().absValue());           // Q(s_2, 0) = 2 + 8
    }
}
