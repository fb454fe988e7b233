package skein.lab.train;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line on a terminal that renews itself five times a second. The width is given, because the
 * progress bar's own way to find it loads a native library, and a Java that warns of those.
 */
final class BarLine implements LiveLine {
    private static final int INTERVAL_MILLIS = 200;
    private static final int LONG_TEXT = 92;    // characters that a long run's text needs
    private static final int SHORT_TEXT = 64;
    private static final int MIN_BAR = 5;
    private static final int MAX_BAR = 24;
    private static final int AROUND_BAR = 9;    // "100 % ", two ends, a space
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private final PrintStream out;
    private final int columns;
    /** Written by any thread, read by the progress bar's thread. */
    private volatile Status status;
    private ProgressBar bar;   // guarded by this; null before the first update

    BarLine(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override public synchronized void update(Status newStatus) {
        status = newStatus;
        if (bar == null) bar = start(newStatus);
        bar.stepTo(newStatus.steps());
    }

    private ProgressBar start(Status first) {
        return new ProgressBarBuilder()
                .setInitialMax(first.maxSteps())
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setRenderer((progress, width) -> render(status, width))
                .setConsumer(new Terminal())
                .build();
    }

    @Override public synchronized void close() {
        if (bar == null) return;
        bar.close();
        out.println("\r" + render(status, columns - 1));
        bar = null;
    }

    /** Exactly as many characters as there is room for, so that each line covers the one before. */
    static String render(Status s, int width) {
        boolean wide = width >= AROUND_BAR + MAX_BAR + LONG_TEXT;
        int length = Math.min(MAX_BAR, width - AROUND_BAR - SHORT_TEXT);
        double done = Math.min(1, (double) s.steps() / s.maxSteps());
        String line = String.format(Locale.ROOT, "%3d %% ", (int) (100 * done))
                + (length < MIN_BAR ? "" : "▕" + bar(done, length) + "▏ ")
                + (wide ? StatusText.longForm(s) : StatusText.shortForm(s));
        return line.length() > width ? line.substring(0, width)
                : line + " ".repeat(width - line.length());
    }

    /** The fraction done, to an eighth of a character. */
    private static String bar(double done, int length) {
        int eighths = (int) (done * length * 8);
        String full = "█".repeat(eighths / 8);
        if (full.length() == length) return full;
        return full + EIGHTHS.charAt(eighths % 8) + " ".repeat(length - full.length() - 1);
    }

    private final class Terminal implements ProgressBarConsumer {
        @Override public int getMaxRenderedLength() {
            return columns - 1;   // a full last column would make some terminals wrap
        }

        @Override public void accept(String rendered) {
            out.print("\r" + rendered);
            out.flush();
        }

        @Override public void close() {}
    }
}
