package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;
import skein.tensor.Shape;

class GradientClippingTest {
    private static Parameters gradient(float... values) {
        Layout layout = new Layout();
        layout.add("d", Shape.of(values.length), Initializer.zeros());
        Parameters dTheta = layout.zeros();
        System.arraycopy(values, 0, dTheta.values(), 0, values.length);
        return dTheta;
    }

    @Test void a_gradient_3_4_clipped_to_1_is_three_and_four_fifths() {
        Parameters d = gradient(3, 4);                             // norm 5
        assertEquals(5, new GradientClipping(1).clip(d));
        assertArrayEquals(new float[] {0.6f, 0.8f}, d.values(), 1e-7f);
    }

    @Test void a_gradient_of_just_the_allowed_norm_stays_as_it_is() {
        Parameters d = gradient(3, 4);
        assertEquals(5, new GradientClipping(5).clip(d));
        assertArrayEquals(new float[] {3, 4}, d.values());
    }

    @Test void a_short_gradient_is_not_made_longer() {
        Parameters d = gradient(0.3f, -0.4f);
        new GradientClipping(40).clip(d);
        assertArrayEquals(new float[] {0.3f, -0.4f}, d.values());
    }

    @Test void a_zero_gradient_stays_zero() {
        Parameters d = gradient(0, 0, 0);
        assertEquals(0, new GradientClipping(40).clip(d));
        assertArrayEquals(new float[3], d.values());
    }

    @Test void every_element_counts_whatever_their_number() {
        for (int n : new int[] {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 65}) {
            float[] ones = new float[n];
            Arrays.fill(ones, -2);
            assertEquals(2 * Math.sqrt(n), new GradientClipping(1000).clip(gradient(ones)), 1e-12);
        }
    }

    @Test void elements_whose_squares_overflow_a_float_are_clipped_like_others() {
        Parameters d = gradient(3e30f, 4e30f);
        assertEquals(5e30, new GradientClipping(40).clip(d), 1e24);
        assertArrayEquals(new float[] {24, 32}, d.values(), 1e-4f);
    }

    @Test void elements_whose_squares_vanish_as_floats_have_a_norm_too() {
        assertEquals(5e-25, new GradientClipping(40).clip(gradient(3e-25f, -4e-25f)), 1e-31);
    }

    @Test void the_norm_of_many_elements_is_that_of_doubles() {
        float[] values = new float[100_000];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i) / (1 + i % 7);
            sum += (double) values[i] * values[i];
        }
        double norm = Math.sqrt(sum);
        assertEquals(norm, new GradientClipping(1e9).clip(gradient(values)), 1e-6 * norm);
    }

    @Test void nan_and_infinity_are_refused_and_the_gradient_is_left_as_it_was() {
        Parameters nan = gradient(100, Float.NaN);
        var e = assertThrows(NotFiniteException.class, () -> new GradientClipping(40).clip(nan));
        assertEquals("The gradient's norm became NaN.", e.getMessage());
        assertArrayEquals(new float[] {100, Float.NaN}, nan.values());

        Parameters infinite = gradient(Float.NEGATIVE_INFINITY, 100);
        e = assertThrows(NotFiniteException.class, () -> new GradientClipping(40).clip(infinite));
        assertEquals("The gradient's norm became Infinity.", e.getMessage());
        assertArrayEquals(new float[] {Float.NEGATIVE_INFINITY, 100}, infinite.values());
    }

    @Test void a_bound_that_is_not_positive_is_refused() {
        for (double bound : new double[] {0, -1, Double.NaN}) {
            var e = assertThrows(IllegalArgumentException.class, () -> new GradientClipping(bound));
            assertEquals("maxNorm must be > 0, but got " + bound + ".", e.getMessage());
        }
    }

    @TestFactory List<DynamicTest> gradients_of_one_to_four_tensors_as_numpy_clipped_them() {
        List<ReferenceCase> cases = ReferenceCase.load("optim-clip");
        assertEquals(5, cases.size());
        return cases.stream().map(c -> dynamicTest(c.toString(), () -> check(c))).toList();
    }

    private static void check(ReferenceCase recorded) {
        int tensors = (int) recorded.number("tensors");
        Layout layout = new Layout();
        for (int i = 0; i < tensors; i++) {
            layout.add("d" + i, Shape.of(recorded.get("d" + i).dims()), Initializer.zeros());
        }
        Parameters d = layout.zeros();
        for (Layout.Entry entry : layout.entries()) {
            float[] values = recorded.get(entry.name()).floats();
            System.arraycopy(values, 0, d.values(), entry.offset(), values.length);
        }
        double norm = new GradientClipping(recorded.number("max_norm")).clip(d);
        recorded.check("norm", new float[] {(float) norm});
        for (int i = 0; i < tensors; i++) recorded.check("clipped" + i, d.get(i).toArray());
    }
}
