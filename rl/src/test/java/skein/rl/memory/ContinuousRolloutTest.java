package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContinuousRolloutTest {
    private final ContinuousRollout rollout = new ContinuousRollout(3, 2);

    @Test void keeps_what_was_seen_and_done_even_if_the_arrays_are_reused() {
        float[] s = {1, 2, 3};
        float[] a = {4, 5};
        rollout.add(s, a, 1);
        Arrays.fill(s, 9);
        Arrays.fill(a, 8);
        rollout.add(s, a, 0.5);
        assertArrayEquals(new float[] {1, 2, 3, 9, 9, 9}, Arrays.copyOf(rollout.observations(), 6));
        assertArrayEquals(new float[] {4, 5, 8, 8}, Arrays.copyOf(rollout.actions(), 4));
        assertArrayEquals(new float[] {1, 0.5f}, Arrays.copyOf(rollout.rewards(), 2));
    }

    @Test void holds_an_episode_of_any_length_and_keeps_its_arrays_after_clear() {
        for (int i = 0; i < 1000; i++) rollout.add(new float[] {i, i, i}, new float[] {i, -i}, i);
        assertEquals(1000, rollout.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i, rollout.observations()[3 * i + 2]);
            assertEquals(-i, rollout.actions()[2 * i + 1]);
            assertEquals(i, rollout.rewards()[i]);
        }
        float[] grown = rollout.rewards();
        rollout.clear();
        rollout.add(new float[3], new float[2], 7);
        assertEquals(1, rollout.size());
        assertSame(grown, rollout.rewards());
    }

    @Test void refuses_observations_and_actions_of_another_size() {
        assertThrows(IllegalArgumentException.class,
                () -> rollout.add(new float[4], new float[2], 0));
        var e = assertThrows(IllegalArgumentException.class,
                () -> rollout.add(new float[3], new float[1], 0));
        assertEquals("This rollout holds observations of 3 floats and actions of 2, "
                + "but got 3 and 1.", e.getMessage());
    }
}
