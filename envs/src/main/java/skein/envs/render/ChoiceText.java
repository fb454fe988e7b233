package skein.envs.render;

import java.util.List;
import java.util.Locale;

/**
 * Shows a {@link Choice} as text: a bar for each action's probability, a mark at the one taken, and
 * V.
 *
 * <pre>
 * left  ▕█████████▎                    ▏ 0.31
 * right ▕████████████████████▋         ▏ 0.69 ◀
 * V = 71.26
 * </pre>
 */
public final class ChoiceText {
    private static final int BAR = 30;                     // characters
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private ChoiceText() {
    }

    /**
     * {@return one line for each action and one for V; always as many, and as long}
     *
     * @param names  of the actions
     * @param choice what to show
     */
    public static String of(List<String> names, Choice choice) {
        int widest = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < names.size(); a++) {
            text.append(String.format(Locale.ROOT, "%-" + widest + "s ▕%s▏ %s %s\n",
                    names.get(a), bar(choice.probability(a)), number(choice, a),
                    a == choice.action() ? "◀" : " "));
        }
        String value = Double.isNaN(choice.value()) ? ""
                : String.format(Locale.ROOT, "V = %.2f", choice.value());
        return text + String.format("%-" + (widest + BAR + 10) + "s", value);
    }

    private static String number(Choice choice, int a) {
        if (a >= choice.probabilities().length) return "    ";
        return String.format(Locale.ROOT, "%.2f", choice.probability(a));
    }

    /** The part of the bar that is full, to an eighth of a character. */
    private static String bar(double part) {
        int eighths = (int) Math.round(part * BAR * 8);
        String full = "█".repeat(eighths / 8);
        if (full.length() >= BAR) return full;
        return full + EIGHTHS.charAt(eighths % 8) + " ".repeat(BAR - full.length() - 1);
    }
}
