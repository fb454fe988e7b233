package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;
import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Σ a_i² in 8 vectors of sums, 3 to 6 × as fast as a plain loop (Zen 4, JDK 17 and 25).
 *
 * <p>After 64 squares each the sums are added up in a double, because what an addition rounds away
 * may be on the same side every time: equal elements come out wrong by up to 1e-6 then, and by
 * 7e-6 after 512. It costs 3 to 4 % of the time.
 */
final class Squares {
    private static final int L = Lanes.COUNT;
    private static final int PIECE = 64 * 8 * L;     // added in floats, the pieces in doubles

    private final float[] sums = new float[L];

    /** Infinite, or too small, where a square leaves the range of floats. */
    double sum(int n, float[] a) {
        double sum = 0;
        int whole = Lanes.floor(n);
        for (int i = 0; i < whole; i += PIECE) {
            add(i, Math.min(whole, i + PIECE), a);
            for (float part : sums) sum += part;
        }
        for (int i = whole; i < n; i++) sum += (double) a[i] * a[i];
        return sum;
    }

    private void add(int from, int to, float[] a) {
        FloatVector s0 = all(0);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        int i = from;
        for (; i + 8 * L <= to; i += 8 * L) {
            FloatVector v = load(a, i);
            s0 = v.fma(v, s0);
            v = load(a, i + L);
            s1 = v.fma(v, s1);
            v = load(a, i + 2 * L);
            s2 = v.fma(v, s2);
            v = load(a, i + 3 * L);
            s3 = v.fma(v, s3);
            v = load(a, i + 4 * L);
            s4 = v.fma(v, s4);
            v = load(a, i + 5 * L);
            s5 = v.fma(v, s5);
            v = load(a, i + 6 * L);
            s6 = v.fma(v, s6);
            v = load(a, i + 7 * L);
            s7 = v.fma(v, s7);
        }
        for (; i < to; i += L) {
            FloatVector v = load(a, i);
            s0 = v.fma(v, s0);
        }
        s0.add(s1).add(s2.add(s3)).add(s4.add(s5).add(s6.add(s7))).intoArray(sums, 0);
    }
}
