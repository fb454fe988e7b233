package skein.lab.run;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import skein.lab.error.UserError;

/**
 * Writes a file so that a reader, or a crash, finds the old content or the new, never half of it:
 * into a temporary file of the same folder, forced to disk, then renamed.
 */
public final class AtomicFile {
    /** What the file shall hold; must not close the stream. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out where to
         * @throws IOException if the disk refuses
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final AtomicLong COUNT = new AtomicLong();

    private AtomicFile() {}

    /**
     * Replaces the file, or leaves it as it was.
     *
     * @param file    where to
     * @param content what it shall hold
     * @throws UserError if it cannot be written
     */
    public static void write(Path file, Content content) {
        Path temporary = temporaryBeside(file);
        try {
            try {
                writeAndForce(temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);   // still there only if something failed
            }
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    /** Unique among processes and threads, so that two writers never share one temporary file. */
    private static Path temporaryBeside(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid()
                + "-" + COUNT.incrementAndGet() + ".tmp");
    }

    /** A plain stream and not a channel, because an interrupt would close a channel. */
    private static void writeAndForce(Path file, Content content) throws IOException {
        Files.createFile(file);   // fails with a better reason than FileOutputStream
        try (FileOutputStream disk = new FileOutputStream(file.toFile())) {
            OutputStream out = new BufferedOutputStream(disk);
            content.writeTo(out);
            out.flush();
            disk.getFD().sync();
        }
    }
}
