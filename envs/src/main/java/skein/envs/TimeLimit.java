package skein.envs;

import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Cuts the episodes of a world after a number of steps.
 *
 * <p>Step {@code maxSteps} is truncated, unless it terminates: then the real end wins, and
 * truncated stays false. All else is the world's own.
 */
public final class TimeLimit implements Environment {
    private final Environment env;
    private final int maxSteps;
    private final EpisodeClock clock = new EpisodeClock();

    /**
     * Puts a limit on a world.
     *
     * @param env      the world
     * @param maxSteps the number of steps after which an episode is cut, at least 1
     */
    public TimeLimit(Environment env, int maxSteps) {
        this.env = Objects.requireNonNull(env, "TimeLimit needs a world, but got null.");
        if (maxSteps < 1) {
            throw new IllegalArgumentException(
                    "TimeLimit needs maxSteps >= 1, but got " + maxSteps + ".");
        }
        this.maxSteps = maxSteps;
    }

    @Override public Box observationSpace() {
        return env.observationSpace();
    }

    @Override public Discrete actionSpace() {
        return env.actionSpace();
    }

    @Override public float[] reset(RandomGenerator rng) {
        float[] observation = env.reset(rng);
        clock.start();
        return observation;
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        Step step = env.step(action);
        boolean timeIsUp = clock.steps() + 1 == maxSteps;
        if (timeIsUp && !step.last()) {
            step = new Step(step.observation(), step.reward(), false, true);
        }
        clock.tick(step.last());
        return step;
    }

    @Override public Environment unwrapped() {
        return env.unwrapped();
    }
}
