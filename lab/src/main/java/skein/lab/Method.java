package skein.lab;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.policy.Agent;
import skein.rl.thread.StepCounter;

/** An algorithm put together for one run: its network, its optimizer, its learners. */
interface Method {
    /** {@return names and shapes of the parameters} */
    Layout layout();

    /** {@return the network's layers in one word} */
    String layers();

    /**
     * Makes what all learners share.
     *
     * @param theta θ, initialized. Modified by the learners.
     * @param T     the steps of all of them
     */
    void begin(Parameters theta, StepCounter T);

    /**
     * {@return one learner, to be run by a thread of its own}
     *
     * @param i      which, 0 ≤ i &lt; threads
     * @param worlds makes as many worlds as it needs
     * @param rng    its own source of chance
     */
    Runnable learner(int i, Supplier<Environment> worlds, RandomGenerator rng);

    /** {@return mean entropy of the learners' policies, nats; NaN if that means nothing} */
    double entropy();

    /**
     * {@return somebody who acts by these parameters}
     *
     * @param theta  not copied, not modified
     * @param greedy whether it takes what it thinks best
     */
    Agent agent(Parameters theta, boolean greedy);
}
