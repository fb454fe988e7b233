package skein.envs;

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
import skein.envs.MountainCar.State;

class MountainCarTest extends EnvironmentContract {
    @Override Environment make() {
        return new MountainCar();
    }

    @Test void a_push_at_the_bottom_gives_a_thousandth() {
        // cos(3 · −π/6) = 0: v = (2 − 1) · 0.001, and x moves with it
        State s = MountainCar.next(new State(-Math.PI / 6, 0), 2);
        assertEquals(0.001, s.v(), 1e-15);
        assertEquals(-Math.PI / 6 + 0.001, s.x(), 1e-15);
    }

    @Test void without_a_push_the_slope_pulls_with_25_ten_thousandths_of_its_cosine() {
        State s = MountainCar.next(new State(0, 0.01), 1);   // cos 0 = 1
        assertEquals(0.0075, s.v(), 1e-15);
        assertEquals(0.0075, s.x(), 1e-15);
    }

    @Test void at_the_left_end_the_car_is_stopped() {
        assertEquals(new State(-1.2, 0), MountainCar.next(new State(-1.19, -0.05), 0));
        assertEquals(new State(-1.2, 0), MountainCar.next(new State(-1.2, -0.05), 2));
    }

    @Test void it_arrives_at_one_half_unless_it_rolls_back() {
        assertTrue(new State(0.5, 0).arrived());
        assertFalse(new State(Math.nextDown(0.5), 0.07).arrived());
        assertFalse(new State(0.55, -0.01).arrived());
    }

    @Test void the_step_that_arrives_terminates_and_still_costs_1() {
        MountainCar env = new MountainCar();
        env.reset(new State(0.49, 0.05));
        Step step = env.step(2);
        assertTrue(step.terminated());
        assertEquals(-1, step.reward());
        var e = assertThrows(IllegalStateException.class, () -> env.step(2));
        assertEquals("This episode ended at step 1. Call reset() before step().", e.getMessage());
    }

    @Property void nothing_leaves_the_valley_or_goes_faster_than_7_hundredths(
            @ForAll @DoubleRange(min = -1.2, max = 0.6) double x,
            @ForAll @DoubleRange(min = -0.07, max = 0.07) double v,
            @ForAll @IntRange(max = 2) int action) {
        State s = MountainCar.next(new State(x, v), action);
        assertTrue(-1.2 <= s.x() && s.x() <= 0.6, "x " + s.x());
        assertTrue(Math.abs(s.v()) <= 0.07, "v " + s.v());
    }

    @Property void a_free_roll_keeps_its_energy_within_a_fiftieth(
            @ForAll @DoubleRange(min = -1, max = -0.1) double x) {
        // v²/2 + 0.0025/3 sin(3x), between −0.00083 and 0.00083
        State s = new State(x, 0);
        double energy = 0.0025 / 3 * Math.sin(3 * x);
        for (int t = 0; t < 200; t++) {
            s = MountainCar.next(s, 1);
            assertEquals(energy, s.v() * s.v() / 2 + 0.0025 / 3 * Math.sin(3 * s.x()), 4e-5);
        }
    }

    @Test void it_starts_at_rest_around_the_bottom() {
        MountainCar env = new MountainCar();
        SplittableRandom rng = new SplittableRandom(1);
        double least = 0;
        double most = -1;
        for (int i = 0; i < 1_000; i++) {
            env.reset(rng);
            assertEquals(0, env.state().v());
            least = Math.min(least, env.state().x());
            most = Math.max(most, env.state().x());
        }
        assertTrue(-0.6 <= least && least < -0.598, "least " + least);
        assertTrue(-0.402 < most && most < -0.4, "most " + most);
    }

    @Test void its_spaces_are_those_of_the_table() {
        assertEquals(new Discrete(3), new MountainCar().actionSpace());
        assertEquals(new Box(new float[] {-1.2f, -0.07f}, new float[] {0.6f, 0.07f}, 2),
                new MountainCar().observationSpace());
    }

    @Test void a_start_at_the_bounds_themselves_is_allowed() {
        for (State start : new State[] {new State(-1.2, -0.07), new State(0.6, -0.07)}) {
            MountainCar env = new MountainCar();
            env.reset(start);
            assertEquals(start, env.state());
        }
        new MountainCar().reset(new State(-1.2, 0.07));
    }

    @Test void a_start_outside_or_at_the_flag_is_refused() {
        State[] bad = {new State(-1.3, 0), new State(0.7, 0), new State(0, 0.08),
            new State(0.5, 0), new State(Double.NaN, 0), new State(0, Double.NaN)};
        for (State start : bad) {
            assertThrows(IllegalArgumentException.class, () -> new MountainCar().reset(start));
        }
    }
}
