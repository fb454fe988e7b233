package skein.lab.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Something that the user can put right. The message is one clear sentence: what happened, to
 * which file or value, what to do. The command line prints it on standard error and exits with 2.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An error that is explained by its sentence alone.
     *
     * @param sentence what the user reads
     */
    public UserError(String sentence) {
        super(sentence);
    }

    /**
     * An error with the exception that it came from, for a debugger.
     *
     * @param sentence what the user reads
     * @param cause    where it came from; not shown to the user
     */
    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * Refuses a value that makes no sense.
     *
     * @param fine   whether it does make sense
     * @param option what it was given for
     * @param what   the option must be
     * @param value  what was given
     */
    public static void require(boolean fine, String option, String what, Object value) {
        if (!fine) throw new UserError(option + " must be " + what + ", but got " + value + ".");
    }

    /**
     * {@return that a file could not be read, and why}
     *
     * @param file  which
     * @param cause what the file system said, or what is wrong with its content
     */
    public static UserError cannotRead(Path file, IOException cause) {
        return new UserError("Cannot read " + file + ": " + reason(cause) + ".", cause);
    }

    /**
     * {@return that a file could not be written, and why}
     *
     * @param file  which
     * @param cause what the file system said
     */
    public static UserError cannotWrite(Path file, IOException cause) {
        return new UserError("Cannot write " + file + ": " + reason(cause) + ".", cause);
    }

    /** The file systems' exceptions name only the file; this says what is wrong with it. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) return "there is no such file or folder";
        if (e instanceof AccessDeniedException) return "permission denied";
        if (e instanceof FileAlreadyExistsException) return "a file of this name is in the way";
        if (e instanceof FileSystemException f && f.getReason() != null) return f.getReason();
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
