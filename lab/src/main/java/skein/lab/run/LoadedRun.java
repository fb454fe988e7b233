package skein.lab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import skein.lab.error.UserError;
import skein.lab.setup.Hypers;
import skein.lab.setup.Method;
import skein.lab.setup.Settings;
import skein.nn.Parameters;
import skein.rl.policy.Agent;

/**
 * A run read back from its folder.
 *
 * @param settings what it was trained with
 * @param method   its algorithm, put together again
 * @param theta    what was learned
 * @param caution  a sentence for who looks at it, if training did not come to its end
 */
public record LoadedRun(Settings settings, Method method, Parameters theta,
                        Optional<String> caution) {
    /** What is needed of a {@link Summary}. */
    private record End(long steps, String ended) {
    }

    /**
     * {@return a run, ready to act}
     *
     * @param path its folder
     * @throws UserError if there is none, or if it cannot be used
     */
    public static LoadedRun from(Path path) {
        RunFolder folder = RunFolder.open(path);
        Settings settings = settingsOf(folder);
        Method method = settings.method();
        return new LoadedRun(settings, method,
                Checkpoint.load(folder.parameters(), method.layout()), caution(folder, settings));
    }

    private static Optional<String> caution(RunFolder folder, Settings settings) {
        if (Files.notExists(folder.summary())) {
            return Optional.of("Training has no summary.json: it still goes on, or was cut off. "
                    + "These are the parameters last saved, perhaps the first.");
        }
        End end = folder.readSummary(End.class);
        if (Summary.DIVERGED.equals(end.ended())) {
            return Optional.of(String.format(Locale.ROOT, "Training diverged at T = %,d. These "
                    + "are the parameters last saved before, perhaps the first.", end.steps()));
        }
        return !Summary.INTERRUPTED.equals(end.ended()) ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "Training was interrupted at T = %,d of "
                + "%,d.", end.steps(), settings.steps()));
    }

    /**
     * {@return who acts as it was learned; belongs to one thread}
     *
     * @param greedy whether it takes what it thinks best
     */
    public Agent agent(boolean greedy) {
        return method.agent(theta, greedy);
    }

    private static Settings settingsOf(RunFolder folder) {
        Settings settings = folder.readConfig(Settings.class);
        try {
            return settings.check();
        } catch (UserError e) {
            throw new UserError("Cannot use " + folder.config() + ": "
                    + Hypers.asInFile(e.getMessage()), e);
        }
    }
}
