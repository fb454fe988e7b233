package skein.rl.memory;

import java.util.Objects;

/**
 * n numbers, and the sums of their pairs, of pairs of pairs, ... up to the sum of all: changing one
 * number and finding where a partial sum is reached both take log n steps.
 *
 * <pre>
 *   sums    1: 10                  node k has the children 2k and 2k + 1;
 *           2: 4       3: 6        the numbers are the last row
 *           4: 3  5: 1 6: 2  7: 4
 * </pre>
 *
 * <p>A sum is always added up anew from its two children, never corrected by a difference, so that
 * rounding does not pile up.
 */
final class SumTree {
    private final int n;
    private final int leaves;                // the power of 2 from n on
    private final double[] sums;             // [2 leaves], from 1 on

    /**
     * n zeros.
     *
     * @param n how many numbers, ≥ 1
     */
    SumTree(int n) {
        if (n < 1 || n > 1 << 29) {
            throw new IllegalArgumentException("A sum tree has 1 to " + (1 << 29)
                    + " numbers, but got " + n + ".");
        }
        this.n = n;
        leaves = n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
        sums = new double[2 * leaves];
    }

    /**
     * Changes a number.
     *
     * @param i which, 0 .. n − 1
     * @param p its new value, finite, ≥ 0
     */
    void set(int i, double p) {
        if (!(p >= 0 && p < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A priority must be a number >= 0, but got " + p
                    + ".");
        }
        int k = leaves + Objects.checkIndex(i, n);
        sums[k] = p;
        for (k /= 2; k >= 1; k /= 2) sums[k] = sums[2 * k] + sums[2 * k + 1];
    }

    /** {@return number i, 0 ≤ i < n} */
    double get(int i) {
        return sums[leaves + i];
    }

    /** {@return the sum of all} */
    double total() {
        return sums[1];
    }

    /**
     * {@return the first i with p_0 + ... + p_i > u: each with the probability p_i / total if u is
     * uniform. Never one with p_i = 0, whatever was rounded}
     *
     * @param u in [0, total); total must be above 0
     */
    int find(double u) {
        int k = 1;
        while (k < leaves) {
            double left = sums[2 * k];
            if (u < left || sums[2 * k + 1] == 0) {
                k = 2 * k;
            } else {
                u -= left;
                k = 2 * k + 1;
            }
        }
        return k - leaves;
    }
}
