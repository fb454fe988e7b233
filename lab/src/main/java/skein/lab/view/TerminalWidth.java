package skein.lab.view;

/** How wide the terminal is, which Java cannot see; the launcher says it. */
public final class TerminalWidth {
    /** The system property by which it does. */
    public static final String PROPERTY = "skein.columns";

    private TerminalWidth() {
    }

    /** {@return its columns, or 0 if the output goes to a file or a pipe} */
    public static int columns() {
        return Integer.getInteger(PROPERTY, 0);
    }
}
