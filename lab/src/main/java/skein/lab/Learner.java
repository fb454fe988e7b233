package skein.lab;

import java.util.function.DoubleSupplier;

/**
 * One learner of a run.
 *
 * @param work    what its thread runs
 * @param entropy of its policy at present, nats; NaN if it has none. From any thread.
 */
record Learner(Runnable work, DoubleSupplier entropy) {
    static Learner withoutEntropy(Runnable work) {
        return new Learner(work, () -> Double.NaN);
    }
}
