package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BoxTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    private final Box two = new Box(new float[] {-1, 0}, new float[] {1, INF}, 2);

    @Test void a_box_of_shape_2_3_4_has_24_elements_with_the_one_bound() {
        Box box = new Box(-2, 5, 2, 3, 4);
        assertEquals(24, box.size());
        assertArrayEquals(new int[] {2, 3, 4}, box.shape());
        assertEquals(24, box.low().length);
        assertEquals(-2, box.low()[23]);
        assertEquals(5, box.high()[23]);
    }

    @Test void the_bounds_themselves_are_inside() {
        assertTrue(two.contains(new float[] {-1, 0}));
        assertTrue(two.contains(new float[] {1, INF}));
    }

    @Test void one_element_beyond_its_own_bound_is_outside() {
        assertFalse(two.contains(new float[] {-0.5f, -0.5f}));
        assertFalse(two.contains(new float[] {Math.nextUp(1f), 0.5f}));
        assertFalse(two.contains(new float[] {Math.nextDown(-1f), 0.5f}));
    }

    @Test void NaN_and_the_wrong_number_of_values_are_outside() {
        assertFalse(two.contains(new float[] {0, Float.NaN}));
        assertFalse(two.contains(new float[] {0}));
        assertFalse(two.contains(new float[] {0, 0, 0}));
    }

    @Property void all_but_NaN_is_inside_infinite_bounds(@ForAll float value) {
        assertEquals(!Float.isNaN(value), new Box(-INF, INF, 1).contains(new float[] {value}));
    }

    @Test void arrays_given_or_handed_out_do_not_reach_into_the_box() {
        float[] low = {-1, 0};
        float[] high = {1, INF};
        int[] shape = {2};
        Box box = new Box(low, high, shape);
        low[0] = high[0] = shape[0] = 9;
        box.low()[0] = box.high()[0] = box.shape()[0] = 9;
        assertEquals(two, box);
        assertEquals("Box([2]: -1.0 .. 1.0, 0.0 .. Infinity)", box.toString());
    }

    @Test void equal_boxes_agree_in_bounds_and_shape() {
        Box same = new Box(new float[] {-1, 0}, new float[] {1, INF}, 2);
        assertEquals(two, same);
        assertEquals(two.hashCode(), same.hashCode());
        assertNotEquals(two, new Box(new float[] {-1, 0}, new float[] {2, INF}, 2));
        assertNotEquals(two, new Box(new float[] {-1, -1}, new float[] {1, INF}, 2));
        assertNotEquals(two, new Box(new float[] {-1, 0}, new float[] {1, INF}, 2, 1));
    }

    @Test void it_prints_shape_and_bounds_and_a_common_bound_once() {
        assertEquals("Box([2]: -1.0 .. 1.0, 0.0 .. Infinity)", two.toString());
        assertEquals("Box([10, 10, 4]: 0.0 .. 1.0)", new Box(0, 1, 10, 10, 4).toString());
        assertEquals("Box([2]: 0.0 .. 1.0, 0.0 .. 2.0)",
                new Box(new float[] {0, 0}, new float[] {1, 2}, 2).toString());
        assertEquals("Box([2]: 0.0 .. 2.0, 1.0 .. 2.0)",
                new Box(new float[] {0, 1}, new float[] {2, 2}, 2).toString());
    }

    @Test void of_nine_different_bounds_it_prints_the_first_eight() {
        float[] high = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        assertEquals("Box([9]: 0.0 .. 0.0, 0.0 .. 1.0, 0.0 .. 2.0, 0.0 .. 3.0, 0.0 .. 4.0, "
                + "0.0 .. 5.0, 0.0 .. 6.0, 0.0 .. 7.0, ...)",
                new Box(new float[9], high, 9).toString());
    }

    @Test void more_elements_than_an_int_can_count_are_refused() {
        assertRefused("Box holds at most 2^31 - 1 elements, but shape [65536, 32768] has more.",
                () -> new Box(0, 1, 65536, 32768));
        assertRefused("Box holds at most 2^31 - 1 elements, but shape [65536, 65536, 65536, 65536] "
                + "has more.", () -> new Box(0, 1, 65536, 65536, 65536, 65536));
    }

    @Test void NaN_as_a_bound_is_refused_and_so_is_low_above_high() {
        assertRefused("Box needs low <= high and no NaN, but element 0 has low NaN and high 1.0.",
                () -> new Box(Float.NaN, 1, 4));
        assertRefused("Box needs low <= high and no NaN, but element 0 has low 1.0 and high NaN.",
                () -> new Box(1, Float.NaN, 4));
        assertRefused("Box needs low <= high and no NaN, but element 1 has low 3.0 and high 2.0.",
                () -> new Box(new float[] {0, 3}, new float[] {2, 2}, 2));
    }

    @Test void a_shape_that_does_not_fit_the_bounds_is_refused() {
        assertRefused("Box of shape [2, 2] needs 4 low and high bounds, but got 4 and 3.",
                () -> new Box(new float[4], new float[3], 2, 2));
        assertRefused("Box of shape [2] needs 2 low and high bounds, but got 3 and 2.",
                () -> new Box(new float[3], new float[2], 2));
    }

    @Test void a_shape_without_elements_is_refused() {
        assertRefused("Box needs a shape, such as 4 or 10, 10, 4, but got none.",
                () -> new Box(0, 1));
        assertRefused("Box needs extents >= 1, but got shape [3, 0].", () -> new Box(0, 1, 3, 0));
        assertRefused("Box needs extents >= 1, but got shape [-2, -2].",
                () -> new Box(0, 1, -2, -2));
    }

    private static void assertRefused(String message, Runnable maker) {
        var e = assertThrows(IllegalArgumentException.class, maker::run);
        assertEquals(message, e.getMessage());
    }
}
