package skein.tensor.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which columns are taken out of x, and that nothing is made ready where none are. */
class AliveTest {
    private final Alive alive = new Alive();
    private final float[] x = {9,                              // begins behind the 9
        0, 1, 0, 0, 2, 0, 0, 0,
        0, 3, 0, 0, 0, 0, 0, 4};

    @Test void columns_1_4_and_7_are_alive_and_meet_the_rows_that_begin_at_50_200_and_350() {
        assertTrue(alive.find(2, 8, x, 1, 50));
        assertEquals(3, alive.count);
        assertArrayEquals(new float[] {1, 2, 0, 3, 0, 4}, Arrays.copyOf(alive.x, 6));
        assertArrayEquals(new int[] {50, 200, 350}, Arrays.copyOf(alive.rows, 3));
    }

    @Test void where_copies_cost_more_than_they_save_no_room_is_made_for_them() {
        assertFalse(alive.find(2, 8, x, 1, 40));               // 40 sums saved for a price of 40
        assertEquals(0, alive.x.length);
    }
}
