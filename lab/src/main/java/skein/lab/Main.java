package skein.lab;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import skein.lab.command.Commands;
import skein.lab.error.OutOfMemory;

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
        OutOfMemory.endsWith(Commands.USER_ERROR);
        Descriptor out = new Descriptor(FileDescriptor.out);
        PrintStream err = utf8(new Descriptor(FileDescriptor.err));
        int code = Commands.run(utf8(out), err, args);
        if (code == 0 && out.lost()) {
            err.println("Not all could be printed: " + out.failure.getMessage() + ".");
            code = Commands.USER_ERROR;
        }
        System.exit(code);
    }

    /** Whatever the locale says: the output holds θ, η and the like. */
    private static PrintStream utf8(FileOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Knows why it failed, which a PrintStream forgets. */
    private static final class Descriptor extends FileOutputStream {
        private volatile IOException failure;                // null as long as all is well

        Descriptor(FileDescriptor descriptor) {
            super(descriptor);
        }

        @Override public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                super.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Whether the disk was full, say; not if whoever read has had enough, as head has. */
        boolean lost() {
            return failure != null && !String.valueOf(failure.getMessage()).contains("pipe");
        }
    }
}
