package skein.envs;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Shows only some numbers of an observation, so that the agent has to remember.
 *
 * <p>For example {@code new Masked(new CartPole(), 0, 2)} shows the positions and hides the
 * velocities: nobody can tell from one such observation whether the pole is falling, but two in a
 * row tell it.
 *
 * <p>The observation is flat, [K], with the K chosen numbers in the chosen order, and with their
 * bounds. All else is the world's own.
 */
public final class Masked extends Wrapper {
    private final int[] shown;
    private final Box space;

    /**
     * Hides all but the chosen numbers.
     *
     * @param env   the world
     * @param shown which numbers of its observation to show, at least one; copied
     */
    public Masked(Environment env, int... shown) {
        super(env);
        this.shown = shown.clone();
        int size = env.observationSpace().size();
        boolean known = Arrays.stream(shown).allMatch(i -> 0 <= i && i < size);
        if (shown.length == 0 || !known) {
            throw new IllegalArgumentException("Masked needs at least one number to show, out of "
                    + "0 .. " + (size - 1) + ", but got " + Arrays.toString(shown) + ".");
        }
        space = new Box(masked(env.observationSpace().low()),
                masked(env.observationSpace().high()), shown.length);
    }

    private float[] masked(float[] observation) {
        float[] result = new float[shown.length];
        for (int i = 0; i < shown.length; i++) result[i] = observation[shown[i]];
        return result;
    }

    private Step masked(Step step) {
        return step.withObservation(masked(step.observation()));
    }

    @Override public Box observationSpace() {
        return space;
    }

    @Override public float[] reset(RandomGenerator rng) {
        return masked(env.reset(rng));
    }

    @Override public Step step(int action) {
        return masked(env.step(action));
    }

    @Override public Step step(float[] action) {
        return masked(env.step(action));
    }
}
