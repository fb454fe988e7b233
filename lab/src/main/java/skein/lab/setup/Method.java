package skein.lab.setup;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.policy.Agent;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/** An algorithm put together for one run: its network, its learners, and who acts by it. */
public interface Method {
    /** {@return names and shapes of the parameters} */
    Layout layout();

    /** {@return the network's layers in one word} */
    String layers();

    /**
     * {@return a learner, to be run by a thread of its own}
     *
     * @param theta     θ, initialized, shared by all learners. Modified by them.
     * @param optimizer this learner's way of changing it
     * @param T         the steps of all learners
     * @param worlds    makes as many worlds as it needs
     * @param rng       its own source of chance
     */
    Learner learner(Parameters theta, Optimizer optimizer, StepCounter T,
                    Supplier<Environment> worlds, RandomGenerator rng);

    /**
     * {@return somebody who acts by these parameters}
     *
     * @param theta  not copied, not modified
     * @param greedy whether it takes what it thinks best
     */
    Agent agent(Parameters theta, boolean greedy);
}
