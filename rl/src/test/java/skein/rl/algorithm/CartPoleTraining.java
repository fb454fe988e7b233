package skein.rl.algorithm;

import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A3C on CartPole with the settings that the command line uses. */
record CartPoleTraining(Parameters theta, Evaluation evaluation) {
    static CartPoleTraining run(long seed, int threads, long steps) {
        SplittableGenerator root = ActorLearners.generator(seed);
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 128);
        Parameters theta = network.layout().initialize(root.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps);
        A3C.Hyper hyper = new A3C.Hyper(20, 0.99, 0.001, 0.5, 40, 4e-3);
        ActorLearners.run(T, threads, root.split(), (i, rng) -> new A3C(network, theta,
                optimizer.learner(i, threads), T, new TimeLimit(new CartPole(), 500), rng, hyper));
        return new CartPoleTraining(theta, Evaluation.of(network, theta,
                new TimeLimit(new CartPole(), 500), root.split(), 100, false));
    }
}
