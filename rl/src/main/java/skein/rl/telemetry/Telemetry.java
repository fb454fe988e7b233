package skein.rl.telemetry;

import java.util.ArrayList;
import java.util.List;
import skein.nn.Parameters;

/**
 * Figures of all learners of a run. Made before they start; read at any time, by any thread.
 *
 * <pre>{@code
 * Telemetry telemetry = new Telemetry(theta, threads);
 * ActorLearners.run(T, threads, rng, (i, own) -> {
 *     LearnerTelemetry watch = telemetry.learner(i);
 *     A3C learner = new A3C(network, watch.around(theta),
 *             watch.around(optimizer.learner(i, threads)), T,
 *             watch.around(new TimeLimit(new CartPole(), 500)), own, hyper);
 *     watch.ask(learner.sources());
 *     return learner;
 * });
 * System.out.println(telemetry.read().staleness().mean());
 * }</pre>
 */
public final class Telemetry {
    private static final double NANO = 1e-9;

    private final Cells updates = new Cells(1);
    private final Sample sample;
    private final List<LearnerTelemetry> learners = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    /**
     * Of a run that begins now.
     *
     * @param theta    θ as it is before the first update
     * @param learners N ≥ 1
     */
    public Telemetry(Parameters theta, int learners) {
        this(theta, learners, TrainingListener.NONE);
    }

    /**
     * Of a run that begins now, with somebody who wants to hear of each update.
     *
     * @param theta    θ as it is before the first update
     * @param learners N ≥ 1
     * @param listener is told by the learners' threads
     */
    public Telemetry(Parameters theta, int learners, TrainingListener listener) {
        if (learners < 1) {
            throw new IllegalArgumentException("learners must be at least 1, but got " + learners
                    + ".");
        }
        sample = new Sample(theta);
        for (int i = 0; i < learners; i++) {
            this.learners.add(new LearnerTelemetry(i, updates, sample, listener));
        }
    }

    /**
     * {@return what counts for a learner}
     *
     * @param i which, 0 ≤ i &lt; N
     */
    public LearnerTelemetry learner(int i) {
        if (i < 0 || i >= learners.size()) {
            throw new IllegalArgumentException("There is no learner " + i + " of "
                    + learners.size() + ".");
        }
        return learners.get(i);
    }

    /** {@return what all had counted so far, its clock begun with this object; any thread} */
    public Reading read() {
        return read((System.nanoTime() - startNanos) * NANO);
    }

    /**
     * {@return what all had counted so far, by the clock of a run; any thread}
     *
     * @param seconds since the run began
     */
    public Reading read(double seconds) {
        return new Reading(seconds, learners.stream().map(LearnerTelemetry::read).toList(),
                LostSteps.of(sample, learners.stream().map(LearnerTelemetry::ledger).toList()));
    }
}
