package skein.lab;

import java.io.PrintStream;
import picocli.CommandLine.Command;
import skein.envs.World;
import skein.envs.Worlds;

/** {@code skein list}: what there is. */
@Command(name = "list", description = "Lists worlds and algorithms.",
        mixinStandardHelpOptions = true)
final class ListCommand implements CliCommand {
    private final PrintStream screen;

    ListCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() {
        screen.println("Worlds");
        for (World world : Worlds.all()) line(world.name(), world.summary());
        screen.println("Algorithms");
        for (Algorithms.Entry entry : Algorithms.ALL) line(entry.name(), entry.summary());
        return 0;
    }

    private void line(String name, String summary) {
        screen.printf("  %-22s %s%n", name, summary);
    }
}
