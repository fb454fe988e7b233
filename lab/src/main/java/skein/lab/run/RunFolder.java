package skein.lab.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import skein.lab.error.UserError;

/**
 * The folder of one training run.
 *
 * <pre>
 * config.json      what was asked for; written first
 * progress.csv     the run while it went, a row at a time    {@link ProgressCsv}
 * parameters.npz   what was learned; opens in Python         {@link Npz}
 * threads.csv      the same for each thread, with telemetry  {@link TelemetryLog}
 * curve.png, .svg  the run as a picture                      {@link Curve}
 * summary.json     what came of it; written last
 * </pre>
 *
 * @param path the folder itself
 */
public record RunFolder(Path path) {
    private static final List<String> FILES = List.of("progress.csv", "threads.csv", "curve.png",
            "curve.svg", "parameters.npz", "config.json", "summary.json");
    private static final List<String> NEEDED = List.of("config.json", "parameters.npz");

    /**
     * Prepares a folder, new or without a run, for a run of its own.
     *
     * @param path the folder; missing parents are created
     * @return the folder, in which nothing is written yet
     * @throws UserError if it already holds a run, or if nothing can be written there
     */
    public static RunFolder create(Path path) {
        List<String> present = FILES.stream().filter(f -> Files.exists(path.resolve(f))).toList();
        if (!present.isEmpty()) throw taken(path, present);
        createFolders(path);
        return new RunFolder(path);
    }

    private static UserError taken(Path path, List<String> present) {
        return new UserError(path + " already holds a run (" + String.join(", ", present)
                + "). Choose another folder: nothing was overwritten.");
    }

    /**
     * Creates the first of {@code prefix-1}, {@code prefix-2}, ... that does not exist yet. Two
     * processes that do this at once get two different folders.
     *
     * @param parent where the runs are kept; created if it is missing
     * @param prefix what the runs have in common, for example "cartpole-a3c"
     * @return the new folder
     * @throws UserError if nothing can be written there
     */
    public static RunFolder createNext(Path parent, String prefix) {
        createFolders(parent);
        for (int i = 1; ; i++) {
            Path path = parent.resolve(prefix + "-" + i);
            try {
                return new RunFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException e) {
                continue;   // this number is taken
            } catch (IOException e) {
                throw UserError.cannotWrite(path, e);
            }
        }
    }

    private static void createFolders(Path path) {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new UserError(path + " cannot be a run's folder: " + e.getFile()
                    + " is a file. Choose another folder.", e);
        } catch (IOException e) {
            throw UserError.cannotWrite(path, e);
        }
        if (!Files.isWritable(path)) {
            throw new UserError("Cannot write into " + path + ". Choose another folder.");
        }
    }

    /**
     * Finds a run that was written before.
     *
     * @param path the folder of the run
     * @return the run
     * @throws UserError if there is no such folder, or if it holds no run that can be played
     */
    public static RunFolder open(Path path) {
        if (Files.notExists(path)) {
            throw new UserError("There is no folder " + path
                    + ". Give the folder of a run: ./skein train prints it at its end.");
        }
        List<String> missing =
                NEEDED.stream().filter(f -> isMissing(path.resolve(f))).toList();
        if (missing.isEmpty()) return new RunFolder(path);
        throw new UserError(path + " is not a finished run: it has no "
                + String.join(" and no ", missing)
                + ". Give the folder of a run: ./skein train prints it at its end.");
    }

    /** Whether there is no such file, which is not the same as one that cannot be reached. */
    private static boolean isMissing(Path file) {
        try {
            return !Files.readAttributes(file, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    /** {@return the table of the run's progress} */
    public Path progress() {
        return path.resolve("progress.csv");
    }

    /** {@return the table of each thread's progress; a run without telemetry has none} */
    public Path threads() {
        return path.resolve("threads.csv");
    }

    /** {@return the learning curve for the screen} */
    public Path curvePng() {
        return path.resolve("curve.png");
    }

    /** {@return the learning curve for print} */
    public Path curveSvg() {
        return path.resolve("curve.svg");
    }

    /** {@return the learned parameters} */
    public Path parameters() {
        return path.resolve("parameters.npz");
    }

    /** {@return the settings of the run} */
    public Path config() {
        return path.resolve("config.json");
    }

    /** {@return the outcome of the run} */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /**
     * Writes the settings of the run, before anything else: of two processes that were given the
     * same folder at once, only one comes past this.
     *
     * @param config a record or a map
     * @throws UserError if there are settings already, or if they cannot be written
     */
    public void writeConfig(Object config) {
        try {
            Files.createFile(config());
        } catch (FileAlreadyExistsException e) {
            throw taken(path, List.of("config.json"));
        } catch (IOException e) {
            throw UserError.cannotWrite(config(), e);
        }
        Json.write(config(), config);
    }

    /**
     * Writes the outcome of the run.
     *
     * @param summary a record or a map
     */
    public void writeSummary(Object summary) {
        Json.write(summary(), summary);
    }

    /**
     * Reads the settings of the run.
     *
     * @param <T>  the type of the record
     * @param type the record that {@link #writeConfig} was given
     * @return the settings
     */
    public <T> T readConfig(Class<T> type) {
        return Json.read(config(), type);
    }

    /**
     * Reads the outcome of the run.
     *
     * @param <T>  the type of the record
     * @param type the record that {@link #writeSummary} was given
     * @return the outcome
     */
    public <T> T readSummary(Class<T> type) {
        return Json.read(summary(), type);
    }
}
