package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepTest {
    private final float[] s = {1};

    @Test void a_step_is_the_last_if_the_world_or_the_clock_ended_it() {
        assertFalse(new Step(s, 0, false, false).last());
        assertTrue(new Step(s, 0, true, false).last());
        assertTrue(new Step(s, 0, false, true).last());
    }

    @Test void a_step_that_ended_in_both_ways_is_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Step(s, 0, true, true));
        assertEquals("A step is terminated or truncated, not both. "
                + "Leave truncated false at a real end.", e.getMessage());
    }
}
