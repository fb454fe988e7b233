package skein.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * A3C on CartPole-v1 with the settings of {@code ./skein train}, without its files: what the
 * measurements run.
 *
 * @param network        its definition
 * @param theta          its last parameters
 * @param snapshots      its parameters at every {@link #INTERVAL}th step
 * @param rng            for evaluations
 */
record CartPoleRun(ActorCriticNetwork network, Parameters theta, List<Snapshot> snapshots,
                   SplittableGenerator rng) {
    /** Parameters at a step. */
    record Snapshot(long steps, Parameters theta) {
    }

    static final int INTERVAL = 10_000;
    private static final A3C.Hyper HYPER = new A3C.Hyper(20, 0.99, 1e-3, 0.5, 40, 4e-3);
    private static final int EPISODES = 100;

    static ActorCriticNetwork newNetwork() {
        return new ActorCriticNetwork(4, 2, 128);
    }

    static SharedRmsProp newOptimizer(Parameters theta) {
        return new SharedRmsProp(theta, 0.99, 0.01);
    }

    static Environment newWorld() {
        return new TimeLimit(new CartPole(), 500);
    }

    static CartPoleRun train(long seed, int threads, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        ActorCriticNetwork network = newNetwork();
        Parameters theta = network.layout().initialize(root.split());
        SharedRmsProp optimizer = newOptimizer(theta);
        StepCounter T = new StepCounter(steps);
        List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
        T.every(INTERVAL, at -> snapshots.add(new Snapshot(at, theta.copy())));
        ActorLearners.run(T, threads, root.split(), (i, rng) -> new A3C(network, theta,
                optimizer.learner(i, threads), T, newWorld(), rng, HYPER));
        return new CartPoleRun(network, theta, snapshots, root.split());
    }

    /** 100 episodes, actions drawn from π. */
    Evaluation evaluate(Parameters parameters) {
        return Evaluation.of(network, parameters, newWorld(), rng.split(), EPISODES, false);
    }
}
