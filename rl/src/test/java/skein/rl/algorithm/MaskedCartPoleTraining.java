package skein.rl.algorithm;

import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.Masked;
import skein.envs.RewardScale;
import skein.envs.TimeLimit;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * A3C on CartPole with both velocities hidden, one thread, with an LSTM or without.
 *
 * <p>It learns from a tenth of each reward. From whole ones, with all else equal, it stays at about
 * 60 steps, LSTM or not.
 */
record MaskedCartPoleTraining(ActorCriticNetwork network, Parameters theta,
                              SplittableGenerator rng) {
    private static final A3C.Hyper HYPER = new A3C.Hyper(20, 0.99, 0.001, 0.5, 40, 2e-3);

    static MaskedCartPoleTraining run(long seed, boolean lstm, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Trunk layers = Trunk.mlp(new Layout(), "trunk", 2, 64);
        ActorCriticNetwork network = new ActorCriticNetwork(lstm ? layers.withLstm(64) : layers, 2);
        Parameters theta = network.layout().initialize(root.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.001);
        StepCounter T = new StepCounter(steps);
        ActorLearners.run(T, 1, root.split(), (i, rng) -> new A3C(network, theta,
                optimizer.learner(0, 1), T, new RewardScale(newWorld(), 0.1), rng, HYPER));
        return new MaskedCartPoleTraining(network, theta, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new Masked(new CartPole(), 0, 2), 500);
    }

    /** Of the last parameters. */
    Evaluation evaluation(boolean greedy) {
        return Evaluation.of(network, theta, newWorld(), rng.split(), 100, greedy);
    }
}
