package skein.lab.command;

import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.error.UserError;
import skein.lab.play.Game;

/** {@code skein play}: a person plays, with the keyboard. */
@Command(name = "play", sortOptions = false, mixinStandardHelpOptions = true,
        description = "Lets you play, with arrows or WASD; the world waits for each key.")
final class PlayCommand implements CliCommand {
    @Parameters(paramLabel = "WORLD", description = "Where to play; see ./skein list.")
    private String name;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--fps", paramLabel = "N",
            description = {"Go on by itself, N steps a second,", "also when no key is pressed."})
    private Integer fps;

    private final PrintStream screen;

    PlayCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() throws IOException {
        CliCommand.requireFps(fps);
        World world;
        try {
            world = Worlds.named(name);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        new Game(world, seed, fps, screen).play();
        return 0;
    }
}
