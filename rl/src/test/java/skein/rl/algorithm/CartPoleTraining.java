package skein.rl.algorithm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A3C on CartPole with the settings that the command line uses. */
record CartPoleTraining(ActorCriticNetwork network, Parameters theta, List<Parameters> snapshots,
                        SplittableGenerator rng) {
    static CartPoleTraining run(long seed, int threads, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 128);
        Parameters theta = network.layout().initialize(root.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps);
        A3C.Hyper hyper = new A3C.Hyper(20, 0.99, 0.001, 0.5, 40, 4e-3);
        List<Parameters> snapshots = new CopyOnWriteArrayList<>();
        T.every(10_000, at -> snapshots.add(theta.copy()));
        ActorLearners.run(T, threads, root.split(), (i, rng) -> new A3C(network, theta,
                optimizer.learner(i, threads), T, newWorld(), rng, hyper));
        return new CartPoleTraining(network, theta, snapshots, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new CartPole(), 500);
    }

    /** Of the last parameters. */
    Evaluation evaluation() {
        return evaluation(theta);
    }

    private Evaluation evaluation(Parameters parameters) {
        return Evaluation.of(network, parameters, newWorld(), rng.split(), 100, false);
    }

    /** The best mean return of any snapshot. */
    double best() {
        return snapshots.stream().mapToDouble(s -> evaluation(s).mean()).max().orElse(0);
    }
}
