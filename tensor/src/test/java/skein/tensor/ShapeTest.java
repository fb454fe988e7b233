package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test void a_shape_of_2_3_4_has_24_elements() {
        Shape shape = Shape.of(2, 3, 4);
        assertEquals(3, shape.rank());
        assertEquals(24, shape.size());
        assertEquals("[2, 3, 4]", shape.toString());
    }

    @Test void axes_are_counted_from_the_front_or_with_a_minus_from_behind() {
        Shape shape = Shape.of(2, 3, 4);
        assertEquals(2, shape.dim(0));
        assertEquals(4, shape.dim(2));
        assertEquals(4, shape.dim(-1));
        assertEquals(2, shape.dim(-3));
        var e = assertThrows(IndexOutOfBoundsException.class, () -> shape.dim(3));
        assertEquals("dim of shape [2, 3, 4] got axis 3, but it must be in -3 .. 2.",
                e.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> shape.dim(-4));
        assertThrows(IndexOutOfBoundsException.class, () -> Shape.SCALAR.dim(0));
    }

    @Test void a_single_value_has_no_axes_and_one_element() {
        assertSame(Shape.SCALAR, Shape.of());
        assertEquals(0, Shape.SCALAR.rank());
        assertEquals(1, Shape.SCALAR.size());
        assertEquals("[]", Shape.SCALAR.toString());
    }

    @Test void an_extent_of_0_leaves_no_elements() {
        assertEquals(0, Shape.of(3, 0, 5).size());
        assertEquals(0, Shape.of(100_000, 100_000, 0).size());
        assertEquals(0, Shape.of(0, 100_000, 100_000).size());
    }

    @Test void shapes_with_the_same_extents_are_equal() {
        assertEquals(Shape.of(2, 3), Shape.of(2, 3));
        assertEquals(Shape.of(2, 3).hashCode(), Shape.of(2, 3).hashCode());
        assertNotEquals(Shape.of(2, 3), Shape.of(3, 2));
        assertNotEquals(Shape.of(2), Shape.of(2, 1));
        assertNotEquals(Shape.SCALAR, Shape.of(1));
    }

    @Test void a_shape_never_changes() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 9;
        shape.toArray()[1] = 9;
        assertArrayEquals(new int[] {2, 3}, shape.toArray());
    }

    @Test void a_negative_extent_is_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Shape.of(2, -1));
        assertEquals("An extent is at least 0, but got [2, -1].", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Shape.of(0, -1));
    }

    @Test void seven_axes_are_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Shape.of(1, 1, 1, 1, 1, 1, 1));
        assertEquals("A shape has at most 6 axes, but got [1, 1, 1, 1, 1, 1, 1].", e.getMessage());
    }

    @Test void more_elements_than_an_array_can_hold_are_refused() {
        assertEquals(Integer.MAX_VALUE, Shape.of(Integer.MAX_VALUE).size());
        var e = assertThrows(IllegalArgumentException.class,
                () -> Shape.of(65536, 32768));                     // 2^16 · 2^15
        assertEquals("A tensor holds at most 2^31 - 1 elements, but [65536, 32768] has more.",
                e.getMessage());
        int large = Integer.MAX_VALUE;
        assertThrows(IllegalArgumentException.class, () -> Shape.of(large, large, large, large));
    }
}
