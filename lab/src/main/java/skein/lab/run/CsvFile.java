package skein.lab.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import skein.lab.error.UserError;

/**
 * A table of text that grows. Each line is on its way to the disk before {@link #append} returns,
 * so a crash loses none. Threads may append at the same time.
 */
final class CsvFile implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    /**
     * Starts a table.
     *
     * @param file   a file that does not exist yet
     * @param header the names of its columns
     * @throws UserError if the file exists or cannot be written
     */
    CsvFile(Path file, List<String> header) {
        this.file = file;
        try {
            writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
        append(header);
    }

    /**
     * Adds a line.
     *
     * @throws UserError if the disk refuses
     */
    synchronized void append(List<String> cells) {
        try {
            writer.write(String.join(",", cells) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    @Override public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    /** Seven digits say enough; what is not finite stays empty. */
    static String cell(double value) {
        return Double.isFinite(value) ? Float.toString((float) value) : "";
    }

    static String cell(long value) {
        return Long.toString(value);
    }
}
