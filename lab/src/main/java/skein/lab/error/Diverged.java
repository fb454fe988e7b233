package skein.lab.error;

/** Training met NaN or infinity and was stopped; the message is a sentence for the user. */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * That training was stopped.
     *
     * @param sentence what the user reads
     * @param cause    where it came from, or null; not shown to the user
     */
    public Diverged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
