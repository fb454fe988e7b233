package skein.lab.error;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Memory has run out. Then nothing can be made any more, not even a sentence that says so; all that
 * is needed here is made before.
 */
public final class OutOfMemory {
    /** What to do. */
    public static final String SENTENCE = "Java may use "
            + (Runtime.getRuntime().maxMemory() >> 20) + " MB, which is not enough for this. "
            + "Choose fewer threads or a smaller network, or allow more: "
            + "export JAVA_TOOL_OPTIONS=-Xmx4g.";

    private static final byte[] LINE = (SENTENCE + "\n").getBytes(StandardCharsets.UTF_8);
    private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);
    private static final String NAME = OutOfMemoryError.class.getSimpleName();

    private OutOfMemory() {
    }

    /**
     * Has every thread that memory runs out for end the process with the sentence: the others would
     * take what it gave back, and who should tell of it, or waits for it, would fail or wait on.
     *
     * @param code the process's exit code
     */
    public static void endsWith(int code) {
        isBehind(new LinkageError(NAME));                    // knows all its classes from now on
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            if (isBehind(e)) end(code);
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            e.printStackTrace();
        });
    }

    private static void end(int code) {
        try {
            ERR.write(LINE);
        } catch (IOException e) {
            code = 1;                                        // nobody can be told
        }
        Runtime.getRuntime().halt(code);
    }

    /**
     * {@return whether memory ran out, also where it did while a class was made ready, of which
     * later only a message tells}
     *
     * @param e what was thrown
     */
    public static boolean isBehind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) return true;
            if (cause instanceof LinkageError && cause.getMessage() != null
                    && cause.getMessage().contains(NAME)) return true;
        }
        return false;
    }
}
