package skein.lab;

import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.TimeLimit;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/**
 * A3C to be stepped through with a debugger: three updates of one actor-learner on the main thread,
 * with reference kernels and with a network so small that θ fits on a line. No options, no files.
 * docs/STEPPING-THROUGH.md says where to stop and what there is to see.
 */
public final class StepThrough {
    private static final int HIDDEN = 3;                     // units; 27 parameters in all
    private static final long STEPS = 14;                    // T_max: 5 + 5 + 5 exceed it

    private StepThrough() {
    }

    /**
     * Runs the three updates.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.setProperty("skein.kernels", "reference");
        SplittableGenerator rng = ActorLearners.generator(1);
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, HIDDEN);
        Parameters theta = network.layout().initialize(rng.split());
        Optimizer optimizer = new SharedRmsProp(theta, 0.99, 0.01).learner(0, 1);
        StepCounter T = new StepCounter(STEPS);
        new A3C(network, theta, optimizer, T, new TimeLimit(new CartPole(), 500), rng.split(),
                A3C.Hyper.PAPER).run();
    }
}
