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

/** The loop of n-step Q; see {@link QMethodContract} for the world and its values. */
class NStepQTest extends QMethodContract {
    @Override Runnable learner(QNetwork network, Parameters theta, Parameters thetaMinus,
                               Optimizer optimizer, StepCounter T, Environment env,
                               RandomGenerator rng, OneStepQ.Hyper h) {
        return new NStepQ(network, theta, thetaMinus, optimizer, T, env, rng,
                hyper(h.updateInterval(), h.targetInterval(), h.gamma(), h.explorationSteps(),
                        h.valueCoefficient(), h.maxNorm(), h.eta()));
    }

    @Override NStepQ.Hyper hyper(int tMax, long targetInterval, double gamma,
                                 long explorationSteps, double valueCoefficient, double maxNorm,
                                 double eta) {
        return new NStepQ.Hyper(tMax, targetInterval, gamma, explorationSteps, valueCoefficient,
                maxNorm, eta);
    }

    @Test void segment_of_t_max_steps_bootstraps_from_the_state_after_it() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 3);
        // max Q(s_3, ·; θ⁻) = 9: R_2 = 2 + 9/2 = 6.5, R_1 = 0 + 6.5/2 = 3.25, R_0 = 1 + 1.625
        // Q = 8, 9, 10: (8 − 2.625) + (9 − 3.25) + (10 − 6.5) = 14.625
        assertEquals(14.625f, error(0), 1e-5f);
        assertEquals(0f, gradients.get(0)[BIAS + 1]);        // never taken
    }

    @Test void segment_goes_on_where_the_last_one_stopped() {
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), 6);
        // s = 3, 4, 5 and max Q(s_6, ·; θ⁻) = 18: R = 2 + 9 = 11, 0 + 5.5 = 5.5, 1 + 2.75 = 3.75
        // (11 − 3.75) + (12 − 5.5) + (13 − 11) = 15.75
        assertEquals(15.75f, error(1), 1e-5f);
    }

    @Test void real_end_exactly_at_t_max_is_worth_nothing_more() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 0, 2), 3);
        // R_2 = 2, R_1 = 1, R_0 = 1.5: (8 − 1.5) + (9 − 1) + (10 − 2) = 22.5
        assertEquals(22.5f, error(0), 1e-5f);
    }

    @Test void time_limit_exactly_at_t_max_bootstraps_from_the_last_state_of_the_old_episode() {
        run(new ScriptedWorld(2, End.TRUNCATED, 1, 0, 2), 3);
        assertEquals(14.625f, error(0), 1e-5f);              // as if nothing had ended
    }

    @Test void real_end_inside_the_segment_keeps_its_reward_and_ends_the_segment() {
        run(new ScriptedWorld(2, End.TERMINATED, 1, 4), 2);
        // R_1 = 4, R_0 = 1 + 4/2 = 3: (8 − 3) + (9 − 4) = 10
        assertEquals(10f, error(0), 1e-5f);
    }

    @Test void time_limit_inside_the_segment_bootstraps() {
        run(new ScriptedWorld(2, End.TRUNCATED, 1, 4), 2);
        // max Q(s_2, ·; θ⁻) = 6: R_1 = 4 + 3 = 7, R_0 = 1 + 3.5 = 4.5: (8 − 4.5) + (9 − 7) = 5.5
        assertEquals(5.5f, error(0), 1e-5f);
    }

    @Test void another_threads_change_of_theta_is_seen_in_the_next_segment() {
        Runnable anotherThread = () -> theta.values()[BIAS]++;
        run(new ScriptedWorld(2, anotherThread, End.NEVER, 1, 0, 2), 6);
        assertEquals(14.625f, error(0), 1e-5f);              // θ' is a copy
        assertEquals(15.75f + 3 * 3, error(1), 1e-5f);       // each Q is 3 more
    }

    @Test void ends_when_T_has_passed_T_max_and_not_before() {
        StepCounter T = new StepCounter(9);
        run(new ScriptedWorld(2, End.NEVER, 1, 0, 2), T, recorder, HYPER);
        assertEquals(12, T.get());                           // at T = 9 it is not > T_max yet
    }

    @Test void stops_after_the_segment_in_which_it_was_told_to() {
        StepCounter T = new StepCounter(1_000_000);
        run(new ScriptedWorld(2, T::stop, End.NEVER, 1, 0, 2), T, recorder, HYPER);
        assertEquals(1, gradients.size());
    }

    @Test void t_max_of_0_is_refused() {
        refused("tMax must be at least 1, but got 0.", 0, 1, 1, 1, 0.5, 40, 1e-3);
    }
}
