package skein.rl.algorithm;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A synchronous method on some CartPoles. */
record SynchronousTraining(ActorCriticNetwork network, Parameters theta, SplittableGenerator rng) {
    /**
     * Found by trying; for 16 worlds, RMSProp with ε = 0.01, and 500,000 steps. η is larger than
     * for A3C because ε is large beside the square of a mean.
     */
    static final A2C.Hyper A2C = new A2C.Hyper(5, 0.99, 1, 0.001, 0.5, 40, 1.2e-2);
    /** Found by trying; for 8 worlds, Adam with ε = 1e-5, and 500,000 steps. */
    static final PPO.Hyper PPO = new PPO.Hyper(32, 4, 4, 0.99, 0.95, 0.2,
            Double.POSITIVE_INFINITY, 0, 0.01, 0, 0.5, 0.5, 2.5e-3);
    /** The same with the penalty instead of the clipped objective. */
    static final PPO.Hyper PPO_KL = new PPO.Hyper(32, 4, 4, 0.99, 0.95,
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 0.01, 0, 0.5, 0.5, 2.5e-3);

    /** Makes a learner of the method. */
    interface Method {
        Runnable learner(ActorCriticNetwork network, Parameters theta, StepCounter T,
                         Environment[] envs, RandomGenerator rng);
    }

    static SynchronousTraining run(long seed, int worlds, long steps, Method method) {
        SplittableGenerator root = ActorLearners.generator(seed);
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 128);
        Parameters theta = network.layout().initialize(root.split());
        Environment[] envs = new Environment[worlds];
        Arrays.setAll(envs, n -> newWorld());
        method.learner(network, theta, new StepCounter(steps), envs, root.split()).run();
        return new SynchronousTraining(network, theta, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new CartPole(), 500);
    }

    /** Of the last parameters. */
    Evaluation evaluation() {
        return Evaluation.of(network, theta, newWorld(), rng.split(), 100, false);
    }
}
