package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What all {@link Kernels} promise of products, at the sizes around the ends of SIMD lanes: that of
 * the textbook (computed here in double), added to what was there, and nothing else written.
 */
abstract class MatmulContract {
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
        atLaneBorders(this::matmul);
    }

    private void matmul(int m, int k, int n) {
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
    }

    @Test void matmulNT_adds_dy_times_w_transposed_to_dx() {
        atLaneBorders(this::matmulNT);
    }

    private void matmulNT(int m, int k, int n) {
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
    }

    @Test void matmulTN_adds_x_transposed_times_dy_to_dw() {
        atLaneBorders(this::matmulTN);
    }

    private void matmulTN(int m, int k, int n) {
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
    }

    @Test void so_they_do_beyond_the_1024_features_of_MinAtars_network() {
        matmul(5, 1100, 130);
        matmulTN(5, 1100, 130);
        matmulNT(5, 130, 1100);
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
        if (m > 1 && dead < 1) x.cancel(k / 2);
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

    @Test void behind_a_relu_matmulNT_is_what_it_is_where_x_is_not_0_and_maybe_nothing_where_it_is() {
        for (int m : new int[] {0, 1, 2, 5, 7, 14, 20}) {
            for (int k : new int[] {1, 7, 17, 65, 200}) {
                for (int n : new int[] {0, 1, 3, 16, 17, 65, 128}) {
                    for (double dead : new double[] {0, 0.3, 0.9, 1}) behindRelu(m, k, n, dead);
                }
            }
        }
    }

    private void behindRelu(int m, int k, int n, double dead) {
        Matrix x = new Matrix(m, k, 0);
        Matrix dy = new Matrix(m, n, 0);
        Matrix w = new Matrix(k, n, OFFSET);
        Matrix dx = new Matrix(m, k, OFFSET + 1);
        for (int i = 0; i < k; i++) x.close(i, rng.nextDouble() < dead ? 1 : 0.5);
        for (int r = 0; r < m; r++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < n; j++) dx.expect(r, i, dy.at(r, j), w.at(i, j));
            }
        }
        kernels.matmulNT(m, k, n, dy.data, w.data, w.offset, dx.data, dx.offset, x.data);
        assertArrayEquals(x.before, x.data, "x, m=" + m + ", k=" + k + ", n=" + n);
        for (int e = 0; e < m * k; e++) {
            if (x.data[e] == 0) dx.mayStay(e);
        }
        check("matmulNT behind a relu", m, k, n, dy, w, dx);
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
            assertArrayEquals(rowOfNaN(2, n, 0), y);
        }
    }

    @Test void not_a_number_in_x_reaches_its_row_of_y_and_of_dw_beside_columns_of_zeros() {
        int k = 64;
        for (int m : new int[] {1, 5}) {
            for (int n : new int[] {17, 65}) {
                for (int i = 0; i < k; i++) notANumber(m, k, n, i);
            }
        }
    }

    /** In x[m − 1][i], and zeros else. */
    private void notANumber(int m, int k, int n, int i) {
        float[] x = new float[m * k];
        x[(m - 1) * k + i] = Float.NaN;
        float[] y = new float[m * n];
        kernels.matmul(m, k, n, x, 0, new float[k * n], 0, y);
        assertArrayEquals(rowOfNaN(m, n, m - 1), y, "y, column " + i + " of x");
        float[] dw = new float[k * n];
        kernels.matmulTN(m, k, n, x, 0, new float[m * n], dw, 0);
        assertArrayEquals(rowOfNaN(k, n, i), dw, "dw, column " + i + " of x");
    }

    private static float[] rowOfNaN(int rows, int columns, int row) {
        float[] a = new float[rows * columns];
        Arrays.fill(a, row * columns, (row + 1) * columns, Float.NaN);
        return a;
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

        /** Opposite numbers above zeros in a column: its sum is 0, and it counts nevertheless. */
        void cancel(int column) {
            close(column, 1);
            data[offset + column] = before[offset + column] = 1.5f;
            data[offset + columns + column] = before[offset + columns + column] = -1.5f;
        }

        /** What was there is as good as the result. */
        void mayStay(int element) {
            int e = offset + element;
            if (data[e] == before[e]) expected[e] = before[e];
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
