package skein.lab;

import java.util.List;
import skein.rl.telemetry.Reading;

/** The tables that a run writes while it goes: progress.csv, and with telemetry threads.csv. */
final class ProgressFiles implements AutoCloseable {
    private final ProgressCsv progress;
    private final TelemetryLog telemetry;    // null if there is none

    private ProgressFiles(ProgressCsv progress, TelemetryLog telemetry) {
        this.progress = progress;
        this.telemetry = telemetry;
    }

    static ProgressFiles create(RunFolder folder, boolean telemetry) {
        ProgressCsv progress = ProgressCsv.create(folder.progress(),
                telemetry ? TelemetryLog.COLUMNS : List.of());
        return new ProgressFiles(progress, telemetry ? TelemetryLog.create(folder) : null);
    }

    /** A moment; with what the learners had done, or null without telemetry. */
    void append(ProgressCsv.Row row, Reading reading) {
        progress.append(row, telemetry == null ? List.of()
                : telemetry.append(reading, row.steps(), row.seconds()));
    }

    @Override public void close() {
        progress.close();
        if (telemetry != null) telemetry.close();
    }
}
