package skein.envs.pixels;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/**
 * Shows the last few observations at once, the oldest first, so that motion can be seen.
 *
 * <p>At a reset the first observation stands in all places. Four pictures of [84, 84] become
 * [4, 84, 84]; pictures that have planes already, [C, H, W], become [4 C, H, W], and rows of
 * numbers, [K], become [4, K].
 *
 * <p>Source: the paper stacks 4 on Atari.
 */
public final class FrameStack extends Wrapper {
    private final float[][] frames;    // the oldest first; never handed out
    private final Box space;

    /**
     * Stacks the observations of a world.
     *
     * @param env   the world
     * @param depth how many observations to show, at least 1; 4 (paper)
     */
    public FrameStack(Environment env, int depth) {
        super(env);
        if (depth < 1) {
            throw new IllegalArgumentException(
                    "FrameStack needs a depth >= 1, but got " + depth + ".");
        }
        frames = new float[depth][];
        Box one = env.observationSpace();
        space = new Box(repeated(one.low()), repeated(one.high()), shape(one.shape()));
    }

    private float[] repeated(float[] bounds) {
        Arrays.fill(frames, bounds);
        return stack();
    }

    private int[] shape(int[] one) {
        if (one.length == 3) return new int[] {frames.length * one[0], one[1], one[2]};
        int[] shape = new int[one.length + 1];
        shape[0] = frames.length;
        System.arraycopy(one, 0, shape, 1, one.length);
        return shape;
    }

    @Override public Box observationSpace() {
        return space;
    }

    @Override public float[] reset(RandomGenerator rng) {
        Arrays.fill(frames, env.reset(rng));
        return stack();
    }

    @Override public Step step(int action) {
        return push(env.step(action));
    }

    @Override public Step step(float[] action) {
        return push(env.step(action));
    }

    private Step push(Step step) {
        int newest = frames.length - 1;
        System.arraycopy(frames, 1, frames, 0, newest);
        frames[newest] = step.observation();
        return step.withObservation(stack());
    }

    private float[] stack() {
        int size = frames[0].length;
        float[] stack = new float[frames.length * size];
        for (int k = 0; k < frames.length; k++) {
            System.arraycopy(frames[k], 0, stack, k * size, size);
        }
        return stack;
    }
}
