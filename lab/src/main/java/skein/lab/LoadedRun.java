package skein.lab;

import java.nio.file.Path;
import skein.nn.Parameters;
import skein.rl.policy.Agent;

/**
 * A run read back from its folder.
 *
 * @param settings what it was trained with
 * @param method   its algorithm, put together again
 * @param theta    what was learned
 */
record LoadedRun(Settings settings, Method method, Parameters theta) {
    static LoadedRun from(Path path) {
        RunFolder folder = RunFolder.open(path);
        Settings settings = settingsOf(folder);
        Method method = settings.method();
        return new LoadedRun(settings, method,
                Checkpoint.load(folder.parameters(), method.layout()));
    }

    /** Who acts as it was learned. */
    Agent agent(boolean greedy) {
        return method.agent(theta, greedy);
    }

    private static Settings settingsOf(RunFolder folder) {
        Settings settings = folder.readConfig(Settings.class);
        try {
            return settings.check();
        } catch (UserError e) {
            throw new UserError("Cannot use " + folder.config() + ": " + e.getMessage(), e);
        }
    }
}
