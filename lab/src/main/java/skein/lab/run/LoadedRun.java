package skein.lab.run;

import java.nio.file.Path;
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
 */
public record LoadedRun(Settings settings, Method method, Parameters theta) {
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
                Checkpoint.load(folder.parameters(), method.layout()));
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
