package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Adam;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.Telemetry;
import skein.rl.thread.StepCounter;

/**
 * After warm-up, acting and learning allocate nothing. The world here allocates nothing either.
 * While the JVM compiles it allocates a few hundred bytes in our name, some time; hence several
 * windows, of which one must be free of them.
 */
class AllocationTest {
    private static final int WINDOW = 20_000;                // steps
    private static final int WINDOWS = 10;

    /** Hands out the same four steps again and again; its episodes have 1, 2, ... 7 steps. */
    private static final class StillWorld implements Environment {
        private final float[] s = {0.1f, -0.2f, 0.3f, -0.4f};
        private final Step inside = new Step(s, 1, false, false);
        private final Step terminated = new Step(s, 1, true, false);
        private final Step truncated = new Step(s, 1, false, true);
        private final com.sun.management.ThreadMXBean bean =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        private int episode;
        private int t;
        private int steps;
        private long before;
        private long fewest = Long.MAX_VALUE;                // bytes in a window

        @Override public Box observationSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public Discrete actionSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public float[] reset(RandomGenerator rng) {
            t = 0;
            episode++;
            return s;
        }

        @Override public Step step(float[] action) {
            return step(0);
        }

        @Override public Step step(int action) {
            if (steps++ % WINDOW == 0) {
                long now = bean.getCurrentThreadAllocatedBytes();
                if (steps > 1) fewest = Math.min(fewest, now - before);
                before = now;
            }
            if (++t < 1 + episode % 7) return inside;
            return episode % 2 == 0 ? terminated : truncated;
        }
    }

    private final StillWorld world = new StillWorld();
    private final StepCounter T = new StepCounter(WINDOW * WINDOWS + 1);
    private final SplittableRandom rng = new SplittableRandom(1);

    private Optimizer optimizer(Parameters theta) {
        return new SharedRmsProp(theta, 0.99, 0.1).learner(0, 1);
    }

    @Test void twenty_thousand_steps_allocate_0_bytes() {
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 32);
        Parameters theta = network.layout().initialize(rng);
        new A3C(network, theta, optimizer(theta), T, world, rng, A3C.Hyper.PAPER).run();
        assertEquals(0, world.fewest);
    }

    @Test void telemetry_counts_without_allocating() {
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 32);
        Parameters theta = network.layout().initialize(rng);
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        A3C learner = new A3C(network, watch.around(theta), watch.around(optimizer(theta)), T,
                watch.around(world), rng, A3C.Hyper.PAPER);
        watch.ask(learner.sources());
        learner.run();
        assertEquals(0, world.fewest);
        assertEquals(T.get(), watch.read().t());
    }

    @Test void with_an_lstm_too() {
        ActorCriticNetwork network = new ActorCriticNetwork(
                Trunk.mlp(new Layout(), "trunk", 4, 16).withLstm(8), 2);
        Parameters theta = network.layout().initialize(rng);
        new A3C(network, theta, optimizer(theta), T, world, rng, A3C.Hyper.PAPER).run();
        assertEquals(0, world.fewest);
    }

    @Test void with_continuous_actions_and_whole_episodes_too() {
        Layout layout = new Layout();
        GaussianNetwork network = new GaussianNetwork(
                Trunk.mlp(layout, "policy", 4, 16).withLstm("policy.lstm", 8),
                Trunk.mlp(layout, "critic", 4, 16).withLstm("critic.lstm", 8), 2);
        Parameters theta = network.layout().initialize(rng);
        new A3CContinuous(network, theta, optimizer(theta), T, world, rng,
                A3CContinuous.Hyper.PAPER).run();
        assertEquals(0, world.fewest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-step Q", "one-step Sarsa", "n-step Q"})
    void the_q_methods_too(String name) {
        QNetwork network = QNetwork.dueling(Trunk.mlp(new Layout(), "trunk", 4, 32), 2);
        Parameters theta = network.layout().initialize(rng);
        Parameters minus = theta.copy();
        Runnable learner = switch (name) {
            case "one-step Q" -> new OneStepQ(network, theta, minus, optimizer(theta), T, world,
                    rng, OneStepQ.Hyper.PAPER);
            case "one-step Sarsa" -> new OneStepSarsa(network, theta, minus, optimizer(theta), T,
                    world, rng, OneStepSarsa.Hyper.PAPER);
            default -> new NStepQ(network, theta, minus, optimizer(theta), T, world, rng,
                    NStepQ.Hyper.PAPER);
        };
        learner.run();
        assertEquals(0, world.fewest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A2C", "PPO"})
    void the_synchronous_methods_too(String name) {
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 32);
        Parameters theta = network.layout().initialize(rng);
        Environment[] worlds = {world, new StillWorld()};
        PPO.Hyper everything = new PPO.Hyper(32, 2, 3, 0.99, 0.95, 0.2, 0.2, 1, 0.01, 0.01, 0.5,
                0.5, 1e-3);
        Runnable learner = name.equals("A2C")
                ? new A2C(network, theta, optimizer(theta), T, worlds, rng, A2C.Hyper.PAPER)
                : new PPO(network, theta, new Adam(theta, 0.9, 0.999, 1e-5), T, worlds, rng,
                everything);
        learner.run();
        assertEquals(0, world.fewest);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dqn_and_its_variants_too(boolean prioritizedDouble) {
        QNetwork network = QNetwork.dueling(Trunk.mlp(new Layout(), "trunk", 4, 32), 2);
        Parameters theta = network.layout().initialize(rng);
        DQN.Hyper hyper = new DQN.Hyper(1_000, 100, 8, 4, 500, 0.99, 1_000, 0.1,
                prioritizedDouble ? 0.6 : 0, 0.4, 1, 10, 1e-3);
        new DQN(network, theta, theta.copy(), new Adam(theta, 0.9, 0.999, 1e-8), T, world, rng,
                hyper, prioritizedDouble).run();
        assertEquals(0, world.fewest);
    }
}
