package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/** {@link Blocks} with fewer vectors or fewer rows, for what is left over at the edges. */
final class EdgeBlocks {
    private static final int L = Lanes.COUNT;

    private EdgeBlocks() {
    }

    static void block5x2(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        int c4 = c3 + cs;
        FloatVector y00 = load(c, co);
        FloatVector y01 = load(c, co + L);
        FloatVector y10 = load(c, c1);
        FloatVector y11 = load(c, c1 + L);
        FloatVector y20 = load(c, c2);
        FloatVector y21 = load(c, c2 + L);
        FloatVector y30 = load(c, c3);
        FloatVector y31 = load(c, c3 + L);
        FloatVector y40 = load(c, c4);
        FloatVector y41 = load(c, c4 + L);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            FloatVector b1 = load(b, o + L);
            FloatVector s = all(a[i]);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            s = all(a[i + rs]);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            s = all(a[i + 2 * rs]);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            s = all(a[i + 3 * rs]);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
            s = all(a[i + 4 * rs]);
            y40 = s.fma(b0, y40);
            y41 = s.fma(b1, y41);
        }
        y00.intoArray(c, co);
        y01.intoArray(c, co + L);
        y10.intoArray(c, c1);
        y11.intoArray(c, c1 + L);
        y20.intoArray(c, c2);
        y21.intoArray(c, c2 + L);
        y30.intoArray(c, c3);
        y31.intoArray(c, c3 + L);
        y40.intoArray(c, c4);
        y41.intoArray(c, c4 + L);
    }

    static void block4x2(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        FloatVector y00 = load(c, co);
        FloatVector y01 = load(c, co + L);
        FloatVector y10 = load(c, c1);
        FloatVector y11 = load(c, c1 + L);
        FloatVector y20 = load(c, c2);
        FloatVector y21 = load(c, c2 + L);
        FloatVector y30 = load(c, c3);
        FloatVector y31 = load(c, c3 + L);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            FloatVector b1 = load(b, o + L);
            FloatVector s = all(a[i]);
            y00 = s.fma(b0, y00);
            y01 = s.fma(b1, y01);
            s = all(a[i + rs]);
            y10 = s.fma(b0, y10);
            y11 = s.fma(b1, y11);
            s = all(a[i + 2 * rs]);
            y20 = s.fma(b0, y20);
            y21 = s.fma(b1, y21);
            s = all(a[i + 3 * rs]);
            y30 = s.fma(b0, y30);
            y31 = s.fma(b1, y31);
        }
        y00.intoArray(c, co);
        y01.intoArray(c, co + L);
        y10.intoArray(c, c1);
        y11.intoArray(c, c1 + L);
        y20.intoArray(c, c2);
        y21.intoArray(c, c2 + L);
        y30.intoArray(c, c3);
        y31.intoArray(c, c3 + L);
    }

    static void block5x1(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        int c4 = c3 + cs;
        FloatVector y0 = load(c, co);
        FloatVector y1 = load(c, c1);
        FloatVector y2 = load(c, c2);
        FloatVector y3 = load(c, c3);
        FloatVector y4 = load(c, c4);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            y0 = all(a[i]).fma(b0, y0);
            y1 = all(a[i + rs]).fma(b0, y1);
            y2 = all(a[i + 2 * rs]).fma(b0, y2);
            y3 = all(a[i + 3 * rs]).fma(b0, y3);
            y4 = all(a[i + 4 * rs]).fma(b0, y4);
        }
        y0.intoArray(c, co);
        y1.intoArray(c, c1);
        y2.intoArray(c, c2);
        y3.intoArray(c, c3);
        y4.intoArray(c, c4);
    }

    static void block4x1(int n, float[] a, int ao, int rs, int ks,
                         float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int c1 = co + cs;
        int c2 = c1 + cs;
        int c3 = c2 + cs;
        FloatVector y0 = load(c, co);
        FloatVector y1 = load(c, c1);
        FloatVector y2 = load(c, c2);
        FloatVector y3 = load(c, c3);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector b0 = load(b, o);
            y0 = all(a[i]).fma(b0, y0);
            y1 = all(a[i + rs]).fma(b0, y1);
            y2 = all(a[i + 2 * rs]).fma(b0, y2);
            y3 = all(a[i + 3 * rs]).fma(b0, y3);
        }
        y0.intoArray(c, co);
        y1.intoArray(c, c1);
        y2.intoArray(c, c2);
        y3.intoArray(c, c3);
    }

    static void block1x8(int n, float[] a, int ao, int ks,
                         float[] b, int bo, int[] row, float[] c, int co) {
        FloatVector y0 = load(c, co);
        FloatVector y1 = load(c, co + L);
        FloatVector y2 = load(c, co + 2 * L);
        FloatVector y3 = load(c, co + 3 * L);
        FloatVector y4 = load(c, co + 4 * L);
        FloatVector y5 = load(c, co + 5 * L);
        FloatVector y6 = load(c, co + 6 * L);
        FloatVector y7 = load(c, co + 7 * L);
        int end = ao + n * ks;
        for (int i = ao, k = 0; i != end; i += ks, k++) {
            int o = bo + row[k];
            FloatVector s = all(a[i]);
            y0 = s.fma(load(b, o), y0);
            y1 = s.fma(load(b, o + L), y1);
            y2 = s.fma(load(b, o + 2 * L), y2);
            y3 = s.fma(load(b, o + 3 * L), y3);
            y4 = s.fma(load(b, o + 4 * L), y4);
            y5 = s.fma(load(b, o + 5 * L), y5);
            y6 = s.fma(load(b, o + 6 * L), y6);
            y7 = s.fma(load(b, o + 7 * L), y7);
        }
        y0.intoArray(c, co);
        y1.intoArray(c, co + L);
        y2.intoArray(c, co + 2 * L);
        y3.intoArray(c, co + 3 * L);
        y4.intoArray(c, co + 4 * L);
        y5.intoArray(c, co + 5 * L);
        y6.intoArray(c, co + 6 * L);
        y7.intoArray(c, co + 7 * L);
    }

    /** Its one sum in four parts, because an addition must wait for the one before. */
    static void block1x1(int n, float[] a, int ao, int ks,
                         float[] b, int bo, int[] row, float[] c, int co) {
        FloatVector y0 = load(c, co);
        FloatVector y1 = all(0);
        FloatVector y2 = y1;
        FloatVector y3 = y1;
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            int i = ao + k * ks;
            y0 = all(a[i]).fma(load(b, bo + row[k]), y0);
            y1 = all(a[i + ks]).fma(load(b, bo + row[k + 1]), y1);
            y2 = all(a[i + 2 * ks]).fma(load(b, bo + row[k + 2]), y2);
            y3 = all(a[i + 3 * ks]).fma(load(b, bo + row[k + 3]), y3);
        }
        for (; k < n; k++) y0 = all(a[ao + k * ks]).fma(load(b, bo + row[k]), y0);
        y0.add(y1).add(y2.add(y3)).intoArray(c, co);
    }
}
