package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * One loop, for blocks of r rows and v vectors of a result:
 *
 * <pre>
 *   C[r][v] += Σ_k A[r · rs + k · ks] · B[row[k] + v],     k = 0 .. n − 1
 * </pre>
 *
 * <p>{@code block5x4} holds 20 sums in registers; of each k it loads 4 vectors of B and 5 numbers
 * of A for 20 multiply-adds, where a single row would load 4 + 1 for 4. Written out, because only
 * local variables become registers, and with one loop level, because sums that cross two nested
 * loops were 10 to 20 × slower on JDK 17.
 *
 * <p>The loop runs over A's index in steps of ks, which the compiler does not know. So it cannot
 * unroll the loop; when it does, JDK 17 sometimes keeps the sums in memory: 30 for 92 GFLOP/s
 * for [5, 128] · [128, 128] (Zen 4), depending on which sizes came first.
 *
 * <p>{@code row} says where the rows of B begin: multiples of the width for a matrix, anything for
 * the windows of a convolution. It costs nothing against a formula (measured: 98 and 99 GFLOP/s of
 * 118 possible for [5, 2592] · [2592, 256]; Zen 4, JDK 17).
 *
 * <p>All parameters: n, A and where it begins and its two steps, B and where it begins and its
 * rows, C and where it begins and the step between its rows.
 */
final class Blocks {
    private static final int L = Lanes.COUNT;

    private Blocks() {
    }

    static void block5x4(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        int c4 = c3 + cs;
        FloatVector y00 = load(c, co);
        FloatVector y01 = load(c, co + L);
        FloatVector y02 = load(c, co + 2 * L);
        FloatVector y03 = load(c, co + 3 * L);
        FloatVector y10 = load(c, c1);
        FloatVector y11 = load(c, c1 + L);
        FloatVector y12 = load(c, c1 + 2 * L);
        FloatVector y13 = load(c, c1 + 3 * L);
        FloatVector y20 = load(c, c2);
        FloatVector y21 = load(c, c2 + L);
        FloatVector y22 = load(c, c2 + 2 * L);
        FloatVector y23 = load(c, c2 + 3 * L);
        FloatVector y30 = load(c, c3);
        FloatVector y31 = load(c, c3 + L);
        FloatVector y32 = load(c, c3 + 2 * L);
        FloatVector y33 = load(c, c3 + 3 * L);
        FloatVector y40 = load(c, c4);
        FloatVector y41 = load(c, c4 + L);
        FloatVector y42 = load(c, c4 + 2 * L);
        FloatVector y43 = load(c, c4 + 3 * L);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            FloatVector b1 = load(b, o + L);
            FloatVector b2 = load(b, o + 2 * L);
            FloatVector b3 = load(b, o + 3 * L);
            FloatVector s = all(a[i]);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            y02 = s.fma(b2, y02);
            y03 = s.fma(b3, y03);
            s = all(a[i + rs]);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            y12 = s.fma(b2, y12);
            y13 = s.fma(b3, y13);
            s = all(a[i + 2 * rs]);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            y22 = s.fma(b2, y22);
            y23 = s.fma(b3, y23);
            s = all(a[i + 3 * rs]);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            y32 = s.fma(b2, y32);
            y33 = s.fma(b3, y33);
            s = all(a[i + 4 * rs]);
            y40 = s.fma(b0, y40);
            y41 = s.fma(b1, y41);
            y42 = s.fma(b2, y42);
            y43 = s.fma(b3, y43);
        }
        y00.intoArray(c, co);
        y01.intoArray(c, co + L);
        y02.intoArray(c, co + 2 * L);
        y03.intoArray(c, co + 3 * L);
        y10.intoArray(c, c1);
        y11.intoArray(c, c1 + L);
        y12.intoArray(c, c1 + 2 * L);
        y13.intoArray(c, c1 + 3 * L);
        y20.intoArray(c, c2);
        y21.intoArray(c, c2 + L);
        y22.intoArray(c, c2 + 2 * L);
        y23.intoArray(c, c2 + 3 * L);
        y30.intoArray(c, c3);
        y31.intoArray(c, c3 + L);
        y32.intoArray(c, c3 + 2 * L);
        y33.intoArray(c, c3 + 3 * L);
        y40.intoArray(c, c4);
        y41.intoArray(c, c4 + L);
        y42.intoArray(c, c4 + 2 * L);
        y43.intoArray(c, c4 + 3 * L);
    }

    static void block4x4(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        FloatVector y00 = load(c, co);
        FloatVector y01 = load(c, co + L);
        FloatVector y02 = load(c, co + 2 * L);
        FloatVector y03 = load(c, co + 3 * L);
        FloatVector y10 = load(c, c1);
        FloatVector y11 = load(c, c1 + L);
        FloatVector y12 = load(c, c1 + 2 * L);
        FloatVector y13 = load(c, c1 + 3 * L);
        FloatVector y20 = load(c, c2);
        FloatVector y21 = load(c, c2 + L);
        FloatVector y22 = load(c, c2 + 2 * L);
        FloatVector y23 = load(c, c2 + 3 * L);
        FloatVector y30 = load(c, c3);
        FloatVector y31 = load(c, c3 + L);
        FloatVector y32 = load(c, c3 + 2 * L);
        FloatVector y33 = load(c, c3 + 3 * L);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            FloatVector b1 = load(b, o + L);
            FloatVector b2 = load(b, o + 2 * L);
            FloatVector b3 = load(b, o + 3 * L);
            FloatVector s = all(a[i]);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            y02 = s.fma(b2, y02);
            y03 = s.fma(b3, y03);
            s = all(a[i + rs]);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            y12 = s.fma(b2, y12);
            y13 = s.fma(b3, y13);
            s = all(a[i + 2 * rs]);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            y22 = s.fma(b2, y22);
            y23 = s.fma(b3, y23);
            s = all(a[i + 3 * rs]);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            y32 = s.fma(b2, y32);
            y33 = s.fma(b3, y33);
        }
        y00.intoArray(c, co);
        y01.intoArray(c, co + L);
        y02.intoArray(c, co + 2 * L);
        y03.intoArray(c, co + 3 * L);
        y10.intoArray(c, c1);
        y11.intoArray(c, c1 + L);
        y12.intoArray(c, c1 + 2 * L);
        y13.intoArray(c, c1 + 3 * L);
        y20.intoArray(c, c2);
        y21.intoArray(c, c2 + L);
        y22.intoArray(c, c2 + 2 * L);
        y23.intoArray(c, c2 + 3 * L);
        y30.intoArray(c, c3);
        y31.intoArray(c, c3 + L);
        y32.intoArray(c, c3 + 2 * L);
        y33.intoArray(c, c3 + 3 * L);
    }
}
