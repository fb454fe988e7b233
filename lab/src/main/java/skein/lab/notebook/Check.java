package skein.lab.notebook;

import java.util.function.BooleanSupplier;

/**
 * Answers whoever solves an exercise, in sentences.
 *
 * <pre>{@code
 * Check.exercise(1)
 *     .that(() -> square(3) == 9, "square(3) should be 9, but is " + square(3) + ".")
 *     .that(() -> square(-2) == 4, "square(3) is right. What of negative numbers?")
 *     .done("square works for numbers of either sign.");
 * }</pre>
 *
 * <p>What is wrong first is said; what comes after it is not looked at.
 */
public final class Check {
    private final int number;
    private String wrong;                                    // null as long as all is right

    private Check(int number) {
        this.number = number;
    }

    /**
     * {@return a check that has found nothing wrong so far}
     *
     * @param number of the exercise in its notebook, from 1
     */
    public static Check exercise(int number) {
        return new Check(number);
    }

    /**
     * Looks at one thing.
     *
     * @param right     whether it is as it should be; if this throws, it is not
     * @param otherwise what to tell, a sentence that helps
     * @return this
     */
    public Check that(BooleanSupplier right, String otherwise) {
        if (wrong != null) return this;
        try {
            if (!right.getAsBoolean()) wrong = otherwise;
        } catch (RuntimeException e) {
            wrong = "Your code ended with " + e + ". " + otherwise;
        }
        return this;
    }

    /**
     * Shows the answer.
     *
     * @param right what was achieved, a sentence
     */
    public void done(String right) {
        Cell.display(html(right), Cell.HTML);
    }

    /** The answer; tests of the notebooks read its first words. */
    String html(String right) {
        String color = wrong == null ? "#4c9a52" : "#e07b00";
        return "<div style=\"border-left: 5px solid " + color + "; padding: 4px 12px\"><b>Exercise "
                + number + (wrong == null ? ": right.</b> " : ": not yet.</b> ")
                + Html.escaped(wrong == null ? right : wrong) + "</div>";
    }
}
