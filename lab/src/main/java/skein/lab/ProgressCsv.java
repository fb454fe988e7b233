package skein.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code progress.csv} of a run. Each row is on its way to the disk before
 * {@link #append} returns, so a crash loses none. Threads may append at the same time.
 */
public final class ProgressCsv implements AutoCloseable {
    private static final String HEADER =
            "steps,seconds,stepsPerSecond,episodes,meanReturn100,entropy,eta,evaluation";
    private static final int COLUMNS = 8;

    private final Path file;
    private final BufferedWriter writer;

    /**
     * The state of a run at one moment. What is not known is NaN.
     *
     * @param steps          T, environment steps of all threads so far
     * @param seconds        since the start of training
     * @param stepsPerSecond T per second since the row before
     * @param episodes       finished so far, by all threads
     * @param meanReturn100  mean return of the last 100 episodes
     * @param entropy        of the policy, in nats
     * @param eta            η, the learning rate
     * @param evaluation     mean return of the evaluation made at this moment, or NaN if none was
     */
    public record Row(long steps, double seconds, double stepsPerSecond, long episodes,
                      double meanReturn100, double entropy, double eta, double evaluation) {

        private String toCsv() {
            return String.join(",", Long.toString(steps), text(seconds), text(stepsPerSecond),
                    Long.toString(episodes), text(meanReturn100), text(entropy), text(eta),
                    text(evaluation));
        }

        private static Row parse(String line) {
            String[] cells = line.split(",", -1);
            if (cells.length != COLUMNS) {
                throw new NumberFormatException(cells.length + " columns instead of " + COLUMNS);
            }
            return new Row(Long.parseLong(cells[0]), number(cells[1]), number(cells[2]),
                    Long.parseLong(cells[3]), number(cells[4]), number(cells[5]),
                    number(cells[6]), number(cells[7]));
        }

        /** Seven digits say enough; what is not finite stays empty. */
        private static String text(double value) {
            return Double.isFinite(value) ? Float.toString((float) value) : "";
        }

        private static double number(String cell) {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    private ProgressCsv(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Starts a table.
     *
     * @param file a file that does not exist yet
     * @return the table, to be closed when the run ends
     * @throws UserError if the file exists or cannot be written
     */
    public static ProgressCsv create(Path file) {
        try {
            BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
            ProgressCsv table = new ProgressCsv(file, writer);
            table.writeLine(HEADER);
            return table;
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    /**
     * Adds a row.
     *
     * @param row the state of the run now
     * @throws UserError if the disk refuses
     */
    public void append(Row row) {
        writeLine(row.toCsv());
    }

    private synchronized void writeLine(String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    /** Ends the table. */
    @Override public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw UserError.cannotWrite(file, e);
        }
    }

    /**
     * Reads a table.
     *
     * @param file where from
     * @return its rows in order
     * @throws UserError if the file is missing or is no such table
     */
    public static List<Row> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                throw new IOException("its first line is not " + HEADER);
            }
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) rows.add(parse(lines.get(i), i + 1));
            return rows;
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    private static Row parse(String line, int number) throws IOException {
        try {
            return Row.parse(line);
        } catch (NumberFormatException e) {
            throw new IOException("line " + number + " is no row (" + e.getMessage() + ")", e);
        }
    }
}
