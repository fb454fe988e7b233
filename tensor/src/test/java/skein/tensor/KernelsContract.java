package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What all {@link Kernels} promise beside products ({@link MatmulContract}): the norm of a gradient
 * and RMSProp's step, at the sizes around the ends of SIMD lanes.
 */
abstract class KernelsContract {
    private static final int GUARD = 5;            // floats behind a result that must stay

    private final Kernels kernels = kernels();     // one instance for all sizes of a test
    private final RandomGenerator rng = new SplittableRandom(16);

    abstract Kernels kernels();

    @Test void sumOfSquares_is_that_of_doubles_at_any_length_and_for_any_floats() {
        for (float scale : new float[] {1, 1e-25f, 1e25f}) {
            for (int n : new int[] {0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 129, 1000, 70001}) {
                float[] a = random(n + GUARD);
                double expected = 0;
                for (int i = 0; i < n; i++) {
                    a[i] *= scale;
                    expected += (double) a[i] * a[i];
                }
                assertEquals(expected, kernels.sumOfSquares(n, a), 2e-6 * expected);
            }
        }
    }

    @Test void sumOfSquares_does_not_drift_where_millions_of_elements_round_alike() {
        for (float element : new float[] {0.3f, 1, 1.1f, 0.0017f}) {
            float[] a = new float[4_000_000];
            Arrays.fill(a, element);
            double square = (double) element * element;
            for (int n : new int[] {1_000, 137_000, 677_943, 1_000_000, a.length}) {
                assertEquals(1, kernels.sumOfSquares(n, a) / (n * square), 2e-6,
                        n + " times " + element);
            }
        }
    }

    @Test void not_a_number_and_infinity_reach_the_sum_of_squares_wherever_they_stand() {
        for (int i = 0; i < 200; i++) {
            float[] a = new float[200];
            a[i] = Float.NaN;
            assertEquals(Double.NaN, kernels.sumOfSquares(200, a));
            a[i] = Float.NEGATIVE_INFINITY;
            assertEquals(Double.POSITIVE_INFINITY, kernels.sumOfSquares(200, a));
        }
    }

    @Test void rmsProp_divides_each_step_by_the_root_of_the_running_mean_of_squares() {
        for (float epsilon : new float[] {0.1f, 1e-8f, 1e-42f, 1e20f}) {
            for (int n : new int[] {1, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 1000}) {
                for (int from : new int[] {0, 1, 15, 32, 37}) rmsProp(from, n + from, epsilon);
            }
        }
    }

    private void rmsProp(int from, int to, float epsilon) {
        float[] d = new float[to + GUARD];
        float[] g = new float[to + GUARD];
        for (int i = 0; i < d.length; i++) {              // from 1e-20 to 1e19, and zeros
            d[i] = rng.nextFloat(-2, 2) * (float) Math.pow(10, rng.nextInt(-20, 20));
            g[i] = rng.nextFloat() * (float) Math.pow(10, rng.nextInt(-40, 39));
            if (rng.nextInt(5) == 0 || i > 70 && i < 300 && i % 37 != 0) d[i] = 0;
            if (rng.nextInt(5) == 0) g[i] = 0;
        }
        float[] theta = new float[d.length];
        float[] gBefore = g.clone();
        kernels.rmsProp(from, to, d, 0.01f, 0.75f, epsilon, theta, g);
        for (int i = 0; i < d.length; i++) {
            boolean meant = i >= from && i < to;
            float own = 0.75f * gBefore[i] + 0.25f * (d[i] * d[i]);
            double step = -0.01 * d[i] / Math.sqrt(g[i] + epsilon);
            String where = "element " + i + " of " + from + " .. " + to + ", d=" + d[i];
            assertEquals(meant ? own : gBefore[i], g[i], where);
            assertEquals(meant ? step : 0, theta[i], 1e-6 * Math.abs(step) + 1e-44, where);
        }
    }

    @Test void rmsProp_stands_still_for_a_weight_whose_square_is_no_float() {
        float[] d = new float[64];                          // g = ∞: a step of d / ∞ = 0
        Arrays.fill(d, 1e30f);
        float[] theta = new float[64];
        float[] g = new float[64];
        kernels.rmsProp(0, 64, d, 0.01f, 0.75f, 0.1f, theta, g);
        assertArrayEquals(new float[64], theta);
        for (float average : g) assertEquals(Float.POSITIVE_INFINITY, average);
    }

    @Test void rmsProp_makes_the_same_bits_wherever_it_begins() {
        float[] d = random(200);
        for (int start = 0; start <= 200; start++) {
            float[] whole = new float[400];                // θ, and behind it g
            float[] parts = new float[400];
            step(kernels, 0, 200, d, whole);
            step(kernels, start, 200, d, parts);
            step(kernels, 0, start, d, parts);
            assertArrayEquals(whole, parts, "beginning at " + start);
        }
    }

    @Test void rmsProp_makes_the_same_bits_whatever_it_did_before() {
        float[] d = random(200);
        float[] huge = new float[400];
        Arrays.fill(huge, 200, 400, 2e38f);
        step(kernels, 1, 200, d, huge);
        for (int i = 0; i < 200; i++) {
            float[] used = new float[400];
            float[] fresh = new float[400];
            step(kernels, i, i + 1, d, used);
            step(kernels(), i, i + 1, d, fresh);
            assertArrayEquals(fresh, used, "element " + i);
        }
    }

    private static void step(Kernels kernels, int from, int to, float[] d, float[] thetaAndG) {
        float[] theta = Arrays.copyOf(thetaAndG, 200);
        float[] g = Arrays.copyOfRange(thetaAndG, 200, 400);
        kernels.rmsProp(from, to, d, 0.01f, 0.99f, 0.1f, theta, g);
        System.arraycopy(theta, 0, thetaAndG, 0, 200);
        System.arraycopy(g, 0, thetaAndG, 200, 200);
    }

    private float[] random(int n) {
        float[] a = new float[n];
        for (int i = 0; i < n; i++) a[i] = rng.nextFloat(-2, 2);
        return a;
    }
}
