package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.CartPole.State;
import skein.reference.ReferenceCase;

/** Against recorded trajectories of Gymnasium's CartPole-v1. */
@ParameterizedClass
@MethodSource("cases")
class CartPoleReferenceTest {
    @Parameter ReferenceCase recorded;

    static List<ReferenceCase> cases() {
        return ReferenceCase.load("cartpole-v1");
    }

    private int[] actions() {
        return recorded.get("actions").ints();
    }

    /** The recorded state before step t, that is after t steps. */
    private double[] stateBefore(int t) {
        if (t == 0) return recorded.get("init").values();
        return Arrays.copyOfRange(recorded.get("states").values(), 4 * (t - 1), 4 * t);
    }

    private static State stateOf(double[] s) {
        return new State(s[0], s[1], s[2], s[3]);
    }

    private static double[] arrayOf(State s) {
        return new double[] {s.x(), s.v(), s.a(), s.w()};
    }

    @Test void each_single_step_from_a_recorded_state_is_within_1e_12() {
        int[] actions = actions();
        CartPole env = new CartPole();
        for (int t = 0; t < actions.length; t++) {
            env.reset(stateOf(stateBefore(t)));
            Step step = env.step(actions[t]);
            assertArrayEquals(stateBefore(t + 1), arrayOf(env.state()), 1e-12, "step " + (t + 1));
            assertEquals(recorded.get("rewards").values()[t], step.reward(), 1e-12);
            assertEquals(recorded.get("terminated").ints()[t] == 1, step.terminated());
        }
    }

    @Test void a_free_run_is_equal_bit_for_bit() {
        int[] actions = actions();
        State s = stateOf(stateBefore(0));
        for (int t = 0; t < actions.length; t++) {
            s = CartPole.next(s, actions[t]);
            assertArrayEquals(stateBefore(t + 1), arrayOf(s), "step " + (t + 1));
        }
    }

    @Test void a_free_run_under_a_limit_of_500_has_the_recorded_flags() {
        int[] actions = actions();
        CartPole cartPole = new CartPole();
        Environment env = new TimeLimit(cartPole, 500);
        env.reset(new SplittableRandom(1));
        cartPole.reset(stateOf(stateBefore(0)));
        for (int t = 0; t < actions.length; t++) {
            Step step = env.step(actions[t]);
            boolean terminated = recorded.get("terminated").ints()[t] == 1;
            boolean truncated = recorded.get("truncated").ints()[t] == 1 && !terminated;
            assertEquals(terminated, step.terminated(), "step " + (t + 1));
            assertEquals(truncated, step.truncated(), "step " + (t + 1));
            assertEquals(t == actions.length - 1, step.last(), "step " + (t + 1));
        }
    }
}
