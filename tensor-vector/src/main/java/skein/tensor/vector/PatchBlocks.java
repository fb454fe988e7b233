package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * The loop of a convolution, for blocks of r rows and v vectors of a result:
 *
 * <pre>
 *   C[to[r]][v] += Σ_i A[row[r] + step[i]] · B[i][v],     i = 0 .. n − 1
 * </pre>
 *
 * <p>As in {@link Blocks} (why it is written out, and why it has one loop that the compiler does
 * not unroll, stands there), but both indices of A go through tables: so the rows of A may be
 * patches of an image. To spread one number over a vector costs a third of a multiply-add, so two
 * vectors are better than one where there are two: 95 against 75 to 83 GFLOP/s (Zen 4).
 *
 * <p>The length of A is a power of two, and {@code & a.length - 1} changes nothing but tells the
 * compiler that the index needs no check.
 *
 * <p>All parameters: n, A, its rows and which is the first, its steps, B and
 * where it begins and the step between its rows, C and where it begins and its rows.
 */
final class PatchBlocks {
    private static final int L = Lanes.COUNT;

    private PatchBlocks() {
    }

    static void block8x2(int n, float[] a, int[] row, int r, int[] step,
                         float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int r0 = row[r];
        int r1 = row[r + 1];
        int r2 = row[r + 2];
        int r3 = row[r + 3];
        int r4 = row[r + 4];
        int r5 = row[r + 5];
        int r6 = row[r + 6];
        int r7 = row[r + 7];
        FloatVector y00 = load(c, co + to[r]);
        FloatVector y01 = load(c, co + to[r] + L);
        FloatVector y10 = load(c, co + to[r + 1]);
        FloatVector y11 = load(c, co + to[r + 1] + L);
        FloatVector y20 = load(c, co + to[r + 2]);
        FloatVector y21 = load(c, co + to[r + 2] + L);
        FloatVector y30 = load(c, co + to[r + 3]);
        FloatVector y31 = load(c, co + to[r + 3] + L);
        FloatVector y40 = load(c, co + to[r + 4]);
        FloatVector y41 = load(c, co + to[r + 4] + L);
        FloatVector y50 = load(c, co + to[r + 5]);
        FloatVector y51 = load(c, co + to[r + 5] + L);
        FloatVector y60 = load(c, co + to[r + 6]);
        FloatVector y61 = load(c, co + to[r + 6] + L);
        FloatVector y70 = load(c, co + to[r + 7]);
        FloatVector y71 = load(c, co + to[r + 7] + L);
        int end = bo + n * bs;
        for (int j = bo, i = 0; j != end; j += bs, i++) {
            int k = step[i];
            FloatVector b0 = load(b, j);
            FloatVector b1 = load(b, j + L);
            FloatVector s = all(a[k + r0]);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            s = all(a[k + r1]);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            s = all(a[k + r2]);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            s = all(a[k + r3]);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            s = all(a[k + r4]);
            y40 = s.fma(b0, y40);
            y41 = s.fma(b1, y41);
            s = all(a[k + r5]);
            y50 = s.fma(b0, y50);
            y51 = s.fma(b1, y51);
            s = all(a[k + r6]);
            y60 = s.fma(b0, y60);
            y61 = s.fma(b1, y61);
            s = all(a[k + r7]);
            y70 = s.fma(b0, y70);
            y71 = s.fma(b1, y71);
        }
        y00.intoArray(c, co + to[r]);
        y01.intoArray(c, co + to[r] + L);
        y10.intoArray(c, co + to[r + 1]);
        y11.intoArray(c, co + to[r + 1] + L);
        y20.intoArray(c, co + to[r + 2]);
        y21.intoArray(c, co + to[r + 2] + L);
        y30.intoArray(c, co + to[r + 3]);
        y31.intoArray(c, co + to[r + 3] + L);
        y40.intoArray(c, co + to[r + 4]);
        y41.intoArray(c, co + to[r + 4] + L);
        y50.intoArray(c, co + to[r + 5]);
        y51.intoArray(c, co + to[r + 5] + L);
        y60.intoArray(c, co + to[r + 6]);
        y61.intoArray(c, co + to[r + 6] + L);
        y70.intoArray(c, co + to[r + 7]);
        y71.intoArray(c, co + to[r + 7] + L);
    }

    static void block12x1(int n, float[] a, int[] row, int r, int[] step,
                          float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int r0 = row[r];
        int r1 = row[r + 1];
        int r2 = row[r + 2];
        int r3 = row[r + 3];
        int r4 = row[r + 4];
        int r5 = row[r + 5];
        int r6 = row[r + 6];
        int r7 = row[r + 7];
        int r8 = row[r + 8];
        int r9 = row[r + 9];
        int r10 = row[r + 10];
        int r11 = row[r + 11];
        FloatVector y0 = load(c, co + to[r]);
        FloatVector y1 = load(c, co + to[r + 1]);
        FloatVector y2 = load(c, co + to[r + 2]);
        FloatVector y3 = load(c, co + to[r + 3]);
        FloatVector y4 = load(c, co + to[r + 4]);
        FloatVector y5 = load(c, co + to[r + 5]);
        FloatVector y6 = load(c, co + to[r + 6]);
        FloatVector y7 = load(c, co + to[r + 7]);
        FloatVector y8 = load(c, co + to[r + 8]);
        FloatVector y9 = load(c, co + to[r + 9]);
        FloatVector y10 = load(c, co + to[r + 10]);
        FloatVector y11 = load(c, co + to[r + 11]);
        int end = bo + n * bs;
        for (int j = bo, i = 0; j != end; j += bs, i++) {
            int k = step[i];
            FloatVector b0 = load(b, j);
            y0 = all(a[k + r0 & a.length - 1]).fma(b0, y0);
            y1 = all(a[k + r1 & a.length - 1]).fma(b0, y1);
            y2 = all(a[k + r2 & a.length - 1]).fma(b0, y2);
            y3 = all(a[k + r3 & a.length - 1]).fma(b0, y3);
            y4 = all(a[k + r4 & a.length - 1]).fma(b0, y4);
            y5 = all(a[k + r5 & a.length - 1]).fma(b0, y5);
            y6 = all(a[k + r6 & a.length - 1]).fma(b0, y6);
            y7 = all(a[k + r7 & a.length - 1]).fma(b0, y7);
            y8 = all(a[k + r8 & a.length - 1]).fma(b0, y8);
            y9 = all(a[k + r9 & a.length - 1]).fma(b0, y9);
            y10 = all(a[k + r10 & a.length - 1]).fma(b0, y10);
            y11 = all(a[k + r11 & a.length - 1]).fma(b0, y11);
        }
        y0.intoArray(c, co + to[r]);
        y1.intoArray(c, co + to[r + 1]);
        y2.intoArray(c, co + to[r + 2]);
        y3.intoArray(c, co + to[r + 3]);
        y4.intoArray(c, co + to[r + 4]);
        y5.intoArray(c, co + to[r + 5]);
        y6.intoArray(c, co + to[r + 6]);
        y7.intoArray(c, co + to[r + 7]);
        y8.intoArray(c, co + to[r + 8]);
        y9.intoArray(c, co + to[r + 9]);
        y10.intoArray(c, co + to[r + 10]);
        y11.intoArray(c, co + to[r + 11]);
    }

    static void block8x1(int n, float[] a, int[] row, int r, int[] step,
                          float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int r0 = row[r];
        int r1 = row[r + 1];
        int r2 = row[r + 2];
        int r3 = row[r + 3];
        int r4 = row[r + 4];
        int r5 = row[r + 5];
        int r6 = row[r + 6];
        int r7 = row[r + 7];
        FloatVector y0 = load(c, co + to[r]);
        FloatVector y1 = load(c, co + to[r + 1]);
        FloatVector y2 = load(c, co + to[r + 2]);
        FloatVector y3 = load(c, co + to[r + 3]);
        FloatVector y4 = load(c, co + to[r + 4]);
        FloatVector y5 = load(c, co + to[r + 5]);
        FloatVector y6 = load(c, co + to[r + 6]);
        FloatVector y7 = load(c, co + to[r + 7]);
        int end = bo + n * bs;
        for (int j = bo, i = 0; j != end; j += bs, i++) {
            int k = step[i];
            FloatVector b0 = load(b, j);
            y0 = all(a[k + r0 & a.length - 1]).fma(b0, y0);
            y1 = all(a[k + r1 & a.length - 1]).fma(b0, y1);
            y2 = all(a[k + r2 & a.length - 1]).fma(b0, y2);
            y3 = all(a[k + r3 & a.length - 1]).fma(b0, y3);
            y4 = all(a[k + r4 & a.length - 1]).fma(b0, y4);
            y5 = all(a[k + r5 & a.length - 1]).fma(b0, y5);
            y6 = all(a[k + r6 & a.length - 1]).fma(b0, y6);
            y7 = all(a[k + r7 & a.length - 1]).fma(b0, y7);
        }
        y0.intoArray(c, co + to[r]);
        y1.intoArray(c, co + to[r + 1]);
        y2.intoArray(c, co + to[r + 2]);
        y3.intoArray(c, co + to[r + 3]);
        y4.intoArray(c, co + to[r + 4]);
        y5.intoArray(c, co + to[r + 5]);
        y6.intoArray(c, co + to[r + 6]);
        y7.intoArray(c, co + to[r + 7]);
    }

    static void block4x1(int n, float[] a, int[] row, int r, int[] step,
                         float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int r0 = row[r];
        int r1 = row[r + 1];
        int r2 = row[r + 2];
        int r3 = row[r + 3];
        FloatVector y0 = load(c, co + to[r]);
        FloatVector y1 = load(c, co + to[r + 1]);
        FloatVector y2 = load(c, co + to[r + 2]);
        FloatVector y3 = load(c, co + to[r + 3]);
        int end = bo + n * bs;
        for (int j = bo, i = 0; j != end; j += bs, i++) {
            int k = step[i];
            FloatVector b0 = load(b, j);
            y0 = all(a[k + r0 & a.length - 1]).fma(b0, y0);
            y1 = all(a[k + r1 & a.length - 1]).fma(b0, y1);
            y2 = all(a[k + r2 & a.length - 1]).fma(b0, y2);
            y3 = all(a[k + r3 & a.length - 1]).fma(b0, y3);
        }
        y0.intoArray(c, co + to[r]);
        y1.intoArray(c, co + to[r + 1]);
        y2.intoArray(c, co + to[r + 2]);
        y3.intoArray(c, co + to[r + 3]);
    }

    static void block1x1(int n, float[] a, int[] row, int r, int[] step,
                         float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int r0 = row[r];
        FloatVector y0 = load(c, co + to[r]);
        int end = bo + n * bs;
        for (int j = bo, i = 0; j != end; j += bs, i++) {
            int k = step[i];
            FloatVector b0 = load(b, j);
            y0 = all(a[k + r0 & a.length - 1]).fma(b0, y0);
        }
        y0.intoArray(c, co + to[r]);
    }
}
