package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TensorTest {
    private final Tape tape = new Tape(Kernels.create());

    @Test void a_parameter_is_the_window_of_its_owners_array_from_the_offset_on() {
        float[] values = {9, 1, 2, 3, 4, 9};
        Tensor theta = Tensor.parameter(Shape.of(2, 2), values, new float[6], 1);
        assertEquals(4, theta.get(3));
        assertArrayEquals(new float[] {1, 2, 3, 4}, theta.toArray());
        values[2] = 20;
        assertEquals(20, theta.get(1));
    }

    @Test void a_parameter_that_does_not_fit_is_refused() {
        String sentence = "A parameter of shape [2, 2] at 3 does not fit into 6 values.";
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> Tensor.parameter(Shape.of(2, 2), new float[6], null, 3)).getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> Tensor.parameter(Shape.of(1), new float[6], null, -1));
        assertThrows(IllegalArgumentException.class,
                () -> Tensor.parameter(Shape.of(1), new float[6], null, Integer.MAX_VALUE));
        assertEquals("values and gradient must be equally long, but got 6 and 5.",
                assertThrows(IllegalArgumentException.class,
                () -> Tensor.parameter(Shape.of(1), new float[6], new float[5], 0)).getMessage());
    }

    @Test void elements_outside_the_shape_are_refused_even_where_the_array_goes_on() {
        Tensor theta = Tensor.parameter(Shape.of(2), new float[6], null, 1);
        var e = assertThrows(IndexOutOfBoundsException.class, () -> theta.get(2));
        assertEquals("Shape [2] has no element 2.", e.getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> theta.get(-1));
    }

    @Test void item_is_for_single_values_of_any_rank() {
        assertEquals(7, tape.constant(new float[] {7}, 1, 1).item());
        Tensor two = tape.constant(new float[2], 2);
        var e = assertThrows(IllegalStateException.class, two::item);
        assertEquals("item() needs a single value, but the shape is [2].", e.getMessage());
    }

    @Test void a_leaf_takes_the_first_values_of_a_longer_array() {
        float[] longer = {1, 2, 3, 4, 5};
        assertArrayEquals(new float[] {1, 2, 3}, tape.constant(longer, 3).toArray());
        assertArrayEquals(new float[] {1, 2, 3, 4}, tape.constant(longer, 2, 2).toArray());
        assertArrayEquals(new float[] {1, 2}, tape.variable(longer, Shape.of(2)).toArray());
    }

    @Test void a_copy_takes_the_beginning_of_an_array_and_needs_one_that_is_long_enough() {
        Tensor two = Tensor.parameter(Shape.of(2), new float[] {1, 2, 3}, null, 1);
        float[] to = {7, 7, 7};
        two.copyTo(to);
        assertArrayEquals(new float[] {2, 3, 7}, to);
        assertEquals("copyTo of shape [2] needs an array of at least 2 floats, but got 1.",
                assertThrows(IllegalArgumentException.class,
                () -> two.copyTo(new float[1])).getMessage());
    }

    @Test void it_says_what_it_is() {
        Tensor x = tape.variable(new float[6], Shape.of(2, 3));
        assertEquals("variable [2, 3]", x.toString());
        assertEquals("tanh [2, 3]", x.tanh().toString());
        assertEquals("scale [2, 3]", x.neg().toString());
        assertEquals("parameter [1]",
                Tensor.parameter(Shape.of(1), new float[1], null, 0).toString());
    }

    @Test void broadcasting_a_column_and_a_row_worked_by_hand() {
        // [1]                  [11 21 31]
        // [2] + [10 20 30]  =  [12 22 32]
        Tensor column = tape.variable(new float[] {1, 2}, Shape.of(2, 1));
        Tensor row = tape.variable(new float[] {10, 20, 30}, Shape.of(3));
        Tensor y = column.add(row);
        assertEquals(Shape.of(2, 3), y.shape());
        assertArrayEquals(new float[] {11, 21, 31, 12, 22, 32}, y.toArray());
        tape.backward(y.mul(tape.constant(new float[] {1, 2, 3, 4, 5, 6}, 2, 3)).sum());
        assertArrayEquals(new float[] {6, 15}, column.gradientToArray());
        assertArrayEquals(new float[] {5, 7, 9}, row.gradientToArray());
    }

    @Test void sum_and_mean_over_each_axis_worked_by_hand() {
        Tensor x = tape.variable(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
        assertArrayEquals(new float[] {5, 7, 9}, x.sum(0).toArray());
        assertArrayEquals(new float[] {6, 15}, x.sum(1).toArray());
        assertArrayEquals(new float[] {2, 5}, x.mean(-1).toArray());
        assertEquals(21, x.sum().item());
        assertEquals(3.5f, x.mean().item());
        Tensor empty = tape.variable(new float[0], Shape.of(0, 3));
        assertEquals(0, empty.sum().item());
        assertArrayEquals(new float[] {0, 0, 0}, empty.sum(0).toArray());
    }
}
