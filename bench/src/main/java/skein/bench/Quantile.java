package skein.bench;

import java.util.Arrays;

/** Medians and quartiles of what was measured. */
final class Quantile {
    private Quantile() {
    }

    /**
     * {@return the value that stands so far along the sorted ones; one of them, the nearest}
     *
     * @param values one or more, in any order. Not modified.
     * @param q      in [0, 1]; 0.5 is the median
     */
    static double of(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(q * (sorted.length - 1))];
    }
}
