package skein.tensor.vector;

import static skein.tensor.vector.Lanes.all;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Multiply-adds that touch no memory: what a core can do at best, to measure kernels against. */
public final class PeakFlops {
    private static final int SUMS = 12;        // more than latency × units of today's cores: 8

    private PeakFlops() {
    }

    /**
     * {@return the floating-point operations of {@link #run}, two for a multiply-add}
     *
     * @param n its argument
     */
    public static double flops(int n) {
        return 2.0 * SUMS * Lanes.COUNT * n;
    }

    /**
     * Does 12 independent vector multiply-adds n times. Not to be inlined into another loop: sums
     * that cross two loops leave the registers (49 instead of 116 GFLOP/s on JDK 25, Zen 4).
     *
     * @param n how often
     * @return their sum, so that nothing can be left out
     */
    public static float run(int n) {
        FloatVector x = all(1e-9f);
        FloatVector z = all(0.5f);
        FloatVector a = all(0);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        FloatVector e = a;
        FloatVector f = a;
        FloatVector g = a;
        FloatVector h = a;
        FloatVector i = a;
        FloatVector j = a;
        FloatVector k = a;
        FloatVector l = a;
        for (int t = 0; t < n; t++) {
            a = x.fma(z, a);
            b = x.fma(z, b);
            c = x.fma(z, c);
            d = x.fma(z, d);
            e = x.fma(z, e);
            f = x.fma(z, f);
            g = x.fma(z, g);
            h = x.fma(z, h);
            i = x.fma(z, i);
            j = x.fma(z, j);
            k = x.fma(z, k);
            l = x.fma(z, l);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l)
                .reduceLanes(VectorOperators.ADD);
    }
}
