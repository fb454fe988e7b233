package skein.envs;

import java.util.random.RandomGenerator;

/**
 * Cuts the episodes of a world after a number of steps.
 *
 * <p>Step {@code maxSteps} is truncated, unless it terminates: then the real end wins, and
 * truncated stays false. All else is the world's own.
 */
public final class TimeLimit extends Wrapper {
    private final int maxSteps;
    private final EpisodeClock clock = new EpisodeClock();

    /**
     * Puts a limit on a world.
     *
     * @param env      the world
     * @param maxSteps the number of steps after which an episode is cut, at least 1
     */
    public TimeLimit(Environment env, int maxSteps) {
        super(env);
        if (maxSteps < 1) {
            throw new IllegalArgumentException(
                    "TimeLimit needs maxSteps >= 1, but got " + maxSteps + ".");
        }
        this.maxSteps = maxSteps;
    }

    @Override public float[] reset(RandomGenerator rng) {
        float[] observation = env.reset(rng);
        clock.start();
        return observation;
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        return cut(env.step(action));
    }

    @Override public Step step(float[] action) {
        clock.requireRunning();
        return cut(env.step(action));
    }

    /** The step as it is, or truncated if the time is up. */
    private Step cut(Step step) {
        boolean timeIsUp = clock.steps() + 1 == maxSteps;
        if (timeIsUp && !step.last()) {
            step = new Step(step.observation(), step.reward(), false, true);
        }
        clock.tick(step.last());
        return step;
    }
}
