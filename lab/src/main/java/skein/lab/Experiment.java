package skein.lab;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.EpisodeMonitor;
import skein.envs.RewardScale;
import skein.envs.World;
import skein.lab.error.UserError;
import skein.lab.notebook.Line;
import skein.lab.notebook.Plot;
import skein.lab.setup.Hypers;
import skein.lab.setup.Method;
import skein.lab.setup.Optimizers;
import skein.lab.setup.Settings;
import skein.lab.trace.ActorCriticLines;
import skein.nn.Parameters;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * A training that leaves no files, for notebooks: an algorithm on a world, with the settings of
 * {@code ./skein train} unless others are chosen. Nothing changes an experiment: each choice makes
 * a new one.
 *
 * <pre>{@code
 * Experiment a3c = Experiment.of("cartpole", "a3c").with("threads", 2).with("tMax", 5);
 * Show.live(plot, () -> {
 *     for (int seed = 1; seed <= 3; seed++) a3c.seed(seed).train(plot, "t_max = 5");
 * });
 * }</pre>
 */
public final class Experiment {
    private static final int POINTS = 100;                   // of a curve

    private final Settings settings;

    private Experiment(Settings settings) {
        this.settings = settings;
    }

    /**
     * {@return an experiment with the settings that are known to work}
     *
     * @param world     a name as in {@code ./skein list}
     * @param algorithm a name as in {@code ./skein list}
     */
    public static Experiment of(String world, String algorithm) {
        return new Experiment(Settings.defaults(world, algorithm));
    }

    /**
     * {@return the same with another seed, of which everything random is split}
     *
     * @param seed any number
     */
    public Experiment seed(long seed) {
        return with("seed", seed);
    }

    /**
     * {@return the same for another number of steps}
     *
     * @param steps T_max ≥ 1
     */
    public Experiment steps(long steps) {
        return with("steps", steps);
    }

    /**
     * {@return the same with another setting}
     *
     * @param name  of a run, such as threads, worlds, optimizer, hidden, memory, schedule, as in
     *              config.json; or of the algorithm, such as tMax, gamma, beta, eta
     * @param value a number, a string or an array, as the setting is
     */
    public Experiment with(String name, Object value) {
        RecordComponent[] components = Settings.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean known = false;
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getAccessor().invoke(settings);
                if (!components[i].getName().equals(name)) continue;
                values[i] = converted(name, value, types[i]);
                known = true;
            }
            return known ? new Experiment(Settings.class.getDeclaredConstructor(types)
                    .newInstance(values)) : set(name, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a record has accessors and a constructor", e);
        }
    }

    /** A whole number will do for a fraction, and an int for a long. */
    private static Object converted(String name, Object value, Class<?> type) {
        if (value instanceof Number number) {
            if (type == double.class) return number.doubleValue();
            boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
            if (type == long.class && whole) return number.longValue();
            if (type == int.class && number.intValue() == number.doubleValue()) {
                return number.intValue();
            }
        }
        if (type.isInstance(value)) return value;
        throw new UserError(name + " must be of type " + type.getSimpleName() + ", but got " + value
                + ".");
    }

    /**
     * {@return the same with another setting of the algorithm, also where one of the run has the
     * same name: {@code epsilon} is PPO's, and that of RMSProp}
     *
     * @param name  such as tMax, gamma, beta, eta
     * @param value a number
     */
    public Experiment set(String name, Object value) {
        if (!(value instanceof Number number)) {
            throw new UserError(name + " must be a number, but got " + value + ".");
        }
        return with("hyper", Hypers.changed(settings.algorithm(), settings.hyper(),
                Map.of(name, number)));
    }

    /**
     * {@return a setting of the algorithm}
     *
     * @param name such as tMax, gamma, beta, eta
     */
    public Number get(String name) {
        Number value = settings.hyper().get(name);
        if (value == null) {
            throw new UserError(settings.algorithm() + " has no setting " + name + ". It has "
                    + String.join(", ", settings.hyper().keySet()) + ".");
        }
        return value;
    }

    /**
     * Trains to the end. If the calling thread is interrupted, training stops early.
     *
     * @return what came of it
     * @throws skein.rl.thread.ActorLearnerException if a learner failed
     * @throws skein.rl.thread.NotStartedException   if the system refuses so many threads
     */
    public Trained train() {
        return train((T, mean) -> { });
    }

    /**
     * Trains, and draws the mean return of the last 20 training episodes at every hundredth of
     * the steps.
     *
     * @param plot where to; any thread may show it meanwhile
     * @param name of the line; the seed is the number of its run
     * @return what came of it
     */
    public Trained train(Plot plot, String name) {
        return train((T, mean) -> plot.add(name, settings.seed(), T, mean));
    }

    /**
     * Trains, and tells how far it has come.
     *
     * @param listener hears of every hundredth of the steps
     * @return what came of it
     */
    public Trained train(Listener listener) {
        settings.check();
        World world = settings.findWorld();
        Method method = settings.method();
        SplittableGenerator root = ActorLearners.generator(settings.seed());
        Parameters theta = method.layout().initialize(root.split())
                .withMemory(settings.memoryMode());
        Optimizers optimizers = new Optimizers(settings, theta);
        StepCounter T = new StepCounter(settings.steps(), settings.threadSchedule());
        Trained.Recorder recorder = new Trained.Recorder(listener);
        T.every(Math.max(1, settings.steps() / POINTS), recorder::mark);
        long start = System.nanoTime();
        ActorLearners.run(T, settings.threads(), root.split(), (i, rng) -> method.learner(theta,
                T.scheduled(optimizers.learner(i)), T, () -> new RewardScale(new EpisodeMonitor(
                        world.make(), recorder::add), settings.rewardScale()), rng));
        return new Trained(world, method, theta, recorder.points(), recorder.returns(), T.get(),
                (System.nanoTime() - start) * 1e-9);
    }

    /**
     * {@return what each line of A3C did in one of its updates, in the order of execution; the
     * learner is the only one, as with one thread}
     *
     * @param update which, from 1
     */
    public List<Line> lines(int update) {
        if (!settings.algorithm().equals("a3c") || update < 1) {
            throw new UserError("There are lines of an update of a3c, from 1 on, but not of update "
                    + update + " of " + settings.algorithm() + ".");
        }
        return ActorCriticLines.of(with("threads", 1).settings.check(), update);
    }

    /** Hears how training goes. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called by a learner; by one at a time.
         *
         * @param T    environment steps of all threads so far
         * @param mean return of the last 20 training episodes; NaN before the first has ended
         */
        void at(long T, double mean);
    }

    /** For example: A3C on cartpole, 2 threads, seed 1. */
    @Override public String toString() {
        return settings.title();
    }
}
