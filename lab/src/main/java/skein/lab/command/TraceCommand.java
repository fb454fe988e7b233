package skein.lab.command;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import skein.lab.error.Diverged;
import skein.lab.error.UserError;
import skein.lab.setup.Hypers;
import skein.lab.setup.Settings;
import skein.lab.trace.TracedRun;
import skein.lab.trace.Traces;
import skein.nn.NotFiniteException;

/** {@code skein trace}: the first updates of a training, pseudocode line by pseudocode line. */
@Command(name = "trace", sortOptions = false, mixinStandardHelpOptions = true,
        description = "Shows what each line of an algorithm does, with its numbers.",
        footer = {"", "It is ./skein train with one thread, and leaves no files. To be read beside",
            "the algorithm's file in rl/src/main/java/skein/rl/algorithm."})
final class TraceCommand implements CliCommand {
    @Option(names = "--algorithm", paramLabel = "NAME", defaultValue = "a3c",
            description = {"What to show: one-step-q, one-step-sarsa, n-step-q,",
                "a3c or a3c-lstm. Default: ${DEFAULT-VALUE}."})
    private String algorithm;
    @Option(names = "--world", paramLabel = "WORLD", defaultValue = "cartpole",
            description = "Where it acts; see ./skein list. Default: ${DEFAULT-VALUE}.")
    private String world;
    @Option(names = "--updates", paramLabel = "N", defaultValue = "1",
            description = "How many updates of θ. Default: ${DEFAULT-VALUE}.")
    private int updates;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--set", paramLabel = "NAME=X",
            description = "A setting of the algorithm, e.g. --set t-max=5.")
    private List<String> chosen = List.of();

    private final PrintStream screen;

    TraceCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() {
        UserError.require(updates >= 1, "--updates", "at least 1", updates);
        Traces.check(algorithm);
        Settings settings = checked(settings());
        TracedRun run = new TracedRun(settings, updates, screen);
        screen.println(settings.title() + " · network " + settings.method().layers());
        screen.println(Hypers.text(settings.hyper()));
        try {
            run.run();
        } catch (NotFiniteException e) {
            throw new Diverged(e.getMessage().replaceAll("\\.$", "") + " after T = " + run.steps()
                    + ". Try a smaller --set eta=X.", e);
        }
        return 0;
    }

    /** Each setting is chosen with --set here, also those that have an option in train. */
    private static Settings checked(Settings settings) {
        try {
            return settings.check();
        } catch (UserError e) {
            throw new UserError(e.getMessage().replaceFirst("^--(?!set )", "--set "), e);
        }
    }

    private Settings settings() {
        Settings d = Settings.defaults(world, algorithm);
        return new Settings(world, algorithm, 1, d.worlds(), seed, d.steps(), d.rewardScale(),
                d.hidden(), d.optimizer(), d.alpha(), d.epsilon(), d.memory(),
                d.schedule(), new Chosen(chosen).in(algorithm, d.hyper()));
    }
}
