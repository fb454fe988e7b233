package skein.rl.algorithm;

import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Environment;
import skein.envs.Pendulum;
import skein.envs.TimeLimit;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.GaussianAgent;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A3C with continuous actions on Pendulum, one thread. */
record PendulumTraining(GaussianNetwork network, Parameters theta, SplittableGenerator rng) {
    private static final A3CContinuous.Hyper HYPER =
            new A3CContinuous.Hyper(20, 1, 0.9, 1e-3, 0, 1, 0.02, 40, 1e-3);

    static PendulumTraining run(long seed, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Layout layout = new Layout();
        GaussianNetwork network = new GaussianNetwork(Trunk.mlp(layout, "policy", 3, 64),
                Trunk.mlp(layout, "critic", 3, 64), 1);
        Parameters theta = network.layout().initialize(root.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps);
        ActorLearners.run(T, 1, root.split(), (i, rng) -> new A3CContinuous(network, theta,
                optimizer.learner(0, 1), T, newWorld(), rng, HYPER));
        return new PendulumTraining(network, theta, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new Pendulum(), 200);
    }

    /** Of the last parameters, taking the mean action or drawing one. */
    Evaluation evaluation(boolean greedy) {
        return Evaluation.of(new GaussianAgent(network, theta, greedy), newWorld(), rng.split(),
                100);
    }
}
