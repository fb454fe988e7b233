package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * The loop of a convolution forward, for two runs of four neighbors in rows of y.
 *
 * <p>A filter that is T strides wide sees each number of x from T neighbors: it meets weight v in
 * one of them, weight v + s in the one before, v + 2 s before that. {@link PatchBlocks} spread it
 * over a vector for each of them. Here that is done once, 10 times for 16 multiply-adds (T = 2) or
 * 12 times for 24 (T = 3). To spread a number takes some of what two multiply-adds at a time need:
 * 96 GFLOP/s instead of 74 (Zen 4, JDK 25; JDK 17: 75 to 82).
 *
 * <pre>
 *   y[p + r][v] += Σ_i Σ_t x[p + step[i] + (r + t) s] · w[row[i] + t · far][v],   r = 0 .. 3
 * </pre>
 *
 * <p>It is written out, T by T, for the reasons that stand in {@link Blocks}.
 *
 * <p>The index of x goes up by s from one to the next. Sums of an index and a constant each would
 * be kept in memory, and get 80 GFLOP/s.
 *
 * <p>All parameters: n; x, where the first patches of the two runs begin (p and q), the stride s,
 * the steps of the taps i = (c, u, v) with v &lt; s; w, its rows and how far those a stride behind
 * are; y and where the two runs begin there. Both runs may be the same.
 */
final class RunForward {
    private static final int L = Lanes.COUNT;

    private RunForward() {
    }

    static void taps2(int n, float[] x, int p, int q, int s, int[] step,
                      float[] w, int[] row, int far,
                      float[] y, int yp, int yq) {
        FloatVector p0 = load(y, yp);
        FloatVector p1 = load(y, yp + L);
        FloatVector p2 = load(y, yp + 2 * L);
        FloatVector p3 = load(y, yp + 3 * L);
        FloatVector q0 = load(y, yq);
        FloatVector q1 = load(y, yq + L);
        FloatVector q2 = load(y, yq + 2 * L);
        FloatVector q3 = load(y, yq + 3 * L);
        for (int i = 0; i < n; i++) {
            int k = step[i];
            int j = row[i];
            FloatVector w0 = load(w, j);
            FloatVector w1 = load(w, j + far);
            int at = k + p;
            FloatVector v = all(x[at]);
            p0 = v.fma(w0, p0);
            at += s;
            v = all(x[at]);
            p0 = v.fma(w1, p0);
            p1 = v.fma(w0, p1);
            at += s;
            v = all(x[at]);
            p1 = v.fma(w1, p1);
            p2 = v.fma(w0, p2);
            at += s;
            v = all(x[at]);
            p2 = v.fma(w1, p2);
            p3 = v.fma(w0, p3);
            at += s;
            v = all(x[at]);
            p3 = v.fma(w1, p3);
            at = k + q;
            v = all(x[at]);
            q0 = v.fma(w0, q0);
            at += s;
            v = all(x[at]);
            q0 = v.fma(w1, q0);
            q1 = v.fma(w0, q1);
            at += s;
            v = all(x[at]);
            q1 = v.fma(w1, q1);
            q2 = v.fma(w0, q2);
            at += s;
            v = all(x[at]);
            q2 = v.fma(w1, q2);
            q3 = v.fma(w0, q3);
            at += s;
            v = all(x[at]);
            q3 = v.fma(w1, q3);
        }
        p0.intoArray(y, yp);
        p1.intoArray(y, yp + L);
        p2.intoArray(y, yp + 2 * L);
        p3.intoArray(y, yp + 3 * L);
        q0.intoArray(y, yq);
        q1.intoArray(y, yq + L);
        q2.intoArray(y, yq + 2 * L);
        q3.intoArray(y, yq + 3 * L);
    }

    static void taps3(int n, float[] x, int p, int q, int s, int[] step,
                      float[] w, int[] row, int far,
                      float[] y, int yp, int yq) {
        FloatVector p0 = load(y, yp);
        FloatVector p1 = load(y, yp + L);
        FloatVector p2 = load(y, yp + 2 * L);
        FloatVector p3 = load(y, yp + 3 * L);
        FloatVector q0 = load(y, yq);
        FloatVector q1 = load(y, yq + L);
        FloatVector q2 = load(y, yq + 2 * L);
        FloatVector q3 = load(y, yq + 3 * L);
        for (int i = 0; i < n; i++) {
            int k = step[i];
            int j = row[i];
            FloatVector w0 = load(w, j);
            FloatVector w1 = load(w, j + far);
            FloatVector w2 = load(w, j + 2 * far);
            int at = k + p;
            FloatVector v = all(x[at]);
            p0 = v.fma(w0, p0);
            at += s;
            v = all(x[at]);
            p0 = v.fma(w1, p0);
            p1 = v.fma(w0, p1);
            at += s;
            v = all(x[at]);
            p0 = v.fma(w2, p0);
            p1 = v.fma(w1, p1);
            p2 = v.fma(w0, p2);
            at += s;
            v = all(x[at]);
            p1 = v.fma(w2, p1);
            p2 = v.fma(w1, p2);
            p3 = v.fma(w0, p3);
            at += s;
            v = all(x[at]);
            p2 = v.fma(w2, p2);
            p3 = v.fma(w1, p3);
            at += s;
            v = all(x[at]);
            p3 = v.fma(w2, p3);
            at = k + q;
            v = all(x[at]);
            q0 = v.fma(w0, q0);
            at += s;
            v = all(x[at]);
            q0 = v.fma(w1, q0);
            q1 = v.fma(w0, q1);
            at += s;
            v = all(x[at]);
            q0 = v.fma(w2, q0);
            q1 = v.fma(w1, q1);
            q2 = v.fma(w0, q2);
            at += s;
            v = all(x[at]);
            q1 = v.fma(w2, q1);
            q2 = v.fma(w1, q2);
            q3 = v.fma(w0, q3);
            at += s;
            v = all(x[at]);
            q2 = v.fma(w2, q2);
            q3 = v.fma(w1, q3);
            at += s;
            v = all(x[at]);
            q3 = v.fma(w2, q3);
        }
        p0.intoArray(y, yp);
        p1.intoArray(y, yp + L);
        p2.intoArray(y, yp + 2 * L);
        p3.intoArray(y, yp + 3 * L);
        q0.intoArray(y, yq);
        q1.intoArray(y, yq + L);
        q2.intoArray(y, yq + 2 * L);
        q3.intoArray(y, yq + 3 * L);
    }
}
