package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What all {@link Kernels} promise, at the sizes around the ends of SIMD lanes: the product of the
 * textbook (computed here in double), added to what was there, and nothing else written.
 */
abstract class KernelsContract {
    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 65};
    private static final int GUARD = 5;            // floats behind a result that must stay
    private static final int OFFSET = 3;           // where matrices begin that may do so

    private final Kernels kernels = kernels();     // one instance for all sizes of a test
    private final RandomGenerator rng = new SplittableRandom(16);

    abstract Kernels kernels();

    @FunctionalInterface
    private interface Sizes {
        void check(int m, int k, int n);
    }

    /** Each border size in each place, beside small, middle and large others; up and down. */
    private static void atLaneBorders(Sizes sizes) {
        for (int size : SIZES) {
            for (int other : new int[] {0, 1, 3, 17, 65}) {
                sizes.check(size, other, 5);
                sizes.check(size, 17, other);
                sizes.check(other, size, 2);
                sizes.check(other, size, 17);
                sizes.check(5, other, size);
                sizes.check(other, 17, size);
            }
        }
    }

    @Test void matmul_adds_x_w_to_y() {
        atLaneBorders((m, k, n) -> {
            Matrix x = new Matrix(m, k, OFFSET);
            Matrix w = new Matrix(k, n, OFFSET + 1);
            Matrix y = new Matrix(m, n, 0);
            for (int r = 0; r < m; r++) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < n; j++) y.expect(r, j, x.at(r, i), w.at(i, j));
                }
            }
            kernels.matmul(m, k, n, x.data, x.offset, w.data, w.offset, y.data);
            check("matmul", m, k, n, x, w, y);
        });
    }

    @Test void matmulNT_adds_dy_times_w_transposed_to_dx() {
        atLaneBorders((m, k, n) -> {
            Matrix dy = new Matrix(m, n, 0);
            Matrix w = new Matrix(k, n, OFFSET);
            Matrix dx = new Matrix(m, k, OFFSET + 1);
            for (int r = 0; r < m; r++) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < n; j++) dx.expect(r, i, dy.at(r, j), w.at(i, j));
                }
            }
            kernels.matmulNT(m, k, n, dy.data, w.data, w.offset, dx.data, dx.offset);
            check("matmulNT", m, k, n, dy, w, dx);
        });
    }

    @Test void matmulTN_adds_x_transposed_times_dy_to_dw() {
        atLaneBorders((m, k, n) -> {
            Matrix x = new Matrix(m, k, OFFSET);
            Matrix dy = new Matrix(m, n, 0);
            Matrix dw = new Matrix(k, n, OFFSET + 1);
            for (int r = 0; r < m; r++) {
                for (int i = 0; i < k; i++) {
                    for (int j = 0; j < n; j++) dw.expect(i, j, x.at(r, i), dy.at(r, j));
                }
            }
            kernels.matmulTN(m, k, n, x.data, x.offset, dy.data, dw.data, dw.offset);
            check("matmulTN", m, k, n, x, dy, dw);
        });
    }

    @Test void columns_of_zeros_in_x_as_behind_a_relu_change_nothing_in_y_and_in_dw() {
        for (int m : new int[] {1, 2, 5, 14}) {
            for (int k : new int[] {1, 7, 17, 65, 200}) {
                for (int n : new int[] {3, 16, 17, 65, 128, 520}) {
                    for (double dead : new double[] {0.3, 0.9, 1}) deadColumns(m, k, n, dead);
                }
            }
        }
    }

    private void deadColumns(int m, int k, int n, double dead) {
        Matrix x = new Matrix(m, k, OFFSET);
        Matrix w = new Matrix(k, n, OFFSET + 1);
        Matrix y = new Matrix(m, n, 0);
        Matrix dy = new Matrix(m, n, 0);
        Matrix dw = new Matrix(k, n, OFFSET);
        for (int i = 0; i < k; i++) x.close(i, rng.nextDouble() < dead ? 1 : 0.5);
        for (int r = 0; r < m; r++) {
            for (int i = 0; i < k; i++) {
                if (x.at(r, i) == 0) continue;
                for (int j = 0; j < n; j++) {
                    y.expect(r, j, x.at(r, i), w.at(i, j));
                    dw.expect(i, j, x.at(r, i), dy.at(r, j));
                }
            }
        }
        kernels.matmul(m, k, n, x.data, x.offset, w.data, w.offset, y.data);
        check("matmul with zeros", m, k, n, x, w, y);
        kernels.matmulTN(m, k, n, x.data, x.offset, dy.data, dw.data, dw.offset);
        check("matmulTN with zeros", m, k, n, x, dy, dw);
    }

    @Test void sumRows_adds_every_row_of_y_to_the_sum() {
        atLaneBorders((m, k, n) -> {
            Matrix y = new Matrix(m, n, 0);
            Matrix sum = new Matrix(1, n, OFFSET);
            for (int r = 0; r < m; r++) {
                for (int j = 0; j < n; j++) sum.expect(0, j, 1, y.at(r, j));
            }
            kernels.sumRows(m, n, y.data, sum.data, sum.offset);
            check("sumRows", m, k, n, y, y, sum);
        });
    }

    @Test void sumOfSquares_is_that_of_doubles_at_any_length_and_for_any_floats() {
        for (float scale : new float[] {1, 1e-25f, 1e25f}) {
            for (int n : new int[] {0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 129, 1000, 70001}) {
                Matrix a = new Matrix(1, n, 0);
                double expected = 0;
                for (int i = 0; i < n; i++) {
                    a.data[i] *= scale;
                    expected += a.at(0, i) * a.at(0, i);
                }
                assertEquals(expected, kernels.sumOfSquares(n, a.data), 2e-6 * expected);
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
        Matrix d = new Matrix(1, 200, 0);
        for (int start = 0; start <= 200; start++) {
            float[] whole = new float[400];                // θ, and behind it g
            float[] parts = new float[400];
            step(0, 200, d.data, whole);
            step(start, 200, d.data, parts);
            step(0, start, d.data, parts);
            assertArrayEquals(whole, parts, "beginning at " + start);
        }
    }

    private void step(int from, int to, float[] d, float[] thetaAndG) {
        float[] theta = Arrays.copyOf(thetaAndG, 200);
        float[] g = Arrays.copyOfRange(thetaAndG, 200, 400);
        kernels.rmsProp(from, to, d, 0.01f, 0.99f, 0.1f, theta, g);
        System.arraycopy(theta, 0, thetaAndG, 0, 200);
        System.arraycopy(g, 0, thetaAndG, 200, 200);
    }

    @Test void a_product_of_2_by_2_matrices_worked_by_hand() {
        // [1 2]   [5 6]   [ 5 + 14   6 + 16]   [19 22]
        // [3 4] · [7 8] = [15 + 28  18 + 32] = [43 50]   and 100 was there
        float[] y = {100, 100, 100, 100};
        kernels.matmul(2, 2, 2, new float[] {1, 2, 3, 4}, 0, new float[] {5, 6, 7, 8}, 0, y);
        assertArrayEquals(new float[] {119, 122, 143, 150}, y);
    }

    @Test void not_a_number_in_x_reaches_its_row_of_y_even_against_zeros() {
        for (int n : new int[] {1, 17}) {
            float[] x = {1, Float.NaN, 1, 1};                      // [2, 2]
            float[] y = new float[2 * n];
            kernels.matmul(2, 2, n, x, 0, new float[2 * n], 0, y);
            float[] expected = new float[2 * n];
            Arrays.fill(expected, 0, n, Float.NaN);
            assertArrayEquals(expected, y);
        }
    }

    private static void check(String name, int m, int k, int n, Matrix a, Matrix b, Matrix result) {
        String where = name + " with m=" + m + ", k=" + k + ", n=" + n;
        assertArrayEquals(a.before, a.data, where + " modified its first operand");
        assertArrayEquals(b.before, b.data, where + " modified its second operand");
        for (int e = 0; e < result.data.length; e++) {
            double error = Math.abs(result.data[e] - result.expected[e]);
            if (error <= 1e-6 * result.magnitude[e]) continue;
            throw new AssertionError(where + ": element " + (e - result.offset) + " of "
                    + result.rows * result.columns + " is " + result.data[e] + ", expected "
                    + result.expected[e]);
        }
    }

    /** Random numbers between guards, and what is expected to stand there afterwards. */
    private final class Matrix {
        final int rows;
        final int columns;
        final int offset;
        final float[] data;
        final float[] before;
        final double[] expected;
        final double[] magnitude;                  // Σ |terms|, the scale of rounding; 0: exact

        Matrix(int rows, int columns, int offset) {
            this.rows = rows;
            this.columns = columns;
            this.offset = offset;
            data = new float[offset + rows * columns + GUARD];
            for (int e = 0; e < data.length; e++) data[e] = rng.nextFloat(-2, 2);
            before = data.clone();
            expected = new double[data.length];
            for (int e = 0; e < data.length; e++) expected[e] = data[e];
            magnitude = new double[data.length];
        }

        /** Zeros in a column, as many as that; 1 for all. */
        void close(int column, double part) {
            for (int r = 0; r < rows; r++) {
                int e = offset + r * columns + column;
                if (rng.nextDouble() < part) data[e] = before[e] = 0;
            }
        }

        double at(int row, int column) {
            return data[offset + row * columns + column];
        }

        void expect(int row, int column, double a, double b) {
            int e = offset + row * columns + column;
            if (magnitude[e] == 0) magnitude[e] = Math.abs(expected[e]);
            expected[e] += a * b;
            magnitude[e] += Math.abs(a * b);
        }
    }
}
