package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LinearAnnealingTest {
    @Test void from_8_at_T_0_to_0_at_T_100_it_is_6_at_25_and_4_at_50() {
        LinearAnnealing eta = new LinearAnnealing(8, 100);
        assertEquals(8, eta.at(0));
        assertEquals(6, eta.at(25));
        assertEquals(4, eta.at(50));
        assertEquals(0.08, eta.at(99), 1e-12);
        assertEquals(0, eta.at(100));
    }

    @Test void past_T_max_it_stays_0_and_never_becomes_negative() {
        LinearAnnealing eta = new LinearAnnealing(8, 100);
        for (long T : new long[] {101, 116, 1_000_000, Long.MAX_VALUE}) assertEquals(0, eta.at(T));
    }

    @Test void it_reaches_half_of_a_budget_that_no_int_can_hold() {
        assertEquals(0.5, new LinearAnnealing(1, 20_000_000_000L).at(10_000_000_000L));
    }

    @Test void values_that_no_schedule_can_have_are_refused() {
        for (double initial : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new LinearAnnealing(initial, 100));
            assertEquals("The initial value must be a number >= 0, but got " + initial + ".",
                    e.getMessage());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> new LinearAnnealing(1, 0));
        assertEquals("maxSteps must be at least 1, but got 0.", e.getMessage());
        assertEquals(0, new LinearAnnealing(0, 1).at(0));
    }
}
