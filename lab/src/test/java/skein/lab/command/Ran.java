package skein.lab.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a command.
 *
 * @param code its exit code
 * @param out  what it printed
 * @param err  what it complained about
 */
public record Ran(int code, String out, String err) {
    /** Runs a command as ./skein does. */
    public static Ran skein(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), args);
        return new Ran(code, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** Trains A3C on CartPole for 3000 steps, with two threads. */
    public static Ran train(String folder, String... more) {
        List<String> args = new ArrayList<>(List.of("train", "--steps", "3000", "--threads", "2",
                "--out", folder));
        args.addAll(List.of(more));
        return skein(args.toArray(new String[0]));
    }

    /** The last line that it printed. */
    public String lastLine() {
        return out.substring(out.stripTrailing().lastIndexOf('\n') + 1).strip();
    }
}
