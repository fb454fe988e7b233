package skein.lab.play;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import skein.lab.watch.TerminalStage;

/**
 * The keys that a person presses, one by one: from a terminal, which hands over each at once, or
 * from a pipe or a file.
 *
 * <p>A key is called by its character in lower case; the arrows are {@code up}, {@code down},
 * {@code left} and {@code right}, and the bar is {@code space}.
 */
final class Keys implements Closeable {
    /** There will be no more keys. */
    static final String END = "end";
    /** Nothing was pressed in time. */
    static final String NONE = "none";

    private static final int ESCAPE = 27;
    private static final int CONTROL_C = 3;
    private static final int CONTROL_D = 4;

    /** Where characters come from: −1 is the end, −2 that none came in time. */
    private interface Source {
        int read(long millis) throws IOException;
    }

    private final Source source;
    private final Terminal terminal;                         // null if it is a pipe
    private final Attributes before;                         // of the terminal

    private Keys(Source source, Terminal terminal) {
        this.source = source;
        this.terminal = terminal;
        before = terminal == null ? null : takeOver(terminal);
    }

    /** From now on each key comes at once, and Ctrl-C is one of them; returns what was before. */
    private static Attributes takeOver(Terminal terminal) {
        Attributes before = terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        return before;
    }

    /** The keys of standard input. */
    static Keys ofStandardInput() throws IOException {
        if (!TerminalStage.isTerminal()) return of(System.in);
        Terminal terminal = TerminalBuilder.builder().system(true).provider("exec").dumb(true)
                .nativeSignals(false).build();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.close();                                // standard input is a pipe
            return of(System.in);
        }
        NonBlockingReader reader = terminal.reader();
        return new Keys(reader::read, terminal);
    }

    /** The keys that a stream holds. */
    static Keys of(InputStream in) {
        return new Keys(millis -> in.read(), null);
    }

    /** {@return whether a person is at the keyboard} */
    boolean isTerminal() {
        return terminal != null;
    }

    /** {@return the next key; waits for it so many milliseconds, 0 for as long as it takes} */
    String next(long millis) throws IOException {
        int c = source.read(millis);
        while (c == '\n' || c == '\r') c = source.read(millis);   // of a pipe's lines
        return switch (c) {
            case -1, CONTROL_C, CONTROL_D -> END;
            case NonBlockingReader.READ_EXPIRED -> NONE;
            case ' ' -> "space";
            case ESCAPE -> arrow();
            default -> String.valueOf((char) Character.toLowerCase(c));
        };
    }

    /** Terminals send an arrow as ESC [ A or ESC O A. */
    private String arrow() throws IOException {
        int second = source.read(50);
        if (second != '[' && second != 'O') return "escape";
        return switch (source.read(50)) {
            case 'A' -> "up";
            case 'B' -> "down";
            case 'C' -> "right";
            case 'D' -> "left";
            default -> "escape";
        };
    }

    @Override public void close() throws IOException {
        if (terminal == null) return;
        terminal.setAttributes(before);
        terminal.close();
    }
}
