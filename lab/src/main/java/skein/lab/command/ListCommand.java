package skein.lab.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Space;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.setup.Algorithms;

/** {@code skein list}: what there is. */
@Command(name = "list", description = "Lists worlds and algorithms.",
        mixinStandardHelpOptions = true)
final class ListCommand implements CliCommand {
    private static final int FEW = 5;                        // worlds

    private final PrintStream screen;

    ListCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() {
        screen.println("Worlds");
        for (World world : Worlds.all()) line(world.name(), world.summary());
        algorithms("continuous actions", Box.class);
        algorithms("numbered actions", Discrete.class);
        return 0;
    }

    private void algorithms(String kind, Class<? extends Space> actions) {
        List<String> worlds = Worlds.all().stream()
                .filter(w -> actions.isInstance(w.make().actionSpace())).map(World::name).toList();
        screen.printf("Algorithms for worlds with %s (%s)%n", kind, worlds.size() > FEW
                ? "all others" : String.join(", ", worlds));
        for (Algorithms.Entry entry : Algorithms.ALL) {
            if (entry.actions() == actions) line(entry.name(), entry.summary());
        }
    }

    private void line(String name, String summary) {
        screen.printf("  %-22s %s%n", name, summary);
    }
}
