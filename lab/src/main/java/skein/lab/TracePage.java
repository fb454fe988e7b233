package skein.lab;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a trace prints: the pseudocode's lines on the left, what came of each on the right. */
final class TracePage {
    private static final int COLUMN = 36;                    // where the right side begins
    private static final int MOST_SHOWN = 6;                 // floats of an observation
    private static final double SMALL = 1e-3;                // below it four decimals say little
    private static final double LARGE = 1e5;

    private final PrintStream screen;

    TracePage(PrintStream screen) {
        this.screen = screen;
    }

    /** Pseudocode that moves nothing which could be shown; or a heading. */
    void line(String text) {
        screen.println(text);
    }

    /** Pseudocode, and what came of it. */
    void line(String pseudocode, String outcome) {
        String gap = " ".repeat(Math.max(2, COLUMN - pseudocode.length()));
        screen.println((pseudocode + gap + outcome).stripTrailing());
    }

    /** A line for each time around a loop; all columns end together. */
    void table(List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("      ");
            for (int k = 0; k < row.size(); k++) {
                int column = k;
                int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                line.append("  ").append(" ".repeat(width - row.get(k).length()))
                        .append(row.get(k));
            }
            screen.println(line.toString().stripTrailing());
        }
    }

    /** Four decimals, unless they would hide the number: 0.0123, 12.5000, 1.2e-05. */
    static String number(double value) {
        if (value == 0) return "0";
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < SMALL || size >= LARGE ? "%.1e" : "%.4f", value);
    }

    /** For example 300,000. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** An observation: all of it if it is short. */
    static String state(float[] s) {
        if (s.length > MOST_SHOWN) return s.length + " floats";
        StringBuilder text = new StringBuilder();
        for (float x : s) text.append(text.isEmpty() ? "" : " ").append(fixed(x, "%7.4f"));
        return text.toString();
    }

    /** The probabilities of the actions, or their values. */
    static String row(double[] numbers, String format) {
        StringBuilder text = new StringBuilder();
        for (double x : numbers) text.append(text.isEmpty() ? "" : " ").append(fixed(x, format));
        return text.toString();
    }

    private static String fixed(double x, String format) {
        return String.format(Locale.ROOT, format, x);
    }
}
