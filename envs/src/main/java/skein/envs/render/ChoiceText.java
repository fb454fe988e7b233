package skein.envs.render;

import java.util.List;
import java.util.Locale;
import skein.envs.Discrete;
import skein.envs.Environment;

/**
 * Shows a {@link Choice} as text: a bar for each action's probability, a mark at the one taken, and
 * V.
 *
 * <pre>
 * left  ▕█████████▎                    ▏ 0.31
 * right ▕████████████████████▋         ▏ 0.69 ◀
 * V = 71.26
 * </pre>
 *
 * <p>An action that is numbers itself, such as a torque, is shown as them.
 */
public final class ChoiceText {
    private static final int BAR = 30;                     // characters
    private static final int BESIDE_NAME = BAR + 10;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private ChoiceText() {
    }

    /**
     * {@return one line for each action and one for V; always as many, and as long}
     *
     * @param env    the world, for its actions; not modified
     * @param choice what to show
     */
    public static String of(Environment env, Choice choice) {
        List<String> names = env.actionNames();
        boolean numbered = env.actionSpace() instanceof Discrete;
        int widest = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < names.size(); a++) {
            text.append(padded(names.get(a), widest))
                    .append(numbered ? probability(choice, a) : amount(choice, a)).append('\n');
        }
        String value = Double.isNaN(choice.value()) ? ""
                : String.format(Locale.ROOT, "V = %.2f", choice.value());
        return text + padded(value, widest + BESIDE_NAME);
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    private static String probability(Choice choice, int a) {
        String number = a >= choice.probabilities().length ? "    "
                : String.format(Locale.ROOT, "%.2f", choice.probability(a));
        return " ▕" + bar(choice.probability(a)) + "▏ " + number
                + (a == choice.action() ? " ◀" : "  ");
    }

    /** A torque, say, has no probability. */
    private static String amount(Choice choice, int a) {
        return padded(a >= choice.amounts().length ? ""
                : String.format(Locale.ROOT, " %+.2f", choice.amounts()[a]), BESIDE_NAME);
    }

    /** The part of the bar that is full, to an eighth of a character. */
    private static String bar(double part) {
        int eighths = (int) Math.round(part * BAR * 8);
        String full = "█".repeat(eighths / 8);
        if (full.length() >= BAR) return full;
        return full + EIGHTHS.charAt(eighths % 8) + " ".repeat(BAR - full.length() - 1);
    }
}
