package skein.lab.setup;

import java.util.function.DoubleSupplier;
import skein.rl.telemetry.Sources;

/**
 * One learner of a run.
 *
 * @param work    what its thread runs
 * @param entropy of its policy at present, nats; NaN if it has none. From any thread.
 * @param sources what it can tell telemetry
 */
public record Learner(Runnable work, DoubleSupplier entropy, Sources sources) {
    static Learner withoutEntropy(Runnable work) {
        return withoutEntropy(work, Sources.NONE);
    }

    static Learner withoutEntropy(Runnable work, Sources sources) {
        return new Learner(work, () -> Double.NaN, sources);
    }
}
