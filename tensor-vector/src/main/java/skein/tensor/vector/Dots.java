package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Inner products of rows with rows, again in blocks:
 *
 * <pre>
 *   C[r][k] += Σ_j A[ao + r · as + j] · B[bo + row[k] + j],     j = 0 .. n − 1
 * </pre>
 *
 * <p>Each sum is a vector of partial sums until the end, when {@link LaneSums} adds up the lanes of
 * many at once: 44 → 62 GFLOP/s for rows of 128 against one after the other, of 85 without any such
 * sums (Zen 4, JDK 25). For very short rows it is better to transpose B.
 */
final class Dots {
    private static final int L = Lanes.COUNT;
    private static final int ROW = L * L;            // of sums

    private final LaneSums sums = new LaneSums(5);

    /** C += A · Bᵀ for m rows of A and k rows of B, n a multiple of the lane count. */
    void add(int m, int k, int n, float[] a, int ao, int as,
             float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int rows;
        for (int r = 0; r < m; r += rows) {
            rows = Product.rows(m - r);
            if (k < L) addFew(rows, k, n, a, ao + r * as, as, b, bo, row, c, co + r * cs, cs);
            for (int i = 0; k >= L && i < k; i += L) {
                int first = Math.min(i, k - L);              // the last L overlap those before
                dots(rows, n, a, ao + r * as, as, b, bo, row, first);
                sums.fold(rows);
                for (int q = 0; q < rows; q++) {
                    sums.addTo(c, co + (r + q) * cs + first, q, i - first);
                }
            }
        }
    }

    /** Fewer rows of B than there are lanes. */
    private void addFew(int rows, int k, int n, float[] a, int ao, int as,
                        float[] b, int bo, int[] row, float[] c, int co, int cs) {
        for (int i = 0; i < k; i++) {
            for (int r = 0; r < rows; r++) {
                dot(n, a, ao + r * as, b, bo + row[i], sums.vectors());
                for (int l = 0; l < L; l++) c[co + r * cs + i] += sums.vectors()[l];
            }
        }
    }

    private void dots(int rows, int n, float[] a, int ao, int as,
                      float[] b, int bo, int[] row, int first) {
        for (int q = 0; q < L; q += 4) {
            switch (rows) {
                case 5 -> dots5x4(n, a, ao, as, b, bo, row, first + q, sums.vectors(), q * L);
                case 4 -> dots4x4(n, a, ao, as, b, bo, row, first + q, sums.vectors(), q * L);
                default -> dots1x4(n, a, ao, b, bo, row, first + q, sums.vectors(), q * L);
            }
        }
    }

    private static void dots5x4(int n, float[] a, int ao, int as,
                                float[] b, int bo, int[] row, int k, float[] sums, int so) {
        int a1 = ao + as;
        int a2 = a1 + as;
        int a3 = a2 + as;
        int a4 = a3 + as;
        int o0 = bo + row[k];
        int o1 = bo + row[k + 1];
        int o2 = bo + row[k + 2];
        int o3 = bo + row[k + 3];
        FloatVector y00 = all(0);
        FloatVector y01 = y00;
        FloatVector y02 = y00;
        FloatVector y03 = y00;
        FloatVector y10 = y00;
        FloatVector y11 = y00;
        FloatVector y12 = y00;
        FloatVector y13 = y00;
        FloatVector y20 = y00;
        FloatVector y21 = y00;
        FloatVector y22 = y00;
        FloatVector y23 = y00;
        FloatVector y30 = y00;
        FloatVector y31 = y00;
        FloatVector y32 = y00;
        FloatVector y33 = y00;
        FloatVector y40 = y00;
        FloatVector y41 = y00;
        FloatVector y42 = y00;
        FloatVector y43 = y00;
        for (int j = 0; j < n; j += L) {
            FloatVector b0 = load(b, o0 + j);
            FloatVector b1 = load(b, o1 + j);
            FloatVector b2 = load(b, o2 + j);
            FloatVector b3 = load(b, o3 + j);
            FloatVector s = load(a, ao + j);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            y02 = s.fma(b2, y02);
            y03 = s.fma(b3, y03);
            s = load(a, a1 + j);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            y12 = s.fma(b2, y12);
            y13 = s.fma(b3, y13);
            s = load(a, a2 + j);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            y22 = s.fma(b2, y22);
            y23 = s.fma(b3, y23);
            s = load(a, a3 + j);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            y32 = s.fma(b2, y32);
            y33 = s.fma(b3, y33);
            s = load(a, a4 + j);
            y40 = s.fma(b0, y40);
            y41 = s.fma(b1, y41);
            y42 = s.fma(b2, y42);
            y43 = s.fma(b3, y43);
        }
        y00.intoArray(sums, so);
        y01.intoArray(sums, so + L);
        y02.intoArray(sums, so + 2 * L);
        y03.intoArray(sums, so + 3 * L);
        y10.intoArray(sums, so + ROW);
        y11.intoArray(sums, so + ROW + L);
        y12.intoArray(sums, so + ROW + 2 * L);
        y13.intoArray(sums, so + ROW + 3 * L);
        y20.intoArray(sums, so + 2 * ROW);
        y21.intoArray(sums, so + 2 * ROW + L);
        y22.intoArray(sums, so + 2 * ROW + 2 * L);
        y23.intoArray(sums, so + 2 * ROW + 3 * L);
        y30.intoArray(sums, so + 3 * ROW);
        y31.intoArray(sums, so + 3 * ROW + L);
        y32.intoArray(sums, so + 3 * ROW + 2 * L);
        y33.intoArray(sums, so + 3 * ROW + 3 * L);
        y40.intoArray(sums, so + 4 * ROW);
        y41.intoArray(sums, so + 4 * ROW + L);
        y42.intoArray(sums, so + 4 * ROW + 2 * L);
        y43.intoArray(sums, so + 4 * ROW + 3 * L);
    }

    private static void dots4x4(int n, float[] a, int ao, int as,
                                float[] b, int bo, int[] row, int k, float[] sums, int so) {
        int a1 = ao + as;
        int a2 = a1 + as;
        int a3 = a2 + as;
        int o0 = bo + row[k];
        int o1 = bo + row[k + 1];
        int o2 = bo + row[k + 2];
        int o3 = bo + row[k + 3];
        FloatVector y00 = all(0);
        FloatVector y01 = y00;
        FloatVector y02 = y00;
        FloatVector y03 = y00;
        FloatVector y10 = y00;
        FloatVector y11 = y00;
        FloatVector y12 = y00;
        FloatVector y13 = y00;
        FloatVector y20 = y00;
        FloatVector y21 = y00;
        FloatVector y22 = y00;
        FloatVector y23 = y00;
        FloatVector y30 = y00;
        FloatVector y31 = y00;
        FloatVector y32 = y00;
        FloatVector y33 = y00;
        for (int j = 0; j < n; j += L) {
            FloatVector b0 = load(b, o0 + j);
            FloatVector b1 = load(b, o1 + j);
            FloatVector b2 = load(b, o2 + j);
            FloatVector b3 = load(b, o3 + j);
            FloatVector s = load(a, ao + j);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            y02 = s.fma(b2, y02);
            y03 = s.fma(b3, y03);
            s = load(a, a1 + j);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            y12 = s.fma(b2, y12);
            y13 = s.fma(b3, y13);
            s = load(a, a2 + j);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            y22 = s.fma(b2, y22);
            y23 = s.fma(b3, y23);
            s = load(a, a3 + j);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            y32 = s.fma(b2, y32);
            y33 = s.fma(b3, y33);
        }
        y00.intoArray(sums, so);
        y01.intoArray(sums, so + L);
        y02.intoArray(sums, so + 2 * L);
        y03.intoArray(sums, so + 3 * L);
        y10.intoArray(sums, so + ROW);
        y11.intoArray(sums, so + ROW + L);
        y12.intoArray(sums, so + ROW + 2 * L);
        y13.intoArray(sums, so + ROW + 3 * L);
        y20.intoArray(sums, so + 2 * ROW);
        y21.intoArray(sums, so + 2 * ROW + L);
        y22.intoArray(sums, so + 2 * ROW + 2 * L);
        y23.intoArray(sums, so + 2 * ROW + 3 * L);
        y30.intoArray(sums, so + 3 * ROW);
        y31.intoArray(sums, so + 3 * ROW + L);
        y32.intoArray(sums, so + 3 * ROW + 2 * L);
        y33.intoArray(sums, so + 3 * ROW + 3 * L);
    }

    private static void dots1x4(int n, float[] a, int ao,
                                float[] b, int bo, int[] row, int k, float[] sums, int so) {
        int o0 = bo + row[k];
        int o1 = bo + row[k + 1];
        int o2 = bo + row[k + 2];
        int o3 = bo + row[k + 3];
        FloatVector y00 = all(0);
        FloatVector y01 = y00;
        FloatVector y02 = y00;
        FloatVector y03 = y00;
        for (int j = 0; j < n; j += L) {
            FloatVector b0 = load(b, o0 + j);
            FloatVector b1 = load(b, o1 + j);
            FloatVector b2 = load(b, o2 + j);
            FloatVector b3 = load(b, o3 + j);
            FloatVector s = load(a, ao + j);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            y02 = s.fma(b2, y02);
            y03 = s.fma(b3, y03);
        }
        y00.intoArray(sums, so);
        y01.intoArray(sums, so + L);
        y02.intoArray(sums, so + 2 * L);
        y03.intoArray(sums, so + 3 * L);
    }

    private static void dot(int n, float[] a, int ao, float[] b, int bo, float[] sums) {
        FloatVector y = all(0);
        for (int j = 0; j < n; j += L) y = load(a, ao + j).fma(load(b, bo + j), y);
        y.intoArray(sums, 0);
    }
}
