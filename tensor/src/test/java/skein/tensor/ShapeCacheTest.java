package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeCacheTest {
    private final ShapeCache shapes = new ShapeCache();

    @Test void the_same_extents_give_the_same_shape() {
        Shape first = shapes.of(3, 4);
        assertEquals(Shape.of(3, 4), first);
        assertSame(first, shapes.of(3, 4));
        assertSame(first, shapes.begin().add(3).add(4).shape());
        assertNotSame(first, shapes.of(4, 3));
    }

    @Test void ranks_0_to_6_are_kept_apart() {
        assertEquals(Shape.SCALAR, shapes.begin().shape());
        shapes.begin();
        for (int rank = 1; rank <= 6; rank++) {
            shapes.begin();
            for (int axis = 0; axis < rank; axis++) shapes.add(1);
            assertEquals(rank, shapes.shape().rank());
        }
        shapes.begin();
        for (int axis = 0; axis < 7; axis++) shapes.add(1);
        assertThrows(IllegalArgumentException.class, shapes::shape);
    }

    @Test void all_of_2500_shapes_are_found_again_after_the_table_has_grown_many_times() {
        List<Shape> seen = new ArrayList<>();
        for (int m = 0; m < 50; m++) {
            for (int n = 0; n < 50; n++) seen.add(shapes.of(m, n));
        }
        for (int e = 0; e < 2500; e++) {
            assertEquals(Shape.of(e / 50, e % 50), seen.get(e));
            assertSame(seen.get(e), shapes.of(e / 50, e % 50));
        }
    }

    @Test void the_33rd_shape_lets_the_table_grow_and_keeps_the_first_32() {
        List<Shape> seen = new ArrayList<>();
        for (int n = 0; n < 33; n++) seen.add(shapes.of(n));
        for (int n = 0; n < 33; n++) assertSame(seen.get(n), shapes.of(n));
    }

    @Test void shapes_of_equal_hash_are_kept_apart() {
        // 31 m + n is the same for [1, 31], [0, 62] and [2, 0].
        Shape first = shapes.of(1, 31);
        Shape second = shapes.of(0, 62);
        Shape third = shapes.of(2, 0);
        assertEquals("[1, 31] [0, 62] [2, 0]", first + " " + second + " " + third);
        assertSame(first, shapes.of(1, 31));
        assertSame(second, shapes.of(0, 62));
        assertSame(third, shapes.of(2, 0));
    }

    @Test void a_known_shape_allocates_nothing() {
        assertEquals(0, AllocatedBytes.by(() -> {
            for (int n = 0; n < 100; n++) shapes.of(n, 3);
        }));
    }
}
