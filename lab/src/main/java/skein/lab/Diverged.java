package skein.lab;

/** Training met NaN or infinity and was stopped; the message is a sentence for the user. */
final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Diverged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
