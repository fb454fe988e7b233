package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.tensor.Shape;

class InitializerTest {
    private static float[] filled(Initializer initializer, long seed, int... dims) {
        Shape shape = Shape.of(dims);
        float[] values = new float[shape.size()];
        initializer.fill(values, 0, shape, new SplittableRandom(seed));
        return values;
    }

    @ParameterizedTest(name = "[{0}, {1}] with gain {2}")
    @CsvSource({"3, 8, 1", "8, 3, 1", "5, 5, 2", "64, 64, 1.4142135623730951", "1, 1, 0.5",
                "1, 7, 0.01", "7, 1, 0.01", "128, 2, 1"})
    void the_shorter_side_of_an_orthogonal_weight_is_orthogonal_and_of_length_gain(
            int rows, int columns, double gain) {
        float[] w = filled(Initializer.orthogonal(gain), 1, rows, columns);
        boolean wide = rows <= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int p = 0; p < count; p++) {
            for (int q = 0; q < count; q++) {
                double dot = 0;
                for (int i = 0; i < length; i++) {
                    dot += (double) (wide ? w[p * columns + i] : w[i * columns + p])
                            * (wide ? w[q * columns + i] : w[i * columns + q]);
                }
                assertEquals(p == q ? gain * gain : 0, dot, 1e-6 * gain * gain, p + " · " + q);
            }
        }
    }

    @Test void an_orthogonal_weight_points_in_all_directions() {
        int positive = 0;
        for (int seed = 0; seed < 1000; seed++) {
            if (filled(Initializer.orthogonal(1), seed, 1, 1)[0] > 0) positive++;
        }
        assertEquals(500, positive, 80);                           // five standard deviations
    }

    @Test void uniformFanIn_stays_within_1_over_root_of_inputs_and_comes_near_to_both_bounds() {
        float[] w = filled(Initializer.uniformFanIn(), 1, 100, 200);       // ±1/√100
        float min = 0;
        float max = 0;
        for (float value : w) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        assertTrue(min >= -0.1f && min < -0.0999f, "min " + min);
        assertTrue(max <= 0.1f && max > 0.0999f, "max " + max);
    }

    @Test void uniformFanIn_of_100_inputs_has_mean_0_and_variance_1_over_300() {
        float[] w = filled(Initializer.uniformFanIn(), 2, 100, 200);
        double sum = 0;
        double squares = 0;
        for (float value : w) {
            sum += value;
            squares += (double) value * value;
        }
        assertEquals(0, sum / w.length, 5 * Math.sqrt(1 / 300.0 / w.length));
        assertEquals(1 / 300.0, squares / w.length, 0.05 / 300);
    }

    @Test void zeros_are_zero_where_something_was_before() {
        float[] values = {1, 2, 3, 4};
        Initializer.zeros().fill(values, 1, Shape.of(2), new SplittableRandom(1));
        assertArrayEquals(new float[] {1, 0, 0, 4}, values);
    }

    @Test void each_writes_its_window_and_nothing_else() {
        for (Initializer initializer : new Initializer[] {
                Initializer.orthogonal(1), Initializer.uniformFanIn(), Initializer.zeros()}) {
            float[] values = new float[2 + 6 + 2];
            Arrays.fill(values, 9);
            initializer.fill(values, 2, Shape.of(2, 3), new SplittableRandom(1));
            for (int i = 0; i < values.length; i++) {
                boolean inside = i >= 2 && i < 8;
                assertEquals(!inside, values[i] == 9, "element " + i);
            }
        }
    }

    @Test void the_same_seed_gives_the_same_weights_and_another_seed_others() {
        for (Initializer initializer : new Initializer[] {
                Initializer.orthogonal(1), Initializer.uniformFanIn()}) {
            assertArrayEquals(filled(initializer, 7, 4, 3), filled(initializer, 7, 4, 3));
            assertFalse(Arrays.equals(filled(initializer, 7, 4, 3), filled(initializer, 8, 4, 3)));
        }
    }
}
