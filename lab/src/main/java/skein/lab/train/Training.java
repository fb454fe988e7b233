package skein.lab.train;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Environment;
import skein.envs.EpisodeMonitor;
import skein.envs.RewardScale;
import skein.envs.World;
import skein.lab.error.Diverged;
import skein.lab.error.UserError;
import skein.lab.run.ProgressCsv;
import skein.lab.run.RunFolder;
import skein.lab.run.Summary;
import skein.lab.run.TelemetrySummary;
import skein.lab.setup.Method;
import skein.lab.setup.Optimizers;
import skein.lab.setup.Settings;
import skein.nn.LinearAnnealing;
import skein.nn.NotFiniteException;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.telemetry.Learner;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.Reading;
import skein.rl.telemetry.Telemetry;
import skein.rl.thread.ActorLearnerException;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.NotStartedException;
import skein.rl.thread.StepCounter;
import skein.tensor.Kernels;

/**
 * One training run, from settings to files.
 *
 * <p>The learners only learn. At every {@link #rowInterval}th step the learner whose step it was
 * notes the moment; the reporter, a thread of its own, evaluates and writes what was noted.
 */
public final class Training {
    private static final int ROWS = 120;                     // of progress.csv
    private static final int ROWS_PER_EVALUATION = 4;

    private final Settings settings;
    private final World world;
    private final RunFolder folder;
    private final LiveLine line;
    private final Method method;
    private final Parameters theta;
    private final Optimizers optimizers;
    private final List<Learner> learners = new CopyOnWriteArrayList<>();
    private final StepCounter T;
    private final LinearAnnealing eta;
    private final SplittableGenerator learnersRng;
    private final Telemetry telemetry;       // null if it is not asked for
    private final Reporter reporter;
    private final EpisodeStatistics episodes = new EpisodeStatistics();
    private long startNanos;
    private volatile double seconds;         // of training; 0 until it has ended
    private Reading closing;                 // null until then, or without telemetry

    /**
     * Puts a run together; {@link #run} starts it.
     *
     * @param settings  checked
     * @param telemetry whether to count what each learner does
     * @param folder    of the run; nothing is in it yet
     * @param line      where it is shown; closed at the end
     */
    public Training(Settings settings, boolean telemetry, RunFolder folder, LiveLine line) {
        this.settings = settings;
        this.folder = folder;
        this.line = line;
        world = settings.findWorld();
        SplittableGenerator root = ActorLearners.generator(settings.seed());
        method = settings.method();
        theta = method.layout().initialize(root.split()).withMemory(settings.memoryMode());
        learnersRng = root.split();
        T = new StepCounter(settings.steps(), settings.threadSchedule());
        optimizers = new Optimizers(settings, theta);
        eta = new LinearAnnealing(settings.hyper().get("eta").doubleValue(), settings.steps());
        this.telemetry = telemetry ? new Telemetry(theta, settings.threads()) : null;
        reporter = new Reporter(folder, world, method, root.split(), T, telemetry,
                () -> line.update(status()));
        T.every(rowInterval(), this::note);
    }

    private long rowInterval() {
        return Math.max(1, settings.steps() / ROWS);
    }

    /** {@return the algorithm, put together for this run} */
    public Method method() {
        return method;
    }

    /** {@return θ, which the learners share} */
    public Parameters theta() {
        return theta;
    }

    /** Ends training early; in the evaluation after it, ends that. From any thread. */
    public void stop() {
        if (seconds > 0) reporter.stopEvaluating();
        else T.stop();
    }

    /** {@return whether what goes on now, training or the evaluation after it, is to end early} */
    public boolean stopped() {
        return seconds > 0 ? reporter.stoppedEvaluating() : T.stopped();
    }

    /**
     * Trains, evaluates, and writes everything into the folder.
     *
     * @return what came of it
     * @throws Diverged  if something became NaN or infinite; the folder keeps what was saved before
     * @throws UserError if the system refuses so many threads, or the disk a file
     */
    public Summary run() {
        folder.writeConfig(settings);
        reporter.save(theta, 0);
        startNanos = System.nanoTime();
        reporter.start();
        RuntimeException failure = learn();
        seconds = secondsSoFar();
        closing = telemetry();
        reporter.add(new Reporter.Moment(status(), seconds, null, closing));
        reporter.finish();
        line.close();
        if (failure != null) throw diagnosed(failure);
        try {
            return conclude();
        } catch (UserError e) {              // a full disk, say
            throw new UserError(String.format(Locale.ROOT, "%s Training ended at T = %,d; %s "
                    + "holds θ of T = %,d.", e.getMessage(), T.get(), folder.parameters(),
                    reporter.savedAt()), e);
        }
    }

    private RuntimeException learn() {
        try {
            ActorLearners.run(T, settings.threads(), learnersRng, this::learner);
            return null;
        } catch (ActorLearnerException | NotStartedException e) {
            return e;                        // first the reporter writes what was noted until then
        }
    }

    private Runnable learner(int i, RandomGenerator rng) {
        Learner learner = telemetry != null ? watched(i, telemetry.learner(i), rng)
                : method.learner(theta, T.scheduled(optimizers.learner(i)), T,
                () -> scaled(makeWorld()), rng);
        learners.add(learner);
        return learner;
    }

    /** The same learner, which does not know that somebody counts. */
    private Learner watched(int i, LearnerTelemetry watch, RandomGenerator rng) {
        Learner learner = method.learner(watch.around(theta),
                T.scheduled(watch.around(optimizers.learner(i))), T,
                () -> scaled(watch.around(makeWorld())), rng);
        watch.ask(learner.sources());
        return learner;
    }

    private Environment makeWorld() {
        return new EpisodeMonitor(world.make(), episodes::add);
    }

    private Environment scaled(Environment env) {
        return settings.rewardScale() == 1 ? env : new RewardScale(env, settings.rewardScale());
    }

    /** Synchronized, and T read inside: the moments are noted in the order of their steps. */
    private synchronized void note(long tick) {
        if (tick > settings.steps()) return;                 // the last segments; the end is noted
        boolean evaluate = tick % (rowInterval() * ROWS_PER_EVALUATION) == 0;
        reporter.add(new Reporter.Moment(status(), secondsSoFar(),
                evaluate ? theta.copy() : null, telemetry()));
    }

    /** {@return what the learners have done so far, or null if nobody counts} */
    Reading telemetry() {
        return telemetry == null ? null : telemetry.read(secondsSoFar());
    }

    private LiveLine.Status status() {
        long steps = T.get();
        double entropy = learners.stream().mapToDouble(l -> l.sources().entropy()).average()
                .orElse(Double.NaN);
        return new LiveLine.Status(steps, settings.steps(), steps / secondsSoFar(),
                episodes.count(), episodes.mean(), entropy, eta.at(steps));
    }

    private double secondsSoFar() {
        return seconds > 0 ? seconds : (System.nanoTime() - startNanos) * 1e-9;
    }

    /** Files first, then the evaluation: whoever cannot wait for that loses nothing. */
    private Summary conclude() {
        String broken = theta.firstNotFinite();
        if (broken != null) {
            throw diverged("The parameter " + broken + " became NaN or infinite", null);
        }
        reporter.save(theta, T.get());                       // also if a row could not be written
        reporter.rethrow();
        String ended = T.get() > settings.steps() ? Summary.COMPLETED : Summary.INTERRUPTED;
        folder.writeSummary(summary(reporter.solvedAtStep(), null, ended));
        Evaluation evaluation = reporter.evaluate(theta, T.get());       // null if it was stopped
        Summary summary = summary(reporter.solvedAtStep(), evaluation, ended);
        folder.writeSummary(summary);
        return summary;
    }

    private Summary summary(Long solvedAtStep, Evaluation evaluation, String ended) {
        return new Summary(settings.world(), settings.algorithm(), settings.threads(),
                settings.seed(), Kernels.create().toString(), T.get(), episodes.count(), seconds,
                T.get() / seconds, solvedAtStep, evaluation, ended,
                TelemetrySummary.of(closing));
    }

    /** A failure that is the user's to understand becomes a sentence; any other stays as it is. */
    private RuntimeException diagnosed(RuntimeException e) {
        if (e instanceof NotStartedException) return new UserError(e.getMessage(), e);
        if (!(e.getCause() instanceof NotFiniteException)) return e;
        String what = e.getCause().getMessage().replaceAll("\\.$", "");
        String broken = theta.firstNotFinite();
        return diverged(broken == null ? what : what + ", as the parameter " + broken + " is", e);
    }

    private Diverged diverged(String what, Throwable cause) {
        folder.writeSummary(summary(reporter.solvedAtStep(), null, Summary.DIVERGED));
        return new Diverged(String.format(Locale.ROOT, "%s at T = %,d. Training was stopped; "
                + "%s holds θ of T = %,d. Try a smaller --eta, --beta or --value-coefficient.",
                what, T.get(), folder.parameters(), reporter.savedAt()), cause);
    }

    /** {@return what the learners had done at the end of the run, or null without telemetry} */
    public Reading closing() {
        return closing;
    }

    /** {@return the rows of progress.csv, for the curve; after the run} */
    public List<ProgressCsv.Row> rows() {
        return reporter.rows();
    }
}
