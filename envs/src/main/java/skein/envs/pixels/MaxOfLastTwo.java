package skein.envs.pixels;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/**
 * Shows of each pixel the larger value of this picture and the one before.
 *
 * <p>Atari games draw some things only in every other picture; so nothing is missed. The first
 * picture of an episode is shown as it is. It belongs inside an
 * {@link skein.envs.ActionRepeat}, to see the pictures that the agent does not.
 *
 * <p>Source: Mnih et al., <i>Human-level control through deep reinforcement learning</i>, 2015.
 */
public final class MaxOfLastTwo extends Wrapper {
    private float[] before;      // the world's own last picture

    /**
     * Looks at a world two pictures at a time.
     *
     * @param env the world
     */
    public MaxOfLastTwo(Environment env) {
        super(env);
    }

    @Override public float[] reset(RandomGenerator rng) {
        before = env.reset(rng);
        return before.clone();
    }

    @Override public Step step(int action) {
        return larger(env.step(action));
    }

    @Override public Step step(float[] action) {
        return larger(env.step(action));
    }

    private Step larger(Step step) {
        float[] now = step.observation();
        float[] max = new float[now.length];
        for (int i = 0; i < max.length; i++) max[i] = Math.max(before[i], now[i]);
        before = now;
        return step.withObservation(max);
    }
}
