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
 * <p>Each sum is a vector of partial sums until the end, when its lanes are added in their order:
 * rows of 128 get 44 GFLOP/s, where {@link Blocks} get 90.
 */
final class Dots {
    private static final int L = Lanes.COUNT;

    private final float[] sums = new float[5 * 4 * L];

    /** C += A · Bᵀ for m rows of A and k rows of B, n a multiple of the lane count. */
    void add(int m, int k, int n, float[] a, int ao, int as,
             float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int four = k & -4;
        int rows;
        for (int r = 0; r < m; r += rows) {
            rows = Product.rows(m - r);
            int ar = ao + r * as;
            int cr = co + r * cs;
            for (int i = 0; i < four; i += 4) {
                switch (rows) {
                    case 5 -> dots5x4(n, a, ar, as, b, bo, row, i, sums);
                    case 4 -> dots4x4(n, a, ar, as, b, bo, row, i, sums);
                    default -> dots1x4(n, a, ar, b, bo, row, i, sums);
                }
                addSums(rows, c, cr + i, cs);
            }
        }
        for (int r = 0; r < m; r++) {
            for (int i = four; i < k; i++) {
                c[co + r * cs + i] += dot(n, a, ao + r * as, b, bo + row[i]);
            }
        }
    }

    /** In memory between, because 20 sums of lanes in one method are more than the JIT inlines. */
    private void addSums(int rows, float[] c, int co, int cs) {
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < 4; v++) c[co + r * cs + v] += sum(sums, (4 * r + v) * L);
        }
    }

    private static void dots5x4(int n, float[] a, int ao, int as,
                                float[] b, int bo, int[] row, int k, float[] sums) {
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
        y00.intoArray(sums, 0);
        y01.intoArray(sums, L);
        y02.intoArray(sums, 2 * L);
        y03.intoArray(sums, 3 * L);
        y10.intoArray(sums, 4 * L);
        y11.intoArray(sums, 5 * L);
        y12.intoArray(sums, 6 * L);
        y13.intoArray(sums, 7 * L);
        y20.intoArray(sums, 8 * L);
        y21.intoArray(sums, 9 * L);
        y22.intoArray(sums, 10 * L);
        y23.intoArray(sums, 11 * L);
        y30.intoArray(sums, 12 * L);
        y31.intoArray(sums, 13 * L);
        y32.intoArray(sums, 14 * L);
        y33.intoArray(sums, 15 * L);
        y40.intoArray(sums, 16 * L);
        y41.intoArray(sums, 17 * L);
        y42.intoArray(sums, 18 * L);
        y43.intoArray(sums, 19 * L);
    }

    private static void dots4x4(int n, float[] a, int ao, int as,
                                float[] b, int bo, int[] row, int k, float[] sums) {
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
        y00.intoArray(sums, 0);
        y01.intoArray(sums, L);
        y02.intoArray(sums, 2 * L);
        y03.intoArray(sums, 3 * L);
        y10.intoArray(sums, 4 * L);
        y11.intoArray(sums, 5 * L);
        y12.intoArray(sums, 6 * L);
        y13.intoArray(sums, 7 * L);
        y20.intoArray(sums, 8 * L);
        y21.intoArray(sums, 9 * L);
        y22.intoArray(sums, 10 * L);
        y23.intoArray(sums, 11 * L);
        y30.intoArray(sums, 12 * L);
        y31.intoArray(sums, 13 * L);
        y32.intoArray(sums, 14 * L);
        y33.intoArray(sums, 15 * L);
    }

    private static void dots1x4(int n, float[] a, int ao,
                                float[] b, int bo, int[] row, int k, float[] sums) {
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
        y00.intoArray(sums, 0);
        y01.intoArray(sums, L);
        y02.intoArray(sums, 2 * L);
        y03.intoArray(sums, 3 * L);
    }

    /**
     * Every fourth lane, and those pairwise: a fixed order, so that the bits are always the same.
     * {@code reduceLanes} leaves the order open, and interpreter and compiler take different ones.
     */
    private static float sum(float[] y, int at) {
        float s0 = y[at];
        float s1 = y[at + 1];
        float s2 = y[at + 2];
        float s3 = y[at + 3];
        for (int l = 4; l < L; l += 4) {
            s0 += y[at + l];
            s1 += y[at + l + 1];
            s2 += y[at + l + 2];
            s3 += y[at + l + 3];
        }
        return s0 + s1 + (s2 + s3);
    }

    private float dot(int n, float[] a, int ao, float[] b, int bo) {
        FloatVector y = all(0);
        for (int j = 0; j < n; j += L) y = load(a, ao + j).fma(load(b, bo + j), y);
        y.intoArray(sums, 0);
        return sum(sums, 0);
    }
}
