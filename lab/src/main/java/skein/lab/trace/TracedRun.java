package skein.lab.trace;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Environment;
import skein.envs.RewardScale;
import skein.envs.World;
import skein.lab.setup.Method;
import skein.lab.setup.Optimizers;
import skein.lab.setup.Settings;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * A training of one actor-learner, watched: the same algorithm, the same chance and the same θ as
 * in {@code skein train} with one thread and this seed. The calling thread is the learner's.
 */
public final class TracedRun {
    /** Makes whoever explains the learner. */
    interface Explainer {
        Probe.Watcher of(Method method, Parameters theta);
    }

    private final Parameters theta;
    private final StepCounter T;
    private final Runnable learner;
    private int left;                        // updates until it is to stop

    /**
     * Puts it together, to be printed.
     *
     * @param settings of one thread
     * @param updates  after how many of them it stops, if T_max does not come before; at least 1
     * @param screen   where it prints; it stops too if nobody reads that any more
     */
    public TracedRun(Settings settings, int updates, PrintStream screen) {
        this(settings, updates, (method, theta) -> Traces.of(settings, method, theta,
                learnersRng(settings.seed()),
                new TracePage(screen, settings.findWorld().make().actionNames())),
                screen::checkError);
    }

    /** Puts it together, to be explained by somebody. */
    TracedRun(Settings settings, int updates, Explainer explainer) {
        this(settings, updates, explainer, () -> false);
    }

    private TracedRun(Settings settings, int updates, Explainer explainer, BooleanSupplier alone) {
        Method method = settings.method();
        theta = method.layout().initialize(ActorLearners.generator(settings.seed()).split());
        T = new StepCounter(settings.steps());
        left = updates;
        Probe probe = new Probe(theta, explainer.of(method, theta));
        probe.listenTo(T);
        Optimizer optimizer = probe.around(new Optimizers(settings, theta).learner(0));
        learner = method.learner(theta, optimizer.andThen((dTheta, eta) -> {
            if (--left == 0 || alone.getAsBoolean()) T.stop();
        }), T, () -> probe.around(world(settings)), learnersRng(settings.seed()));
    }

    /** A new generator each time, in the state in which Training gives it to its first learner. */
    private static RandomGenerator learnersRng(long seed) {
        SplittableGenerator root = ActorLearners.generator(seed);
        root.split();                        // was for θ
        return root.split().split();
    }

    private static Environment world(Settings settings) {
        World world = settings.findWorld();
        return settings.rewardScale() == 1 ? world.make()
                : new RewardScale(world.make(), settings.rewardScale());
    }

    /** Learns, and is explained. */
    public void run() {
        learner.run();
    }

    /** What is learned; not a copy. */
    Parameters theta() {
        return theta;
    }

    /** {@return the steps so far} */
    public long steps() {
        return T.get();
    }
}
