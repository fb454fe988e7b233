package skein.lab.run;

import java.util.List;
import skein.rl.telemetry.Reading;

/** The tables that a run writes while it goes: progress.csv, and with telemetry threads.csv. */
public final class ProgressFiles implements AutoCloseable {
    private final ProgressCsv progress;
    private final TelemetryLog telemetry;    // null if there is none

    private ProgressFiles(ProgressCsv progress, TelemetryLog telemetry) {
        this.progress = progress;
        this.telemetry = telemetry;
    }

    /**
     * Starts the tables.
     *
     * @param folder    of the run; has none of them yet
     * @param telemetry whether there are its figures too
     * @return the tables, to be closed when the run ends
     */
    public static ProgressFiles create(RunFolder folder, boolean telemetry) {
        ProgressCsv progress = ProgressCsv.create(folder.progress(),
                telemetry ? TelemetryLog.COLUMNS : List.of());
        return new ProgressFiles(progress, telemetry ? TelemetryLog.create(folder) : null);
    }

    /**
     * Writes down a moment.
     *
     * @param row     the state of the run
     * @param reading what the learners had done, or null without telemetry
     */
    public void append(ProgressCsv.Row row, Reading reading) {
        progress.append(row, telemetry == null ? List.of()
                : telemetry.append(reading, row.steps(), row.seconds()));
    }

    /** Ends the tables. */
    @Override public void close() {
        progress.close();
        if (telemetry != null) telemetry.close();
    }
}
