/**
 * The folder of a run, and each file in it.
 *
 * <p>{@link skein.lab.run.RunFolder} says which files there are, and
 * {@link skein.lab.run.LoadedRun} reads a run back. While it goes,
 * {@link skein.lab.run.ProgressFiles} grow: {@link skein.lab.run.ProgressCsv}, and
 * {@code TelemetryLog} for each thread. {@link skein.lab.run.Checkpoint} is what was learned,
 * {@link skein.lab.run.Summary} what came of it, with a {@link skein.lab.run.TelemetrySummary}, and
 * {@link skein.lab.run.Curve} its picture. Beneath them lie the formats:
 * {@link skein.lab.run.Json}, {@code CsvFile}, {@link skein.lab.run.Npz}, {@code Npy}, and
 * {@link skein.lab.run.AtomicFile}, which leaves the old file or the new, never half of it.
 */
package skein.lab.run;
