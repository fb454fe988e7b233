package skein.lab.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.lab.run.Curve;
import skein.lab.run.RunFolder;
import skein.lab.run.Summary;
import skein.lab.setup.Optimizers;
import skein.lab.setup.ReplayRoom;
import skein.lab.setup.Settings;
import skein.lab.train.LiveLine;
import skein.lab.train.StatusText;
import skein.lab.train.TelemetryTable;
import skein.lab.train.Training;
import skein.rl.evaluation.Evaluation;
import skein.tensor.Kernels;

/** {@code skein train}: learns, shows how it goes, and leaves a run folder. */
@Command(name = "train", description = "Trains an agent.", sortOptions = false,
        mixinStandardHelpOptions = true, showDefaultValues = false,
        footer = {"", "Defaults are those of a3c; other algorithms have settings and defaults",
            "of their own, which stand in the config.json of a run."})
final class TrainCommand implements CliCommand {
    private static final String REWARD_SCALE = "rewardScale";
    private static final long AT_ONCE = 300_000_000;         // ns

    @Parameters(arity = "0..1", paramLabel = "WORLD", defaultValue = "cartpole",
            description = "Where to act; see ./skein list. Default: ${DEFAULT-VALUE}.")
    private String world;
    @Option(names = "--algorithm", paramLabel = "NAME", defaultValue = "a3c",
            description = "How to learn; see ./skein list. Default: ${DEFAULT-VALUE}.")
    private String algorithm;
    @Option(names = "--threads", paramLabel = "N",
            description = "Actor-learners. Default: one per core.")
    private Integer threads;
    @Option(names = "--worlds", paramLabel = "N",
            description = "Worlds that a learner steps together, for a2c and ppo.")
    private Integer worlds;
    @Option(names = "--steps", paramLabel = "N",
            description = {"T_max, steps of all threads together.",
                "Default: 300000; for images 1000000."})
    private Long steps;
    @Option(names = "--seed", paramLabel = "S", description = "Default: 1.")
    private Long seed;
    @Option(names = "--reward-scale", paramLabel = "X",
            description = {"What rewards are multiplied by for the learners.",
                "Default: 1; for a3c-continuous 0.02."})
    private Double rewardScale;
    @Option(names = "--eta", paramLabel = "X",
            description = {"Learning rate at the start, annealed to 0.", "Default: 0.004."})
    private Double eta;
    @Option(names = "--t-max", paramLabel = "N",
            description = "Steps between updates. Default: 20.")
    private Integer tMax;
    @Option(names = "--gamma", paramLabel = "X", description = "Discount. Default: 0.99.")
    private Double gamma;
    @Option(names = "--beta", paramLabel = "X",
            description = {"Weight of the entropy; for prioritized-dqn β of its",
                "weights. Default: 0.001; for images 0.01."})
    private Double beta;
    @Option(names = "--value-coefficient", paramLabel = "X",
            description = "Weight of the value loss. Default: 0.5.")
    private Double valueCoefficient;
    @Option(names = "--max-norm", paramLabel = "X",
            description = "Longest gradient. Default: 40.")
    private Double maxNorm;
    @Option(names = "--set", paramLabel = "NAME=X",
            description = {"Any other setting of the algorithm,", "e.g. --set lambda=0.95."})
    private List<String> others = List.of();
    @Option(names = "--optimizer", paramLabel = "NAME",
            description = {"shared-rmsprop, rmsprop, momentum or adam.",
                "Default: shared-rmsprop."})
    private String optimizer;
    @Option(names = "--alpha", paramLabel = "X",
            description = {"RMSProp's decay. Default: 0.99.",
                "Prioritized replay has its own: --set alpha=X."})
    private Double alpha;
    @Option(names = "--epsilon", paramLabel = "X",
            description = {"RMSProp's epsilon, inside the root. Default: 0.01.",
                "PPO has its own: --set epsilon=X."})
    private Double epsilon;
    @Option(names = "--memory", paramLabel = "MODE",
            description = {"How threads share the parameters: fenced, opaque,",
                "atomic or locked. Default: fenced."})
    private String memory;
    @Option(names = "--schedule", paramLabel = "NAME",
            description = {"free: threads wait for nobody.",
                "yielding: each offers its core after a step.",
                "lockstep: they take turns, the same bits at every run.", "Default: free."})
    private String schedule;
    @Option(names = "--hidden", paramLabel = "N", split = ",",
            description = {"Units of each fully connected hidden layer,",
                "e.g. 128,128; images meet convolutions first.", "Default: 128."})
    private int[] hidden;
    @Option(names = "--out", paramLabel = "DIR",
            description = {"The run's folder.",
                "Default: the next free runs/WORLD-ALGORITHM-N."})
    private Path out;
    @Option(names = "--telemetry",
            description = {"Count what each thread does: more columns in",
                "progress.csv, threads.csv, and a table at the end."})
    private boolean telemetry;
    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    private final PrintStream screen;
    private long interrupted;                                // nanoTime of the last Ctrl-C, or 0

    TrainCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() {
        Settings settings = settings().check();
        ReplayRoom.check(settings);
        RunFolder folder = out != null ? RunFolder.create(out)
                : RunFolder.createNext(Path.of("runs"), world + "-" + algorithm);
        Training training = new Training(settings, telemetry, folder,
                LiveLine.on(screen, quiet));
        say("%s · network %s, %,d parameters · %s kernels", settings.title(),
                training.method().layers(), training.method().layout().size(), Kernels.create());
        for (String signal : SIGNALS) Signals.register(signal, () -> interrupt(training));
        Summary summary = training.run();
        try {
            draw(settings, folder, training);
        } finally {                                          // the run is saved, also without it
            conclude(summary, settings, folder, training);
        }
        boolean whole = summary.ended().equals(Summary.COMPLETED) && summary.evaluation() != null;
        return whole ? 0 : Commands.INTERRUPTED;
    }

    /**
     * Ctrl-C ends training and still saves; then the evaluation; a second one in either, all. Those
     * that come at once are one: {@code timeout} sends it to a process and again to its group.
     */
    private synchronized void interrupt(Training training) {
        boolean again = interrupted != 0 && System.nanoTime() - interrupted < AT_ONCE;
        interrupted = System.nanoTime();
        if (again) return;
        if (training.stopped()) System.exit(Commands.INTERRUPTED);
        training.stop();
    }

    private Settings settings() {
        Settings d = Settings.defaults(world, algorithm);
        Optimizers.checkChosen(or(optimizer, d.optimizer()), alpha != null, epsilon != null);
        return new Settings(world, algorithm, or(threads, d.threads()), or(worlds, d.worlds()),
                or(seed, d.seed()), or(steps, d.steps()),
                scale(d), or(hidden, d.hidden()),
                or(optimizer, d.optimizer()),
                or(alpha, d.alpha()), or(epsilon, d.epsilon()), or(memory, d.memory()),
                or(schedule, d.schedule()), hyper(d.hyper()));
    }

    private Map<String, Number> hyper(Map<String, Number> defaults) {
        Chosen chosen = new Chosen(others).and("eta", eta).and("tMax", tMax).and("gamma", gamma)
                .and("beta", beta).and("valueCoefficient", valueCoefficient)
                .and("maxNorm", maxNorm);
        if (defaults.containsKey(REWARD_SCALE)) chosen.and(REWARD_SCALE, rewardScale);
        return chosen.in(algorithm, defaults);
    }

    /** What the world's rewards are multiplied by: nothing, if the algorithm does it itself. */
    private double scale(Settings d) {
        return d.hyper().containsKey(REWARD_SCALE) ? d.rewardScale()
                : or(rewardScale, d.rewardScale());
    }

    private static <V> V or(V chosen, V standard) {
        return chosen != null ? chosen : standard;
    }

    private void draw(Settings settings, RunFolder folder, Training training) {
        double mark = settings.findWorld().solvedAt();
        boolean drawn = Curve.draw(folder, settings.title(), training.rows(),
                Double.isNaN(mark) ? OptionalDouble.empty() : OptionalDouble.of(mark));
        if (!drawn) say("No curve was drawn: no episode has ended.");
    }

    private void conclude(Summary s, Settings settings, RunFolder folder, Training training) {
        double mark = settings.findWorld().solvedAt();
        say("%s %,d steps in %.1f s (%,.0f steps/s), %,d episodes.",
                s.ended().equals(Summary.INTERRUPTED) ? "Interrupted after" : "Trained for",
                s.steps(), s.seconds(), s.stepsPerSecond(), s.episodes());
        if (s.evaluation() == null) {
            say("The evaluation was interrupted. ./skein evaluate %s starts another.",
                    quoted(folder.path()));
        } else {
            sayEvaluation(s, mark);
        }
        if (telemetry) sayTelemetry(training);
        say("Files: %s", folder.path());
        say("Next:  ./skein watch %s", quoted(folder.path()));
    }

    private void sayEvaluation(Summary s, double mark) {
        if (!Double.isNaN(mark)) sayWhetherSolved(s, mark);
        Evaluation e = s.evaluation();
        say("Evaluation, %d episodes, %s: mean %s, min %s, max %s.", e.episodes(),
                e.greedy() ? "best actions" : "actions drawn from π", StatusText.amount(e.mean()),
                StatusText.amount(e.min()), StatusText.amount(e.max()));
    }

    private void sayTelemetry(Training training) {
        say("");
        for (String line : TelemetryTable.of(training.closing())) say("%s", line);
        say("");
    }

    /** As a shell reads it: in quotes if it has anything but plain characters. */
    static String quoted(Path path) {
        String text = (path.toString().startsWith("-") ? "./" : "") + path;   // else an option
        return text.matches("[\\w./+][\\w./~+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void sayWhetherSolved(Summary s, double mark) {
        if (s.solvedAtStep() == null) {
            say("Not solved: no evaluation of %d episodes reached a mean return of %s.",
                    s.evaluation().episodes(), number(mark));
        } else {
            say("Solved at T = %,d: mean return ≥ %s over %d evaluation episodes.",
                    s.solvedAtStep(), number(mark), s.evaluation().episodes());
        }
    }

    private static String number(double mark) {
        return BigDecimal.valueOf(mark).stripTrailingZeros().toPlainString();
    }

    private void say(String format, Object... values) {
        if (!quiet) screen.println(String.format(Locale.ROOT, format, values));
    }
}
