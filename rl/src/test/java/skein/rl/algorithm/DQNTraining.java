package skein.rl.algorithm;

import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.Adam;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.QAgent;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A variant of DQN on CartPole. */
record DQNTraining(QNetwork network, Parameters theta, SplittableGenerator rng) {
    enum Variant { PLAIN, DOUBLE, DUELING, PRIORITIZED }

    static DQNTraining run(Variant variant, long seed, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Trunk trunk = Trunk.mlp(new Layout(), "trunk", 4, 128);
        QNetwork network = variant == Variant.DUELING ? QNetwork.dueling(trunk, 2)
                : new QNetwork(trunk, 2);
        Parameters theta = network.layout().initialize(root.split());
        boolean prioritized = variant == Variant.PRIORITIZED;
        DQN.Hyper hyper = new DQN.Hyper(100_000, 1_000, 64, 8, 1_000, 0.99, 50_000, 0.05,
                prioritized ? 0.6 : 0, prioritized ? 0.4 : 1, Double.POSITIVE_INFINITY, 10, 2e-3);
        new DQN(network, theta, theta.copy(), new Adam(theta, 0.9, 0.999, 1e-8),
                new StepCounter(steps), newWorld(), root.split(), hyper,
                variant == Variant.DOUBLE).run();
        return new DQNTraining(network, theta, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new CartPole(), 500);
    }

    /** Of the last parameters, greedily. */
    Evaluation evaluation() {
        return Evaluation.of(new QAgent(network, theta, 0), newWorld(), rng.split(), 100);
    }
}
