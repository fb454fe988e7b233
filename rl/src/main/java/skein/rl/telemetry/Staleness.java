package skein.rl.telemetry;

import java.util.Arrays;

/**
 * How often which staleness was seen. Up to 63 each value has a bin of its own; from there on a bin
 * is an octave: 64 .. 127, 128 .. 255, and so on.
 *
 * <p>The staleness of an update is how many updates others made between θ′ ← θ and this one.
 */
public final class Staleness {
    private static final int EXACT = 64;
    private static final int OCTAVES = 25;                   // up to 2^31 − 1
    static final int BINS = EXACT + OCTAVES;

    private final long[] counts;             // [BINS]
    private final double sum;

    Staleness(long[] counts, double sum) {
        this.counts = counts;
        this.sum = sum;
    }

    /** The bin of a staleness ≥ 0. */
    static int bin(long staleness) {
        if (staleness < EXACT) return (int) staleness;
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(staleness / EXACT);
        return EXACT + Math.min(octave, OCTAVES - 1);
    }

    /**
     * {@return the smallest staleness of a bin}
     *
     * @param bin 0 .. {@link #bins()} − 1
     */
    public static long lowest(int bin) {
        return bin < EXACT ? bin : (long) EXACT << bin - EXACT;
    }

    /** {@return how many bins there are} */
    public static int bins() {
        return BINS;
    }

    /**
     * {@return the updates in a bin}
     *
     * @param bin 0 .. {@link #bins()} − 1
     */
    public long count(int bin) {
        return counts[bin];
    }

    /** {@return the number of updates} */
    public long updates() {
        return Arrays.stream(counts).sum();
    }

    /** {@return its mean, exact; NaN if there was no update} */
    public double mean() {
        return sum / updates();
    }

    /**
     * {@return the smallest staleness that this part of the updates does not exceed; above 63, the
     * largest of its octave. −1 if there was no update}
     *
     * @param part in [0, 1]; 0.5 is the median, 1 the largest
     */
    public long quantile(double part) {
        long below = (long) Math.ceil(part * updates());
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += counts[bin];
            if (seen >= below && counts[bin] > 0) return lowest(bin + 1) - 1;
        }
        return -1;
    }

    Staleness plus(Staleness other) {
        long[] both = counts.clone();
        for (int bin = 0; bin < BINS; bin++) both[bin] += other.counts[bin];
        return new Staleness(both, sum + other.sum);
    }

    Staleness minus(Staleness earlier) {
        long[] later = counts.clone();
        for (int bin = 0; bin < BINS; bin++) later[bin] -= earlier.counts[bin];
        return new Staleness(later, sum - earlier.sum);
    }

    static Staleness none() {
        return new Staleness(new long[BINS], 0);
    }
}
