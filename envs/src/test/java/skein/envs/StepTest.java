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

    @Test void a_step_seen_or_paid_in_another_way_keeps_the_rest() {
        float[] seen = {7};
        assertEquals(new Step(seen, 3, false, true),
                new Step(s, 3, false, true).withObservation(seen));
        assertEquals(new Step(s, -1, true, false), new Step(s, 3, true, false).withReward(-1));
    }
}
