package skein.lab.train;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** A line for every tenth of the steps, but not more often than every two seconds. */
final class PlainLines implements LiveLine {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private long lastNanos;
    private long lastSteps;
    private Status unprinted;

    PlainLines(PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.lastNanos = nanoClock.getAsLong();
    }

    @Override public synchronized void update(Status status) {
        if (status.steps() == lastSteps) return;     // nothing new to say
        unprinted = status;
        boolean tenth = status.steps() - lastSteps >= status.maxSteps() / 10;
        boolean pause = nanoClock.getAsLong() - lastNanos >= PAUSE_NANOS;
        if (tenth && pause) print();
    }

    @Override public synchronized void close() {
        if (unprinted != null) print();
    }

    private void print() {
        out.println(StatusText.longForm(unprinted));
        lastNanos = nanoClock.getAsLong();
        lastSteps = unprinted.steps();
        unprinted = null;
    }
}
