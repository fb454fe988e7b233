package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;

/** One flat array, seen through named windows. */
class ParametersTest {
    private final Layout layout = new Layout();
    private final int w = layout.add("w", Shape.of(2, 2), Initializer.zeros());
    private final int b = layout.add("b", Shape.of(3), Initializer.zeros());

    private Parameters of(float... values) {
        Parameters parameters = layout.zeros();
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        return parameters;
    }

    @Test void pieces_lie_behind_each_other_in_the_order_in_which_they_were_entered() {
        assertEquals(7, layout.size());
        assertEquals(0, layout.entries().get(w).offset());
        assertEquals(4, layout.entries().get(b).offset());
        assertEquals("w [2, 2]\nb [3]\n7 parameters", layout.toString());
    }

    @Test void a_name_that_is_taken_is_refused_and_changes_nothing() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> layout.add("w", Shape.of(9), Initializer.zeros()));
        assertEquals("The layout has a parameter \"w\" already. Give each layer a name of its own.",
                e.getMessage());
        assertEquals(7, layout.size());
        assertEquals(2, layout.entries().size());
    }

    @Test void a_layout_takes_no_more_once_there_are_parameters() {
        layout.zeros();
        var e = assertThrows(IllegalStateException.class,
                () -> layout.add("late", Shape.of(1), Initializer.zeros()));
        assertEquals("Parameters of this layout exist already; \"late\" comes too late. Put the "
                + "whole network together first.", e.getMessage());
        assertEquals(7, layout.size());
    }

    @Test void more_floats_than_an_int_can_count_are_refused_and_change_nothing() {
        layout.add("large", Shape.of(65536, 32767), Initializer.zeros());    // 2^31 − 65536
        var e = assertThrows(IllegalArgumentException.class,
                () -> layout.add("more", Shape.of(256, 256), Initializer.zeros()));
        assertEquals("A layout holds at most 2^31 - 1 floats, but with \"more\" of shape "
                + "[256, 256] it has 2147483655. Make the network smaller.", e.getMessage());
        assertEquals(7 + 2147418112, layout.size());
        assertEquals(3, layout.entries().size());
    }

    @Test void a_layer_refuses_parameters_of_another_network_even_if_their_shapes_would_do() {
        Linear layer = new Linear(new Layout(), "fc", 2, 2, Initializer.zeros());
        Tape tape = new Tape(Kernels.create());
        var e = assertThrows(IllegalArgumentException.class,
                () -> layer.forward(tape.constant(new float[2], 1, 2), layout.zeros()));
        assertEquals("\"fc.weight\" [2, 2] is not among these 7 floats, or has another place there. "
                + "Make parameters with the layout that the layers were put into.", e.getMessage());
        Layout wider = new Layout();
        new Linear(wider, "fc", 2, 3, Initializer.zeros());
        assertThrows(IllegalArgumentException.class,
                () -> layer.forward(tape.constant(new float[2], 1, 2), wider.zeros()));
        assertThrows(IllegalArgumentException.class,
                () -> layer.forward(tape.constant(new float[2], 1, 2), new Layout().zeros()));
    }

    @Test void a_network_made_twice_runs_on_the_parameters_of_either() {
        Linear layer = new Linear(new Layout(), "fc", 1, 1, Initializer.zeros());
        Layout again = new Layout();
        new Linear(again, "fc", 1, 1, Initializer.zeros());
        Parameters theta = again.zeros();
        theta.values()[0] = 3;
        Tape tape = new Tape(Kernels.create());
        assertEquals(6, layer.forward(tape.constant(new float[] {2}, 1, 1), theta).item());

        Layout first = new Layout();
        new Linear(first, "fc", 1, 1, Initializer.zeros());
        Parameters thetaPrime = first.zeros().withGradient(again.zeros());
        theta.copyTo(thetaPrime);                            // as θ⁻ ← θ of a student's DQN
        assertEquals(3, thetaPrime.values()[0]);
    }

    @Test void the_list_of_entries_cannot_be_changed_from_outside() {
        assertThrows(UnsupportedOperationException.class, () -> layout.entries().clear());
    }

    @Test void initialize_fills_each_piece_by_its_own_rule_in_order() {
        Layout counted = new Layout();
        Initializer next = (values, offset, shape, rng) -> {
            for (int i = 0; i < shape.size(); i++) values[offset + i] = 100 * shape.size() + i;
        };
        counted.add("a", Shape.of(2), next);
        counted.add("zero", Shape.of(2), Initializer.zeros());
        counted.add("c", Shape.of(3), next);
        assertArrayEquals(new float[] {200, 201, 0, 0, 300, 301, 302},
                counted.initialize(new SplittableRandom(1)).values());
    }

    @Test void views_share_the_flat_array_in_both_directions() {
        Parameters theta = of(1, 2, 3, 4, 5, 6, 7);
        assertArrayEquals(new float[] {1, 2, 3, 4}, theta.get(w).toArray());
        assertArrayEquals(new float[] {5, 6, 7}, theta.get(b).toArray());
        assertEquals(Shape.of(2, 2), theta.get(w).shape());
        theta.values()[5] = 60;
        assertEquals(60, theta.get(b).get(1));
        assertSame(theta.values(), theta.values());
    }

    @Test void copyTo_copies_all_values_once_and_shares_nothing() {
        Parameters theta = of(1, 2, 3, 4, 5, 6, 7);
        Parameters thetaPrime = layout.zeros();
        theta.copyTo(thetaPrime);
        assertArrayEquals(theta.values(), thetaPrime.values());
        assertEquals(7, thetaPrime.get(b).get(2));
        theta.values()[0] = 10;
        assertEquals(1, thetaPrime.values()[0]);
    }

    @Test void copy_is_independent_and_without_gradient() {
        Parameters theta = of(1, 2, 3, 4, 5, 6, 7).withGradient(layout.zeros());
        Parameters copy = theta.copy();
        theta.values()[6] = 70;
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7}, copy.values());
        assertFalse(copy.get(w).needsGradient());
        assertSame(layout, copy.layout());
    }

    @Test void withGradient_shares_the_values_and_adds_to_the_other_parameters() {
        Parameters theta = of(1, 2, 3, 4, 5, 6, 7);
        Parameters dTheta = of(0, 0, 0, 0, 0, 100, 0);
        Parameters learning = theta.withGradient(dTheta);
        assertSame(theta.values(), learning.values());
        assertTrue(learning.get(b).needsGradient());
        assertFalse(theta.get(b).needsGradient());

        Tape tape = new Tape(Kernels.create());
        tape.backward(tape.read(learning.get(b)).square().sum());      // 2 b = 10, 12, 14
        assertArrayEquals(new float[] {0, 0, 0, 0, 10, 112, 14}, dTheta.values());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7}, theta.values());
    }

    @Test void clear_makes_all_zero_so_that_gradients_do_not_grow_for_ever() {
        Parameters theta = of(3);
        Parameters dTheta = layout.zeros();
        Parameters learning = theta.withGradient(dTheta);
        Tape tape = new Tape(Kernels.create());
        for (int turn = 0; turn < 3; turn++) {
            dTheta.clear();
            tape.clear();
            tape.backward(tape.read(learning.get(w)).square().sum());
            assertEquals(6, dTheta.values()[0], "turn " + turn);
        }
        dTheta.clear();
        assertArrayEquals(new float[7], dTheta.values());
    }

    @Test void parameters_of_two_layouts_do_not_go_together() {
        Parameters theta = layout.zeros();
        Layout twin = new Layout();
        twin.add("w", Shape.of(2, 2), Initializer.zeros());
        refused(theta, twin.zeros(), 4);
        twin = new Layout();
        twin.add("w", Shape.of(2, 2), Initializer.zeros());
        twin.add("c", Shape.of(3), Initializer.zeros());
        refused(theta, twin.zeros(), 7);
    }

    private static void refused(Parameters theta, Parameters other, int floats) {
        String sentence = "Parameters of two networks do not go together: their names or shapes "
                + "differ (7 and " + floats + " floats). Make both with one Layout.";
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> theta.copyTo(other)).getMessage());
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> theta.withGradient(other)).getMessage());
    }

    @Test void firstNotFinite_names_the_first_parameter_that_holds_nan_or_infinity() {
        Parameters theta = of(1, 2, 3, 4, 5, 6, 7);
        assertNull(theta.firstNotFinite());
        theta.values()[6] = Float.NaN;
        assertEquals("b", theta.firstNotFinite());
        theta.values()[4] = 0;
        theta.values()[3] = Float.NEGATIVE_INFINITY;
        assertEquals("w", theta.firstNotFinite());
    }

    @Test void a_number_that_no_parameter_has_is_refused_with_a_list_of_those_there_are() {
        for (int number : new int[] {-1, 2}) {
            assertEquals("There is no parameter " + number + ". There are 2, numbered from 0:\n"
                    + "w [2, 2]\nb [3]\n7 parameters",
                    assertThrows(IndexOutOfBoundsException.class,
                    () -> layout.zeros().get(number)).getMessage());
        }
    }

    @Test void a_layout_without_parameters_has_size_0() {
        assertEquals(0, new Layout().zeros().size());
    }
}
