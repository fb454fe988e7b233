package skein.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skein.lab.error.UserError;

/**
 * The table {@code progress.csv} of a run. Each row is on its way to the disk before
 * {@link #append(Row)} returns, so a crash loses none. Threads may append at the same time.
 */
public final class ProgressCsv implements AutoCloseable {
    private static final List<String> COLUMNS = List.of("steps", "seconds", "stepsPerSecond",
            "episodes", "meanReturn100", "entropy", "eta", "evaluation");

    private final CsvFile file;

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

        private List<String> cells() {
            return List.of(CsvFile.cell(steps), CsvFile.cell(seconds),
                    CsvFile.cell(stepsPerSecond), CsvFile.cell(episodes),
                    CsvFile.cell(meanReturn100), CsvFile.cell(entropy), CsvFile.cell(eta),
                    CsvFile.cell(evaluation));
        }

        private static Row parse(String line, int columns) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns) {
                throw new NumberFormatException(cells.length + " columns instead of " + columns);
            }
            return new Row(Long.parseLong(cells[0]), number(cells[1]), number(cells[2]),
                    Long.parseLong(cells[3]), number(cells[4]), number(cells[5]),
                    number(cells[6]), number(cells[7]));
        }

        private static double number(String cell) {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
    }

    private ProgressCsv(CsvFile file) {
        this.file = file;
    }

    /**
     * Starts a table.
     *
     * @param file a file that does not exist yet
     * @return the table, to be closed when the run ends
     * @throws UserError if the file exists or cannot be written
     */
    public static ProgressCsv create(Path file) {
        return create(file, List.of());
    }

    /** With more columns. */
    static ProgressCsv create(Path file, List<String> more) {
        return new ProgressCsv(new CsvFile(file, joined(COLUMNS, more)));
    }

    /**
     * Adds a row.
     *
     * @param row the state of the run now
     * @throws UserError if the disk refuses
     */
    public void append(Row row) {
        append(row, List.of());
    }

    /** A cell for each of the columns more. */
    void append(Row row, List<String> more) {
        file.append(joined(row.cells(), more));
    }

    private static List<String> joined(List<String> first, List<String> more) {
        List<String> cells = new ArrayList<>(first);
        cells.addAll(more);
        return cells;
    }

    /** Ends the table. */
    @Override public void close() {
        file.close();
    }

    /**
     * Reads a table; columns beyond those of {@link Row} are left out.
     *
     * @param file where from
     * @return its rows in order
     * @throws UserError if the file is missing or is no such table
     */
    public static List<Row> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String header = String.join(",", COLUMNS);
            if (lines.isEmpty() || !(lines.get(0) + ",").startsWith(header + ",")) {
                throw new IOException("its first line is not " + header);
            }
            int columns = lines.get(0).split(",", -1).length;
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) rows.add(parse(lines.get(i), columns, i + 1));
            return rows;
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    private static Row parse(String line, int columns, int number) throws IOException {
        try {
            return Row.parse(line, columns);
        } catch (NumberFormatException e) {
            throw new IOException("line " + number + " is no row (" + e.getMessage() + ")", e);
        }
    }
}
