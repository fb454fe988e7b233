package skein.tensor.vector;

/**
 * y += x · w for one state and a choice between two: x [k], w [k, 2], y [2].
 *
 * <p>Vectors would be two numbers and garbage here. Without them it takes half the time, with four
 * sums for each column, because an addition must wait for the one before.
 */
final class TwoColumns {
    private TwoColumns() {
    }

    static void add(int k, float[] x, int xo, float[] w, int wo, float[] y) {
        float p0 = y[0];
        float q0 = y[1];
        float p1 = 0;
        float q1 = 0;
        float p2 = 0;
        float q2 = 0;
        float p3 = 0;
        float q3 = 0;
        int i = 0;
        for (; i + 4 <= k; i += 4) {
            int at = wo + 2 * i;
            p0 = Math.fma(x[xo + i], w[at], p0);
            q0 = Math.fma(x[xo + i], w[at + 1], q0);
            p1 = Math.fma(x[xo + i + 1], w[at + 2], p1);
            q1 = Math.fma(x[xo + i + 1], w[at + 3], q1);
            p2 = Math.fma(x[xo + i + 2], w[at + 4], p2);
            q2 = Math.fma(x[xo + i + 2], w[at + 5], q2);
            p3 = Math.fma(x[xo + i + 3], w[at + 6], p3);
            q3 = Math.fma(x[xo + i + 3], w[at + 7], q3);
        }
        for (; i < k; i++) {
            p0 = Math.fma(x[xo + i], w[wo + 2 * i], p0);
            q0 = Math.fma(x[xo + i], w[wo + 2 * i + 1], q0);
        }
        y[0] = p0 + p1 + (p2 + p3);
        y[1] = q0 + q1 + (q2 + q3);
    }
}
