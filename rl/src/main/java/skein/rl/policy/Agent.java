package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;

/**
 * Acts in a world without learning: all that evaluations and viewers know of what was trained, by
 * whichever algorithm. Belongs to one thread.
 */
public interface Agent {
    /** Forgets what it remembers, as an episode begins. */
    void startEpisode();

    /**
     * Chooses an action and takes it.
     *
     * @param env the world
     * @param s   what it shows, row-major; not modified
     * @param rng the source of chance
     * @return what came of it
     */
    Step act(Environment env, float[] s, RandomGenerator rng);

    /** {@return whether it takes what it thinks best; otherwise it draws from its policy} */
    boolean greedy();

    /** {@return the probability of each action in the last state; empty if they have no numbers} */
    double[] probabilities();

    /** {@return how much it expects from the last state on: V(s), or max_a Q(s, a)} */
    double value();
}
