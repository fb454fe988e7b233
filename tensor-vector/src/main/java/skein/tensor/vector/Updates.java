package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of few products, added to a large matrix that streams by:
 *
 * <pre>
 *   C[co + row[i] + v] += Σ_r A[ao + r · as + i] · B[bo + r · bs + v],     i = from .. to − 1
 * </pre>
 *
 * <p>{@link Blocks} hold C in registers, and would load and store 20 vectors of it for 5 rounds of
 * their loop. Here B is held, 5 rows of 4 vectors: 50 → 105 GFLOP/s of 117 possible for the weight
 * of [5, 128] · [128, 128], and 49 → 91 for [5, 2592] · [2592, 256], where 36 GB/s are read and
 * as many written (Zen 4, JDK 17 and 25).
 *
 * <p>All parameters: from and to; A, where it begins and the step between its rows; B, where it
 * begins; C, where it begins, and its rows; the step between the rows of B.
 */
final class Updates {
    private static final int L = Lanes.COUNT;
    private static final int CHUNK = 1 << 15;        // floats of C that stay in the L2 cache

    private Updates() {
    }

    /** C += Aᵀ · B for m rows of A and B, k of C, and n columns, n a multiple of the lane count. */
    static void add(int m, int k, int n, float[] a, int ao, int as,
                    float[] b, int bo, float[] c, int co, int[] row, int bs) {
        int chunk = Math.max(L, CHUNK / Math.max(1, n));
        int rows;
        for (int i = 0; i < k; i += chunk) {
            int count = Math.min(chunk, k - i);
            for (int r = 0; r < m; r += rows) {
                rows = Product.rows(m - r);
                addRows(rows, i, i + count, n, a, ao + r * as, as, b, bo + r * bs,
                        c, co, row, bs);
            }
        }
    }

    private static void addRows(int rows, int from, int to, int n, float[] a, int ao, int as,
                                float[] b, int bo, float[] c, int co, int[] row, int bs) {
        int j = 0;
        for (; j + 4 * L <= n; j += 4 * L) {
            switch (rows) {
                case 5 -> rows5x4(from, to, a, ao, as, b, bo + j, c, co + j, row, bs);
                case 4 -> rows4x4(from, to, a, ao, as, b, bo + j, c, co + j, row, bs);
                default -> rows1x4(from, to, a, ao, b, bo + j, c, co + j, row);
            }
        }
        for (; j < n; j += L) {
            switch (rows) {
                case 5 -> rows5x1(from, to, a, ao, as, b, bo + j, c, co + j, row, bs);
                case 4 -> rows4x1(from, to, a, ao, as, b, bo + j, c, co + j, row, bs);
                default -> rows1x1(from, to, a, ao, b, bo + j, c, co + j, row);
            }
        }
    }

    private static void rows5x4(int from, int to, float[] a, int ao, int as,
                                float[] b, int bo, float[] c, int co, int[] row, int bs) {
        FloatVector b00 = load(b, bo);
        FloatVector b01 = load(b, bo + L);
        FloatVector b02 = load(b, bo + 2 * L);
        FloatVector b03 = load(b, bo + 3 * L);
        FloatVector b10 = load(b, bo + bs);
        FloatVector b11 = load(b, bo + bs + L);
        FloatVector b12 = load(b, bo + bs + 2 * L);
        FloatVector b13 = load(b, bo + bs + 3 * L);
        FloatVector b20 = load(b, bo + 2 * bs);
        FloatVector b21 = load(b, bo + 2 * bs + L);
        FloatVector b22 = load(b, bo + 2 * bs + 2 * L);
        FloatVector b23 = load(b, bo + 2 * bs + 3 * L);
        FloatVector b30 = load(b, bo + 3 * bs);
        FloatVector b31 = load(b, bo + 3 * bs + L);
        FloatVector b32 = load(b, bo + 3 * bs + 2 * L);
        FloatVector b33 = load(b, bo + 3 * bs + 3 * L);
        FloatVector b40 = load(b, bo + 4 * bs);
        FloatVector b41 = load(b, bo + 4 * bs + L);
        FloatVector b42 = load(b, bo + 4 * bs + 2 * L);
        FloatVector b43 = load(b, bo + 4 * bs + 3 * L);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector s1 = all(a[ao + as + i]);
            FloatVector s2 = all(a[ao + 2 * as + i]);
            FloatVector s3 = all(a[ao + 3 * as + i]);
            FloatVector s4 = all(a[ao + 4 * as + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            FloatVector y1 = s0.fma(b01, load(c, at + L));
            FloatVector y2 = s0.fma(b02, load(c, at + 2 * L));
            FloatVector y3 = s0.fma(b03, load(c, at + 3 * L));
            y0 = s1.fma(b10, y0);
            y1 = s1.fma(b11, y1);
            y2 = s1.fma(b12, y2);
            y3 = s1.fma(b13, y3);
            y0 = s2.fma(b20, y0);
            y1 = s2.fma(b21, y1);
            y2 = s2.fma(b22, y2);
            y3 = s2.fma(b23, y3);
            y0 = s3.fma(b30, y0);
            y1 = s3.fma(b31, y1);
            y2 = s3.fma(b32, y2);
            y3 = s3.fma(b33, y3);
            y0 = s4.fma(b40, y0);
            y1 = s4.fma(b41, y1);
            y2 = s4.fma(b42, y2);
            y3 = s4.fma(b43, y3);
            y0.intoArray(c, at);
            y1.intoArray(c, at + L);
            y2.intoArray(c, at + 2 * L);
            y3.intoArray(c, at + 3 * L);
        }
    }

    private static void rows4x4(int from, int to, float[] a, int ao, int as,
                                float[] b, int bo, float[] c, int co, int[] row, int bs) {
        FloatVector b00 = load(b, bo);
        FloatVector b01 = load(b, bo + L);
        FloatVector b02 = load(b, bo + 2 * L);
        FloatVector b03 = load(b, bo + 3 * L);
        FloatVector b10 = load(b, bo + bs);
        FloatVector b11 = load(b, bo + bs + L);
        FloatVector b12 = load(b, bo + bs + 2 * L);
        FloatVector b13 = load(b, bo + bs + 3 * L);
        FloatVector b20 = load(b, bo + 2 * bs);
        FloatVector b21 = load(b, bo + 2 * bs + L);
        FloatVector b22 = load(b, bo + 2 * bs + 2 * L);
        FloatVector b23 = load(b, bo + 2 * bs + 3 * L);
        FloatVector b30 = load(b, bo + 3 * bs);
        FloatVector b31 = load(b, bo + 3 * bs + L);
        FloatVector b32 = load(b, bo + 3 * bs + 2 * L);
        FloatVector b33 = load(b, bo + 3 * bs + 3 * L);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector s1 = all(a[ao + as + i]);
            FloatVector s2 = all(a[ao + 2 * as + i]);
            FloatVector s3 = all(a[ao + 3 * as + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            FloatVector y1 = s0.fma(b01, load(c, at + L));
            FloatVector y2 = s0.fma(b02, load(c, at + 2 * L));
            FloatVector y3 = s0.fma(b03, load(c, at + 3 * L));
            y0 = s1.fma(b10, y0);
            y1 = s1.fma(b11, y1);
            y2 = s1.fma(b12, y2);
            y3 = s1.fma(b13, y3);
            y0 = s2.fma(b20, y0);
            y1 = s2.fma(b21, y1);
            y2 = s2.fma(b22, y2);
            y3 = s2.fma(b23, y3);
            y0 = s3.fma(b30, y0);
            y1 = s3.fma(b31, y1);
            y2 = s3.fma(b32, y2);
            y3 = s3.fma(b33, y3);
            y0.intoArray(c, at);
            y1.intoArray(c, at + L);
            y2.intoArray(c, at + 2 * L);
            y3.intoArray(c, at + 3 * L);
        }
    }

    private static void rows1x4(int from, int to, float[] a, int ao,
                                float[] b, int bo, float[] c, int co, int[] row) {
        FloatVector b00 = load(b, bo);
        FloatVector b01 = load(b, bo + L);
        FloatVector b02 = load(b, bo + 2 * L);
        FloatVector b03 = load(b, bo + 3 * L);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            FloatVector y1 = s0.fma(b01, load(c, at + L));
            FloatVector y2 = s0.fma(b02, load(c, at + 2 * L));
            FloatVector y3 = s0.fma(b03, load(c, at + 3 * L));
            y0.intoArray(c, at);
            y1.intoArray(c, at + L);
            y2.intoArray(c, at + 2 * L);
            y3.intoArray(c, at + 3 * L);
        }
    }

    private static void rows5x1(int from, int to, float[] a, int ao, int as,
                                float[] b, int bo, float[] c, int co, int[] row, int bs) {
        FloatVector b00 = load(b, bo);
        FloatVector b10 = load(b, bo + bs);
        FloatVector b20 = load(b, bo + 2 * bs);
        FloatVector b30 = load(b, bo + 3 * bs);
        FloatVector b40 = load(b, bo + 4 * bs);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector s1 = all(a[ao + as + i]);
            FloatVector s2 = all(a[ao + 2 * as + i]);
            FloatVector s3 = all(a[ao + 3 * as + i]);
            FloatVector s4 = all(a[ao + 4 * as + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            y0 = s1.fma(b10, y0);
            y0 = s2.fma(b20, y0);
            y0 = s3.fma(b30, y0);
            y0 = s4.fma(b40, y0);
            y0.intoArray(c, at);
        }
    }

    private static void rows4x1(int from, int to, float[] a, int ao, int as,
                                float[] b, int bo, float[] c, int co, int[] row, int bs) {
        FloatVector b00 = load(b, bo);
        FloatVector b10 = load(b, bo + bs);
        FloatVector b20 = load(b, bo + 2 * bs);
        FloatVector b30 = load(b, bo + 3 * bs);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector s1 = all(a[ao + as + i]);
            FloatVector s2 = all(a[ao + 2 * as + i]);
            FloatVector s3 = all(a[ao + 3 * as + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            y0 = s1.fma(b10, y0);
            y0 = s2.fma(b20, y0);
            y0 = s3.fma(b30, y0);
            y0.intoArray(c, at);
        }
    }

    private static void rows1x1(int from, int to, float[] a, int ao,
                                float[] b, int bo, float[] c, int co, int[] row) {
        FloatVector b00 = load(b, bo);
        for (int i = from; i < to; i++) {
            int at = co + row[i];
            FloatVector s0 = all(a[ao + i]);
            FloatVector y0 = s0.fma(b00, load(c, at));
            y0.intoArray(c, at);
        }
    }
}
