package skein.lab;

import java.nio.file.Path;
import skein.nn.Parameters;
import skein.rl.network.ActorCriticNetwork;

/**
 * A run read back from its folder.
 *
 * @param settings what it was trained with
 * @param network  its network's definition
 * @param theta    what was learned
 */
record LoadedRun(Settings settings, ActorCriticNetwork network, Parameters theta) {
    static LoadedRun from(Path path) {
        RunFolder folder = RunFolder.open(path);
        Settings settings = settingsOf(folder);
        ActorCriticNetwork network = settings.network();
        return new LoadedRun(settings, network,
                Checkpoint.load(folder.parameters(), network.layout()));
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
