package skein.lab.run;

import skein.rl.evaluation.Evaluation;

/**
 * What came of a run; kept as summary.json.
 *
 * @param world          its name
 * @param algorithm      its name
 * @param threads        N
 * @param seed           the seed
 * @param kernels        which kernels computed
 * @param steps          T at the end
 * @param episodes       finished by all threads
 * @param seconds        of training, by the clock, evaluations meanwhile included
 * @param stepsPerSecond steps / seconds
 * @param solvedAtStep   T of the first evaluation that reached the world's mark, or null
 * @param evaluation     of the last parameters, or null if there was none
 * @param ended          "completed", "interrupted" or "diverged"
 * @param telemetry      what the threads did, or null if it was not asked for
 */
public record Summary(String world, String algorithm, int threads, long seed, String kernels,
                      long steps, long episodes, double seconds, double stepsPerSecond,
                      Long solvedAtStep, Evaluation evaluation, String ended,
                      TelemetrySummary telemetry) {
    /** T_max was reached. */
    public static final String COMPLETED = "completed";
    /** Somebody stopped it; what was learned is kept. */
    public static final String INTERRUPTED = "interrupted";
    /** Something became NaN or infinite. */
    public static final String DIVERGED = "diverged";
}
