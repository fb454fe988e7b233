package skein.rl.memory;

/**
 * The steps of one segment: s_i, a_i, r_i for i = t_start .. t − 1, in the order in which they
 * happened. The arrays are reused; only their first {@link #size()} rows belong to the segment.
 */
public final class Rollout {
    private final int observationSize;
    private final float[] observations;      // [capacity, I]
    private final int[] actions;             // [capacity]
    private final float[] rewards;           // [capacity]
    private int size;

    /**
     * An empty segment.
     *
     * @param capacity        the most steps it can hold, t_max ≥ 1
     * @param observationSize I, floats in an observation
     */
    public Rollout(int capacity, int observationSize) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A rollout holds at least 1 step, but t_max is "
                    + capacity + ".");
        }
        this.observationSize = observationSize;
        observations = new float[capacity * observationSize];
        actions = new int[capacity];
        rewards = new float[capacity];
    }

    /** Forgets all steps. */
    public void clear() {
        size = 0;
    }

    /**
     * Appends a step.
     *
     * @param s what was observed, s_i [I]; copied
     * @param a what was done, a_i
     * @param r what it brought, r_i
     */
    public void add(float[] s, int a, double r) {
        if (size == actions.length) {
            throw new IllegalStateException("This rollout holds " + size
                    + " steps and is full. Learn from it and call clear().");
        }
        if (s.length != observationSize) {
            throw new IllegalArgumentException("This rollout holds observations of "
                    + observationSize + " floats, but got " + s.length + ".");
        }
        System.arraycopy(s, 0, observations, size * observationSize, observationSize);
        actions[size] = a;
        rewards[size] = (float) r;
        size++;
    }

    /** {@return B, the number of steps} */
    public int size() {
        return size;
    }

    /** {@return s_i, [B, I] row-major; the rollout's own array, with old rows behind} */
    public float[] observations() {
        return observations;
    }

    /** {@return a_i, [B]; the rollout's own array, with old entries behind} */
    public int[] actions() {
        return actions;
    }

    /** {@return r_i, [B]; the rollout's own array, with old entries behind} */
    public float[] rewards() {
        return rewards;
    }
}
