package skein.lab;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import skein.lab.command.Commands;

/** Where {@code ./skein} begins. */
public final class Main {
    private Main() {
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(Commands.run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
    }

    /** Whatever the locale says: the output holds θ, η and the like. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
