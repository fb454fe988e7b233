package skein.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import skein.envs.Episode;
import skein.envs.World;
import skein.lab.notebook.Film;
import skein.lab.setup.Method;
import skein.lab.watch.Moment;
import skein.lab.watch.Performance;
import skein.lab.watch.Stage;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.policy.Agent;
import skein.rl.thread.ActorLearners;

/** What came of an {@link Experiment}. */
public final class Trained {
    private static final int MOST_FPS = 25;

    /**
     * A point of the learning curve.
     *
     * @param steps T
     * @param mean  return of the last 20 training episodes; NaN before the first has ended
     */
    public record Point(long steps, double mean) {
    }

    private final World world;
    private final Method method;
    private final Parameters theta;
    private final List<Point> points;
    private final double[] returns;
    private final long steps;
    private final double seconds;

    Trained(World world, Method method, Parameters theta, List<Point> points, double[] returns,
            long steps, double seconds) {
        this.world = world;
        this.method = method;
        this.theta = theta;
        this.points = points;
        this.returns = returns;
        this.steps = steps;
        this.seconds = seconds;
    }

    /** {@return θ, not a copy} */
    public Parameters theta() {
        return theta;
    }

    /** {@return the learning curve, a point for every hundredth of the steps} */
    public List<Point> curve() {
        return points;
    }

    /** {@return the returns of all training episodes, in the order of their ends; a new array} */
    public double[] returns() {
        return returns.clone();
    }

    /** {@return T at the end} */
    public long steps() {
        return steps;
    }

    /** {@return steps of all threads a second} */
    public double stepsPerSecond() {
        return steps / seconds;
    }

    /**
     * {@return T at the first point of the curve that reached a mark; NaN if none did}
     *
     * @param mark a mean return
     */
    public double stepsTo(double mark) {
        return points.stream().filter(point -> point.mean() >= mark).mapToDouble(Point::steps)
                .findFirst().orElse(Double.NaN);
    }

    /**
     * {@return somebody who acts by what was learned; belongs to one thread}
     *
     * @param greedy whether to do what seems best; otherwise actions are drawn as in training
     */
    public Agent agent(boolean greedy) {
        return method.agent(theta, greedy);
    }

    /**
     * {@return the mean return of episodes that were not trained on, actions drawn}
     *
     * @param episodes how many, ≥ 1
     * @param seed     of all chance
     */
    public Evaluation evaluate(int episodes, long seed) {
        return Evaluation.of(agent(false), world.make(), ActorLearners.generator(seed), episodes);
    }

    /**
     * {@return an episode as a film: what the agent sees, what a person sees, and what it makes of
     * that}
     *
     * @param seed of all chance
     * @param most how many pictures at most; about 100 are enough
     */
    public Film film(long seed, int most) {
        Film film = new Film(Math.min(MOST_FPS, world.pace()));
        Stage stage = new Stage() {
            @Override public void show(Moment moment) {
                if (isOpen()) film.add(moment.picture());
            }

            @Override public boolean isOpen() {
                return film.pictures() < most;
            }
        };
        try {
            new Performance(world, agent(false), ActorLearners.generator(seed)).play(1, stage);
        } catch (IOException e) {
            throw new UncheckedIOException("A film in memory cannot fail to be written.", e);
        }
        return film;
    }

    /** Keeps what the learners' threads tell it. */
    static final class Recorder {
        private static final int WINDOW = 20;                // episodes

        private final Experiment.Listener listener;
        private final List<Double> returns = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();

        Recorder(Experiment.Listener listener) {
            this.listener = listener;
        }

        synchronized void add(Episode episode) {
            returns.add(episode.totalReward());
        }

        synchronized void mark(long steps) {
            int n = returns.size();
            double mean = returns.subList(Math.max(0, n - WINDOW), n).stream()
                    .mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            points.add(new Point(steps, mean));
            listener.at(steps, mean);
        }

        synchronized List<Point> points() {
            return List.copyOf(points);
        }

        synchronized double[] returns() {
            return returns.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
