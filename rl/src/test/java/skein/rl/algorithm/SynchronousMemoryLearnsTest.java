package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.Masked;
import skein.envs.RewardScale;
import skein.envs.TimeLimit;
import skein.nn.Adam;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * PPO with an LSTM learns to balance a pole whose velocity it cannot see, without one not: see
 * {@link A3CMemoryLearnsTest}. Its one thread repeats bit for bit.
 */
class SynchronousMemoryLearnsTest {
    private static final int STEPS = 250_000;
    private static final PPO.Hyper HYPER = new PPO.Hyper(64, 4, 4, 0.99, 0.95, 0.2,
            Double.POSITIVE_INFINITY, 0, 0.01, 0, 0.5, 0.5, 2e-3);

    private static double mean(boolean lstm) {
        SplittableGenerator root = ActorLearners.generator(1);
        Trunk layers = Trunk.mlp(new Layout(), "trunk", 2, 32);
        ActorCriticNetwork network = new ActorCriticNetwork(lstm ? layers.withLstm(32) : layers, 2);
        Parameters theta = network.layout().initialize(root.split());
        Environment[] envs = new Environment[8];
        Arrays.setAll(envs, n -> new RewardScale(newWorld(), 0.1));
        new PPO(network, theta, new Adam(theta, 0.9, 0.999, 1e-5), new StepCounter(STEPS), envs,
                root.split(), HYPER).run();
        return Evaluation.of(network, theta, newWorld(), root.split(), 100, false).mean();
    }

    private static Environment newWorld() {
        return new TimeLimit(new Masked(new CartPole(), 0, 2), 500);
    }

    @Test void with_an_lstm_it_balances_the_pole_without_seeing_its_velocity() {
        double mean = mean(true);
        assertTrue(mean >= 150, "mean return " + mean);
    }

    @Test void without_memory_it_cannot() {
        double mean = mean(false);
        assertTrue(mean < 100, "mean return " + mean);
    }
}
