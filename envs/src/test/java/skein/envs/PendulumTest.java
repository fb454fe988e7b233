package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skein.envs.Pendulum.State;

class PendulumTest extends EnvironmentContract {
    @Override Environment make() {
        return new Pendulum();
    }

    private static Pendulum at(double a, double w) {
        Pendulum env = new Pendulum();
        env.reset(new State(a, w));
        return env;
    }

    @Test void full_torque_on_a_level_rod_gives_1_05_radians_a_second() {
        // wDot = 3·10/2 · sin 90° + 3 · 2 = 21;  w = 21 · 0.05 = 1.05;  a = π/2 + 1.05 · 0.05
        State s = Pendulum.next(new State(Math.PI / 2, 0), 2);
        assertEquals(1.05, s.w(), 1e-15);
        assertEquals(Math.PI / 2 + 0.0525, s.a(), 1e-15);
    }

    @Test void the_reward_counts_the_state_before_the_step_and_the_nearest_way_up() {
        // 7 − 2π = 0.7168: −(0.7168² + 0.1 · 2² + 0.001 · 1²) = −0.9148
        Step step = at(7, 2).step(new float[] {1});
        assertEquals(-(Math.pow(7 - 2 * Math.PI, 2) + 0.401), step.reward(), 1e-12);
        assertEquals(0, at(0, 0).step(new float[] {0}).reward(), 1e-15);
        assertEquals(-Math.PI * Math.PI, at(Math.PI, 0).step(new float[] {0}).reward(), 1e-12);
        assertEquals(-Math.PI * Math.PI, at(-Math.PI, 0).step(new float[] {0}).reward(), 1e-12);
    }

    @Test void a_torque_beyond_2_is_used_and_paid_for_as_2() {
        for (float torque : new float[] {2.5f, 1e30f, Float.POSITIVE_INFINITY}) {
            assertEquals(Pendulum.next(new State(1, 1), 2), Pendulum.next(new State(1, 1), torque));
            assertEquals(Pendulum.next(new State(1, 1), -2),
                    Pendulum.next(new State(1, 1), -torque));
            assertEquals(Pendulum.reward(new State(1, 1), 2),
                    at(1, 1).step(new float[] {torque}).reward());
        }
    }

    @Test void a_torque_that_is_NaN_or_missing_is_refused() {
        Pendulum env = at(1, 1);
        var e = assertThrows(IllegalArgumentException.class,
                () -> env.step(new float[] {Float.NaN}));
        assertEquals("Pendulum takes one torque of -2 .. 2 N m, but got [NaN].", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> env.step(new float[] {1, 2}));
        assertEquals("Pendulum takes one torque of -2 .. 2 N m, but got [1.0, 2.0].",
                e.getMessage());
        assertEquals(new State(1, 1), env.state());
    }

    @Test void a_numbered_action_is_refused_with_the_method_to_call() {
        var e = assertThrows(IllegalArgumentException.class, () -> at(1, 1).step(1));
        assertEquals("Pendulum takes Box([1]: -2.0 .. 2.0) actions, not action 1. "
                + "Use step(float[]).", e.getMessage());
    }

    @Test void the_observation_is_the_tips_place_and_the_rate() {
        float[] s = at(7 * Math.PI / 6, -8).step(new float[] {0}).observation();
        State next = Pendulum.next(new State(7 * Math.PI / 6, -8), 0);
        assertArrayEquals(new float[] {(float) Math.cos(next.a()), (float) Math.sin(next.a()),
            (float) next.w()}, s);
        assertArrayEquals(new float[] {0, 1, 3}, new Pendulum().reset(new State(Math.PI / 2, 3)),
                1e-7f);
    }

    @Property void no_torque_makes_it_faster_than_8_or_pays_less_than_minus_16_28(
            @ForAll @DoubleRange(min = -50, max = 50) double a,
            @ForAll @DoubleRange(min = -8, max = 8) double w,
            @ForAll @DoubleRange(min = -3, max = 3) double torque) {
        assertTrue(Math.abs(Pendulum.next(new State(a, w), torque).w()) <= 8);
        double reward = Pendulum.reward(new State(a, w), torque);
        assertTrue(-16.2737 <= reward && reward <= 0, "reward " + reward);   // π² + 6.4 + 0.004
    }

    @Property void a_free_swing_keeps_its_energy_within_a_tenth(
            @ForAll @DoubleRange(min = 0.6, max = 3.14) double a) {
        // w²/2 + 15 cos a, between −15 and 15: the step errs by 0.025 w · 15 sin a, and back
        State s = new State(a, 0);
        for (int t = 0; t < 200; t++) {
            s = Pendulum.next(s, 0);
            assertEquals(15 * Math.cos(a), s.w() * s.w() / 2 + 15 * Math.cos(s.a()), 3);
        }
    }

    @Property void left_mirrors_right(
            @ForAll @DoubleRange(min = -9, max = 9) double a,
            @ForAll @DoubleRange(min = -8, max = 8) double w,
            @ForAll @DoubleRange(min = -3, max = 3) double torque) {
        State s = Pendulum.next(new State(a, w), torque);
        State m = Pendulum.next(new State(-a, -w), -torque);
        assertArrayEquals(new double[] {s.a(), s.w()}, new double[] {0 - m.a(), 0 - m.w()});
    }

    @Test void it_starts_anywhere_with_at_most_one_radian_a_second() {
        Pendulum env = new Pendulum();
        SplittableRandom rng = new SplittableRandom(1);
        double[] most = new double[2];
        for (int i = 0; i < 1_000; i++) {
            env.reset(rng);
            most[0] = Math.max(most[0], Math.abs(env.state().a()));
            most[1] = Math.max(most[1], Math.abs(env.state().w()));
        }
        assertTrue(3.1 < most[0] && most[0] <= Math.PI, "a " + most[0]);
        assertTrue(0.99 < most[1] && most[1] <= 1, "w " + most[1]);
    }

    @Test void its_spaces_are_those_of_the_table() {
        assertEquals(new Box(-2, 2, 1), new Pendulum().actionSpace());
        assertEquals(new Box(new float[] {-1, -1, -8}, new float[] {1, 1, 8}, 3),
                new Pendulum().observationSpace());
    }

    @Test void a_start_with_the_highest_rate_is_allowed() {
        assertEquals(new State(0, 8), at(0, 8).state());
        assertEquals(new State(0, -8), at(0, -8).state());
    }

    @Test void a_start_that_is_not_finite_or_too_fast_is_refused() {
        State[] bad = {new State(Double.NaN, 0), new State(Double.POSITIVE_INFINITY, 0),
            new State(0, 8.1), new State(0, Double.NaN)};
        for (State start : bad) {
            assertThrows(IllegalArgumentException.class, () -> new Pendulum().reset(start));
        }
    }
}
