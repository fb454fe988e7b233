package skein.rl.policy;

import java.util.random.RandomGenerator;

/**
 * ε of one thread: falls linearly from 1 to its final value while T goes from 0 to a given number
 * of steps, and stays there. T is the steps of all threads together.
 *
 * <p>Threads that explore in different ways see different things, which is half of what makes
 * replay unnecessary (Mnih et al. 2016, section 4).
 *
 * @param finalEpsilon where it ends, in [0, 1]
 * @param steps        when it gets there, ≥ 1
 */
public record ExplorationSchedule(double finalEpsilon, long steps) {
    private static final double[] FINAL = {0.1, 0.01, 0.5};            // paper, section 8
    private static final double[] PROBABILITY = {0.4, 0.3, 0.3};       // paper, section 8

    /**
     * Refuses values that no schedule can have.
     *
     * @param finalEpsilon where it ends
     * @param steps        when it gets there
     */
    public ExplorationSchedule {
        if (!(finalEpsilon >= 0 && finalEpsilon <= 1)) {
            throw new IllegalArgumentException("finalEpsilon must be in [0, 1], but got "
                    + finalEpsilon + ".");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("explorationSteps must be at least 1, but got "
                    + steps + ".");
        }
    }

    /**
     * {@return a thread's schedule, its final ε drawn from 0.1, 0.01 and 0.5 with probabilities
     * 0.4, 0.3 and 0.3 (paper, section 8)}
     *
     * @param steps when it gets there, ≥ 1
     * @param rng   the thread's source of chance; one number is drawn
     */
    public static ExplorationSchedule draw(long steps, RandomGenerator rng) {
        double u = rng.nextDouble();
        int i = u < PROBABILITY[0] ? 0 : u < PROBABILITY[0] + PROBABILITY[1] ? 1 : 2;
        return new ExplorationSchedule(FINAL[i], steps);
    }

    /**
     * {@return 1 − (1 − finalEpsilon) · min(1, T / steps)}
     *
     * @param T steps of all threads so far, ≥ 0; may exceed the schedule's
     */
    public double at(long T) {
        return 1 - (1 - finalEpsilon) * Math.min(1, (double) T / steps);
    }
}
