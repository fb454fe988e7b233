package skein.lab.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.World;
import skein.lab.run.Checkpoint;
import skein.lab.run.ProgressCsv;
import skein.lab.run.ProgressFiles;
import skein.lab.run.RunFolder;
import skein.lab.setup.Method;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.telemetry.Reading;
import skein.rl.thread.StepCounter;

/**
 * Writes down what the learners noted, and evaluates the parameters that they noted with it, in a
 * thread of its own, so that learning need not wait for either.
 */
final class Reporter {
    /**
     * What a learner noted.
     *
     * @param status    the state of the run
     * @param seconds   since its start
     * @param snapshot  a copy of θ to evaluate, or null
     * @param telemetry what each learner had done, or null
     */
    record Moment(LiveLine.Status status, double seconds, Parameters snapshot,
                  Reading telemetry) {
    }

    static final int EPISODES = 100;
    private static final long REFRESH_MILLIS = 100;
    private static final double SECONDS_BETWEEN_SAVES = 5;

    private final RunFolder folder;
    private final World world;
    private final Method method;
    private final SplittableGenerator rng;
    private final StepCounter T;
    private final boolean telemetry;
    private final Runnable refresh;
    private final BlockingQueue<Moment> moments = new LinkedBlockingQueue<>();
    private final List<ProgressCsv.Row> rows = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "reporter");
    private volatile boolean finishing;
    private volatile boolean unwanted;       // the last evaluation
    private Throwable failure;               // these are read after the thread has ended
    private Long solvedAtStep;
    private long savedAt;
    private double lastSave;

    Reporter(RunFolder folder, World world, Method method, SplittableGenerator rng,
             StepCounter T, boolean telemetry, Runnable refresh) {
        this.folder = folder;
        this.world = world;
        this.method = method;
        this.rng = rng;
        this.T = T;
        this.telemetry = telemetry;
        this.refresh = refresh;
    }

    void start() {
        thread.start();
    }

    void add(Moment moment) {
        moments.add(moment);
    }

    /** Writes what is left, and ends. */
    void finish() {
        finishing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    void rethrow() {
        if (failure instanceof Error error) throw error;
        if (failure instanceof RuntimeException e) throw e;
    }

    private void run() {
        try (ProgressFiles files = ProgressFiles.create(folder, telemetry)) {
            while (true) {
                boolean last = finishing;                    // read before the queue is found empty
                Moment moment = moments.poll(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                if (moment != null) write(moment, files);
                else if (last) return;
                refresh.run();
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            T.stop();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the reporter", e);
        }
    }

    private void write(Moment moment, ProgressFiles files) {
        LiveLine.Status s = moment.status();
        double evaluation = moment.snapshot() == null || T.stopped() ? Double.NaN
                : judge(moment.snapshot(), moment);
        ProgressCsv.Row row = new ProgressCsv.Row(s.steps(), moment.seconds(), speed(moment),
                s.episodes(), s.meanReturn100(), s.entropy(), s.eta(), evaluation);
        files.append(row, moment.telemetry());
        rows.add(row);
    }

    /** Steps per second since the row before. */
    private double speed(Moment moment) {
        boolean first = rows.isEmpty();
        double steps = moment.status().steps() - (first ? 0 : rows.get(rows.size() - 1).steps());
        return steps / (moment.seconds() - (first ? 0 : rows.get(rows.size() - 1).seconds()));
    }

    private double judge(Parameters snapshot, Moment moment) {
        if (snapshot.firstNotFinite() != null) return Double.NaN;      // the learners will say so
        if (moment.seconds() - lastSave > SECONDS_BETWEEN_SAVES) {
            save(snapshot, moment.status().steps());
            lastSave = moment.seconds();
        }
        if (Double.isNaN(world.solvedAt())) return Double.NaN;
        Evaluation evaluation = evaluate(snapshot, moment.status().steps(), T::stopped);
        return evaluation == null ? Double.NaN : evaluation.mean();
    }

    /** Saves θ of so many steps. By the thread; or by another, before it starts or after. */
    void save(Parameters theta, long steps) {
        Checkpoint.save(folder.parameters(), theta);
        savedAt = steps;
    }

    /** T of the parameters that the folder holds. */
    long savedAt() {
        return savedAt;
    }

    /**
     * Plays {@link #EPISODES} episodes with θ of so many steps in a world of its own, actions drawn
     * from π; null if it was to stop evaluating before they ended.
     */
    Evaluation evaluate(Parameters theta, long steps) {
        return evaluate(theta, steps, () -> unwanted);
    }

    private Evaluation evaluate(Parameters theta, long steps, BooleanSupplier unwanted) {
        Evaluation evaluation = Evaluation.of(method.agent(theta, false),
                new Hurried(world.make(), unwanted), rng.split(), EPISODES);
        if (unwanted.getAsBoolean()) return null;
        if (solvedAtStep == null && evaluation.mean() >= world.solvedAt()) solvedAtStep = steps;
        return evaluation;
    }

    /** Nobody waits for the last evaluation any more. From any thread. */
    void stopEvaluating() {
        unwanted = true;
    }

    boolean stoppedEvaluating() {
        return unwanted;
    }

    /** T of the first evaluation that reached the world's mark, or null. */
    Long solvedAtStep() {
        return solvedAtStep;
    }

    List<ProgressCsv.Row> rows() {
        return rows;
    }
}
