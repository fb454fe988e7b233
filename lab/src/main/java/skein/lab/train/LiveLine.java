package skein.lab.train;

import java.io.PrintStream;
import skein.lab.view.TerminalWidth;

/**
 * Shows how a training run goes: as one line that renews itself on a terminal, as a few plain
 * lines in a file or a pipe, or not at all. Threads may update at the same time.
 */
public interface LiveLine extends AutoCloseable {
    /**
     * The state of a run at one moment. What is not known is NaN.
     *
     * @param steps          T, environment steps of all threads so far
     * @param maxSteps       T_max, where training ends
     * @param stepsPerSecond T per second
     * @param episodes       finished so far, by all threads
     * @param meanReturn100  mean return of the last 100 episodes
     * @param entropy        of the policy, in nats
     * @param eta            η, the learning rate
     */
    record Status(long steps, long maxSteps, double stepsPerSecond, long episodes,
                  double meanReturn100, double entropy, double eta) {}

    /**
     * Chooses the form that fits where the output goes.
     *
     * @param out   where to print
     * @param quiet whether to print nothing
     * @return the line, to be closed when training ends
     */
    static LiveLine on(PrintStream out, boolean quiet) {
        if (quiet) return status -> { };
        int columns = TerminalWidth.columns();
        return columns > 0 ? new BarLine(out, columns) : new PlainLines(out, System::nanoTime);
    }

    /**
     * Shows a new state; cheap enough to be called many times a second.
     *
     * @param status the state of the run now
     */
    void update(Status status);

    /** Shows the last state for good and leaves the cursor at the start of a new line. */
    @Override default void close() {}
}
