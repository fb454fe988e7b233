package skein.envs;

import java.util.random.RandomGenerator;

/**
 * Begins every episode with a random number of steps of action 0, so that they do not all begin
 * alike.
 *
 * <p>The number is drawn uniformly from 1 .. most at each reset. If the world ends meanwhile, it
 * is reset and the rest of the steps follow; the agent always gets a running episode. What these
 * steps earn is not counted.
 *
 * <p>Source: Mnih et al., <i>Human-level control through deep reinforcement learning</i>, 2015,
 * with 30 steps on Atari, where action 0 is to do nothing.
 */
public final class NoOpStart extends Wrapper {
    private static final int NO_OP = 0;

    private final int most;

    /**
     * Delays the start of a world.
     *
     * @param env  the world, with numbered actions, of which 0 does nothing
     * @param most the largest number of steps before the agent's first, at least 1; 30 (Mnih 2015)
     */
    public NoOpStart(Environment env, int most) {
        super(env);
        Discrete.of(env.actionSpace());
        if (most < 1) {
            throw new IllegalArgumentException("NoOpStart needs most >= 1, but got " + most + ".");
        }
        this.most = most;
    }

    @Override public float[] reset(RandomGenerator rng) {
        float[] observation = env.reset(rng);
        int steps = rng.nextInt(1, most + 1);
        for (int k = 0; k < steps; k++) {
            Step step = env.step(NO_OP);
            observation = step.last() ? env.reset(rng) : step.observation();
        }
        return observation;
    }
}
