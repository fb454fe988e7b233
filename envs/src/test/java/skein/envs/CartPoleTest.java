package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole.State;

class CartPoleTest extends EnvironmentContract {
    @Override Environment make() {
        return new CartPole();
    }

    @Test void a_push_to_the_right_from_rest_moves_the_cart_by_8_41_and_the_pole_by_12_41() {
        // a = w = 0: temp = 10/1.1 = 100/11,  wDot = −(100/11) / (½ (4/3 − 1/11)) = −600/41,
        // vDot = 100/11 + 0.05/1.1 · 600/41 = 400/41;  both times 0.02 s
        State s = CartPole.next(new State(0, 0, 0, 0), 1);
        assertEquals(0, s.x());
        assertEquals(8 / 41.0, s.v(), 1e-15);
        assertEquals(0, s.a());
        assertEquals(-12 / 41.0, s.w(), 1e-15);
    }

    @Test void positions_move_with_the_old_velocities() {
        State s = CartPole.next(new State(1, 2, 0.1, -3), 0);
        assertEquals(1.04, s.x(), 1e-15);
        assertEquals(0.04, s.a(), 1e-15);
    }

    @Property void left_mirrors_right(
            @ForAll @DoubleRange(min = -2.4, max = 2.4) double x,
            @ForAll @DoubleRange(min = -5, max = 5) double v,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double a,
            @ForAll @DoubleRange(min = -5, max = 5) double w,
            @ForAll @IntRange(max = 1) int action) {
        State s = CartPole.next(new State(x, v, a, w), action);
        State m = CartPole.next(new State(-x, -v, -a, -w), 1 - action);
        assertArrayEquals(new double[] {s.x(), s.v(), s.a(), s.w()},
                new double[] {0 - m.x(), 0 - m.v(), 0 - m.a(), 0 - m.w()});
    }

    @Test void it_fails_beyond_2_4_meters_and_beyond_12_degrees() {
        double limit = 12 * 2 * Math.PI / 360;
        assertFalse(new State(2.4, 0, 0, 0).failed());
        assertTrue(new State(Math.nextUp(2.4), 0, 0, 0).failed());
        assertTrue(new State(-Math.nextUp(2.4), 0, 0, 0).failed());
        assertFalse(new State(0, 9, limit, 9).failed());
        assertTrue(new State(0, 0, Math.nextUp(limit), 0).failed());
        assertTrue(new State(0, 0, -Math.nextUp(limit), 0).failed());
    }

    @Test void the_step_that_fails_terminates_and_still_pays_1() {
        CartPole env = new CartPole();
        env.reset(new State(2.39, 1, 0, 0));   // 2.39 + 0.02 · 1 = 2.41
        Step step = env.step(1);
        assertTrue(step.terminated());
        assertFalse(step.truncated());
        assertEquals(1, step.reward());
        assertEquals(2.41f, step.observation()[0]);
    }

    @Test void the_observation_is_the_state_rounded_to_float() {
        CartPole env = new CartPole();
        float[] first = env.reset(new State(0.1, 0.2, 0.01, 0.3));
        assertArrayEquals(new float[] {0.1f, 0.2f, 0.01f, 0.3f}, first);
        float[] second = env.step(0).observation();
        State s = CartPole.next(new State(0.1, 0.2, 0.01, 0.3), 0);
        assertEquals(s, env.state());
        assertArrayEquals(new float[] {(float) s.x(), (float) s.v(), (float) s.a(), (float) s.w()},
                second);
    }

    @Test void it_starts_with_four_different_numbers_spread_over_0_05_around_0() {
        CartPole env = new CartPole();
        SplittableRandom rng = new SplittableRandom(1);
        float[] least = {1, 1, 1, 1};
        float[] most = {-1, -1, -1, -1};
        for (int i = 0; i < 1_000; i++) {
            float[] s = env.reset(rng);
            assertTrue(s[0] != s[1] && s[1] != s[2] && s[2] != s[3] && s[3] != s[0]);
            for (int k = 0; k < 4; k++) least[k] = Math.min(least[k], s[k]);
            for (int k = 0; k < 4; k++) most[k] = Math.max(most[k], s[k]);
        }
        for (int k = 0; k < 4; k++) {   // P(no draw in the outer 1%) = 0.99^1000 = 0.00004
            assertTrue(-0.05f <= least[k] && least[k] < -0.049, "least " + least[k]);
            assertTrue(0.049 < most[k] && most[k] <= 0.05f, "most " + most[k]);
        }
    }

    @Test void its_spaces_are_those_of_the_table() {
        CartPole env = new CartPole();
        assertEquals(new Discrete(2), env.actionSpace());
        float inf = Float.POSITIVE_INFINITY;
        assertEquals(new Box(new float[] {-4.8f, -inf, -0.41887903f, -inf},
                new float[] {4.8f, inf, 0.41887903f, inf}, 4), env.observationSpace());
    }

    @Test void the_refusal_names_the_step_at_which_the_episode_ended() {
        CartPole env = new CartPole();
        env.reset(new State(2.37, 1, 0, 0));   // x = 2.37, 2.39, 2.39 + 0.02 (1 + 8/41)
        env.step(1);
        assertTrue(env.step(1).last());
        var e = assertThrows(IllegalStateException.class, () -> env.step(1));
        assertEquals("This episode ended at step 2. Call reset() before step().", e.getMessage());
    }

    @Test void the_refusal_before_the_first_reset_says_so() {
        var e = assertThrows(IllegalStateException.class, () -> new CartPole().step(1));
        assertEquals("No episode has begun yet. Call reset() before step().", e.getMessage());
    }

    @Test void a_start_that_has_failed_or_is_not_finite_is_refused() {
        CartPole env = new CartPole();
        State[] bad = {new State(2.5, 0, 0, 0), new State(0, 0, -0.3, 0),
                new State(0, Double.NaN, 0, 0), new State(0, 0, 0, Double.POSITIVE_INFINITY)};
        for (State start : bad) {
            assertThrows(IllegalArgumentException.class, () -> env.reset(start));
        }
        assertThrows(IllegalStateException.class, () -> env.step(0));
    }
}
