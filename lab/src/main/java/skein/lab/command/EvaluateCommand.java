package skein.lab.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.envs.World;
import skein.lab.error.UserError;
import skein.lab.run.LoadedRun;
import skein.lab.train.StatusText;
import skein.rl.evaluation.Evaluation;
import skein.rl.thread.ActorLearners;

/** {@code skein evaluate}: how good a trained agent is. */
@Command(name = "evaluate", description = "Plays whole episodes with a trained agent and counts.",
        sortOptions = false, mixinStandardHelpOptions = true)
final class EvaluateCommand implements CliCommand {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;
    @Option(names = "--episodes", paramLabel = "N", defaultValue = "100",
            description = "Default: ${DEFAULT-VALUE}.")
    private int episodes;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Of the worlds' and the policy's chance. Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--greedy",
            description = {"Take the most probable action,",
                "instead of drawing one from the policy."})
    private boolean greedy;

    private final PrintStream screen;

    EvaluateCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() {
        UserError.require(episodes >= 1, "--episodes", "at least 1", episodes);
        LoadedRun loaded = LoadedRun.from(run);
        loaded.caution().ifPresent(screen::println);
        World world = loaded.settings().findWorld();
        Evaluation e = Evaluation.of(loaded.agent(greedy), world.make(),
                ActorLearners.generator(seed), episodes);
        screen.println(String.format(Locale.ROOT,
                "%s: %d episodes of %s, %s, seed %d: mean %s, min %s, max %s.", run,
                e.episodes(), world.name(),
                e.greedy() ? "best actions" : "actions drawn from π", seed,
                StatusText.amount(e.mean()), StatusText.amount(e.min()),
                StatusText.amount(e.max())));
        return 0;
    }
}
