package skein.nn;

/**
 * A quantity that falls linearly from its first value to 0 while T goes from 0 to T_max, and stays
 * there. T is the steps of all threads together: annealing by a thread's own t would be N times
 * too slow.
 *
 * @param initial  the value at T = 0; finite, ≥ 0
 * @param maxSteps T_max ≥ 1
 */
public record LinearAnnealing(double initial, long maxSteps) {
    /**
     * Refuses values that no schedule can have.
     *
     * @param initial  the value at T = 0
     * @param maxSteps T_max
     */
    public LinearAnnealing {
        if (!(initial >= 0 && initial < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The initial value must be a number >= 0, but got "
                    + initial + ".");
        }
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, but got " + maxSteps
                    + ".");
        }
    }

    /**
     * {@return initial · max(0, 1 − T / T_max)}
     *
     * @param T steps of all threads so far, ≥ 0; may exceed T_max
     */
    public double at(long T) {
        return initial * Math.max(0, 1 - (double) T / maxSteps);
    }
}
