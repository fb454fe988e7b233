package skein.lab.trace;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import skein.envs.Step;
import skein.tensor.Tensor;

/** What a trace prints: the pseudocode's lines on the left, what came of each on the right. */
final class TracePage {
    private static final int COLUMN = 36;                    // where the right side begins
    private static final int MOST_SHOWN = 6;                 // floats of an observation
    private static final double SMALL = 1e-3;                // below it four decimals say little
    private static final double LARGE = 1e5;

    private final PrintStream screen;
    private final List<String> actions;

    /** On a screen, of a world whose actions have these names. */
    TracePage(PrintStream screen, List<String> actions) {
        this.screen = screen;
        this.actions = actions;
    }

    /** For example 1 right. */
    String action(int a) {
        String name = actions.get(a);
        return name.equals("" + a) ? name : a + " " + name;
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
            StringBuilder line = new StringBuilder("   ");
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

    /** How the step ended that led to s. */
    static String end(String s, Step step) {
        return s + (step.terminated() ? " is terminal"
                : step.truncated() ? " is not terminal, but the clock ended its episode"
                : " is not terminal");
    }

    /** How long a segment is. */
    static String length(long n, int tMax) {
        return "t − t_start = " + n + (n == tMax ? " == t_max" : " < t_max = " + tMax);
    }

    /** ‖dθ‖ before and after clipping. */
    static String clipped(double before, double after, double maxNorm) {
        return "‖dθ‖ = " + number(before) + (before > maxNorm ? ", clipped to " + number(after)
                : ", not clipped: maxNorm = " + maxNorm);
    }

    /** A tensor's elements, which outlive its tape. */
    static float[] floats(Tensor tensor) {
        float[] floats = new float[tensor.size()];
        for (int i = 0; i < floats.length; i++) floats[i] = tensor.get(i);
        return floats;
    }

    /** For example 300,000. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** An observation: all of it if it is short. */
    static String state(float[] s) {
        return s.length > MOST_SHOWN ? s.length + " floats" : row(s, "%7.4f");
    }

    /** Several numbers in one column. */
    static String row(float[] numbers, String format) {
        StringBuilder text = new StringBuilder();
        for (float x : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, format, x));
        }
        return text.toString();
    }
}
