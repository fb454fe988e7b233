package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private final Rollout rollout = new Rollout(2, 3);

    @Test void keeps_what_was_observed_even_if_the_world_reuses_its_array() {
        float[] reused = {1, 2, 3};
        rollout.add(reused, 0, 1);
        Arrays.fill(reused, 9);
        rollout.add(reused, 1, 0.5);
        assertArrayEquals(new float[] {1, 2, 3, 9, 9, 9}, rollout.observations());
        assertArrayEquals(new int[] {0, 1}, rollout.actions());
        assertArrayEquals(new float[] {1, 0.5f}, rollout.rewards());
    }

    @Test void begins_anew_after_clear() {
        rollout.add(new float[3], 0, 1);
        rollout.clear();
        assertEquals(0, rollout.size());
        rollout.add(new float[] {4, 5, 6}, 1, 2);
        assertEquals(1, rollout.size());
        assertEquals(4, rollout.observations()[0]);
    }

    @Test void refuses_a_step_too_many() {
        rollout.add(new float[3], 0, 0);
        rollout.add(new float[3], 0, 0);
        var e = assertThrows(IllegalStateException.class, () -> rollout.add(new float[3], 0, 0));
        assertEquals("This rollout holds 2 steps and is full. Learn from it and call clear().",
                e.getMessage());
    }

    @Test void refuses_an_observation_of_another_size() {
        assertThrows(IllegalArgumentException.class, () -> rollout.add(new float[4], 0, 0));
    }

    @Test void holds_one_step_at_least() {
        Rollout one = new Rollout(1, 1);
        one.add(new float[] {7}, 0, 0);
        assertArrayEquals(new float[] {7}, one.observations());
        assertEquals("A rollout holds at least 1 step, but t_max is 0.",
                assertThrows(IllegalArgumentException.class, () -> new Rollout(0, 1))
                        .getMessage());
    }
}
