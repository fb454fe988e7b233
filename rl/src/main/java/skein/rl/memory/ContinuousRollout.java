package skein.rl.memory;

import java.util.Arrays;

/**
 * The steps of one segment, as in {@link Rollout}, with actions that are vectors. It grows if it
 * has to, because nobody knows beforehand how long an episode will be. The arrays are reused; only
 * their first {@link #size()} rows belong to the segment.
 */
public final class ContinuousRollout {
    private static final int FIRST_CAPACITY = 16;            // steps

    private final int observationSize;
    private final int actionSize;
    private float[] observations;            // [capacity, I]
    private float[] actions;                 // [capacity, K]
    private float[] rewards;                 // [capacity]
    private int size;

    /**
     * An empty segment.
     *
     * @param observationSize I, floats in an observation
     * @param actionSize      K, floats in an action
     */
    public ContinuousRollout(int observationSize, int actionSize) {
        this.observationSize = observationSize;
        this.actionSize = actionSize;
        observations = new float[FIRST_CAPACITY * observationSize];
        actions = new float[FIRST_CAPACITY * actionSize];
        rewards = new float[FIRST_CAPACITY];
    }

    /** Forgets all steps. */
    public void clear() {
        size = 0;
    }

    /**
     * Appends a step.
     *
     * @param s what was observed, s_i [I]; copied
     * @param a what was done, a_i [K]; copied
     * @param r what it brought, r_i
     */
    public void add(float[] s, float[] a, double r) {
        if (s.length != observationSize || a.length != actionSize) {
            throw new IllegalArgumentException("This rollout holds observations of "
                    + observationSize + " floats and actions of " + actionSize + ", but got "
                    + s.length + " and " + a.length + ".");
        }
        if (size == rewards.length) grow();
        System.arraycopy(s, 0, observations, size * observationSize, observationSize);
        System.arraycopy(a, 0, actions, size * actionSize, actionSize);
        rewards[size] = (float) r;
        size++;
    }

    private void grow() {
        observations = Arrays.copyOf(observations, 2 * observations.length);
        actions = Arrays.copyOf(actions, 2 * actions.length);
        rewards = Arrays.copyOf(rewards, 2 * rewards.length);
    }

    /** {@return K, floats in an action} */
    public int actionSize() {
        return actionSize;
    }

    /** {@return B, the number of steps} */
    public int size() {
        return size;
    }

    /** {@return s_i, [B, I] row-major; the rollout's own array, until the next add} */
    public float[] observations() {
        return observations;
    }

    /** {@return a_i, [B, K] row-major; the rollout's own array, until the next add} */
    public float[] actions() {
        return actions;
    }

    /** {@return r_i, [B]; the rollout's own array, until the next add} */
    public float[] rewards() {
        return rewards;
    }
}
