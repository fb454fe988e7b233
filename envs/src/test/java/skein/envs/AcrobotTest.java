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
import skein.envs.Acrobot.State;

class AcrobotTest extends EnvironmentContract {
    @Override Environment make() {
        return new Acrobot();
    }

    private static double[] array(State s) {
        return new double[] {s.a1(), s.a2(), s.w1(), s.w2()};
    }

    @Test void hanging_at_rest_without_a_torque_it_stays() {
        State s = Acrobot.next(new State(0, 0, 0, 0), 1);
        assertArrayEquals(new double[4], array(s), 1e-15);
    }

    @Test void the_line_is_one_rod_above_the_upper_end() {
        // both rods level to the right, then the lower one straight up: 0 + 1
        assertEquals(1, new State(Math.PI / 2, Math.PI / 2, 0, 0).height(), 1e-15);
        assertEquals(-2, new State(0, 0, 0, 0).height());
        assertEquals(2, new State(Math.PI, 0, 0, 0).height());
        assertTrue(new State(Math.PI / 2 + 0.01, Math.PI / 2, 0, 0).reached());
        assertFalse(new State(Math.PI / 2 - 0.01, Math.PI / 2, 0, 0).reached());
    }

    @Test void the_step_that_reaches_the_line_costs_nothing() {
        Acrobot env = new Acrobot();
        env.reset(new State(2, 0, 2, 0));
        Step step = env.step(1);
        assertTrue(step.terminated());
        assertEquals(0, step.reward());
        var e = assertThrows(IllegalStateException.class, () -> env.step(1));
        assertEquals("This episode ended at step 1. Call reset() before step().", e.getMessage());
        env.reset(new State(0, 0, 0, 0));
        assertEquals(-1, env.step(2).reward());
    }

    @Test void an_angle_beyond_pi_comes_back_from_the_other_side() {
        State s = Acrobot.next(new State(3.1, 0, 6, 0), 1);
        assertTrue(-Math.PI <= s.a1() && s.a1() < 0, "a1 " + s.a1());
    }

    @Property void no_torque_leads_out_of_the_bounds(
            @ForAll @DoubleRange(min = -3.14, max = 3.14) double a1,
            @ForAll @DoubleRange(min = -3.14, max = 3.14) double a2,
            @ForAll @DoubleRange(min = -12, max = 12) double w1,
            @ForAll @DoubleRange(min = -28, max = 28) double w2,
            @ForAll @IntRange(max = 2) int action) {
        State s = Acrobot.next(new State(a1, a2, w1, w2), action);
        assertTrue(Math.abs(s.a1()) <= Math.PI && Math.abs(s.a2()) <= Math.PI, s.toString());
        assertTrue(Math.abs(s.w1()) <= 4 * Math.PI, s.toString());
        assertTrue(Math.abs(s.w2()) <= 9 * Math.PI, s.toString());
    }

    @Property void without_a_torque_the_energy_stays(
            @ForAll @DoubleRange(min = -1, max = 1) double a1,
            @ForAll @DoubleRange(min = -1, max = 1) double a2,
            @ForAll @DoubleRange(min = -1, max = 1) double w1,
            @ForAll @DoubleRange(min = -1, max = 1) double w2) {
        State s = new State(a1, a2, w1, w2);
        assertEquals(energy(s), energy(Acrobot.next(s, 1)), 0.02);   // J, out of ±19.6
    }

    /** Of both rods in J: each 1 kg, 1 m, with its own inertia of 1 kg m² around its center. */
    private static double energy(State s) {
        double lower = s.a1() + s.a2();      // the lower rod's own angle and rate
        double w = s.w1() + s.w2();
        double v2x = Math.cos(s.a1()) * s.w1() + 0.5 * Math.cos(lower) * w;
        double v2y = Math.sin(s.a1()) * s.w1() + 0.5 * Math.sin(lower) * w;
        double moving = 0.5 * (0.25 + 1) * s.w1() * s.w1()
                + 0.5 * (v2x * v2x + v2y * v2y) + 0.5 * w * w;
        double height1 = -0.5 * Math.cos(s.a1());
        double height2 = -Math.cos(s.a1()) - 0.5 * Math.cos(lower);
        return moving + 9.8 * (height1 + height2);
    }

    @Property void left_mirrors_right(
            @ForAll @DoubleRange(min = -2, max = 2) double a1,
            @ForAll @DoubleRange(min = -2, max = 2) double a2,
            @ForAll @DoubleRange(min = -3, max = 3) double w1,
            @ForAll @DoubleRange(min = -3, max = 3) double w2,
            @ForAll @IntRange(max = 2) int action) {
        State s = Acrobot.next(new State(a1, a2, w1, w2), action);
        State m = Acrobot.next(new State(-a1, -a2, -w1, -w2), 2 - action);
        assertArrayEquals(array(s), new double[] {-m.a1(), -m.a2(), -m.w1(), -m.w2()}, 1e-12);
    }

    @Test void the_observation_is_cosines_sines_and_rates() {
        float[] s = new Acrobot().reset(new State(Math.PI / 6, -Math.PI / 2, 2, -3));
        assertArrayEquals(new float[] {0.8660254f, 0.5f, 0, -1, 2, -3}, s, 1e-7f);
    }

    @Test void it_starts_hanging_with_four_floats_within_a_tenth() {
        Acrobot env = new Acrobot();
        SplittableRandom rng = new SplittableRandom(1);
        double most = 0;
        for (int i = 0; i < 1_000; i++) {
            env.reset(rng);
            for (double x : array(env.state())) {
                assertEquals((float) x, x);
                most = Math.max(most, Math.abs(x));
            }
        }
        assertTrue(0.099 < most && most <= 0.1f, "most " + most);
    }

    @Test void its_spaces_are_those_of_the_table() {
        float w1 = (float) (4 * Math.PI);
        float w2 = (float) (9 * Math.PI);
        assertEquals(new Discrete(3), new Acrobot().actionSpace());
        assertEquals(new Box(new float[] {-1, -1, -1, -1, -w1, -w2},
                new float[] {1, 1, 1, 1, w1, w2}, 6), new Acrobot().observationSpace());
    }

    @Test void a_start_at_the_bounds_themselves_is_allowed() {
        // the upper rod up, the lower one folded back: the tip is at 1 − 1 = 0
        State start = new State(-Math.PI, Math.PI, 4 * Math.PI, -9 * Math.PI);
        Acrobot env = new Acrobot();
        env.reset(start);
        assertEquals(start, env.state());
    }

    @Test void a_start_outside_or_over_the_line_is_refused() {
        State[] bad = {new State(3.2, 0, 0, 0), new State(0, -3.2, 0, 0), new State(0, 0, 13, 0),
            new State(0, 0, 0, 29), new State(3, 0, 0, 0), new State(0, 0, Double.NaN, 0)};
        for (State start : bad) {
            assertThrows(IllegalArgumentException.class, () -> new Acrobot().reset(start));
        }
    }
}
