package skein.rl.memory;

/**
 * Rows to learn from, in any order: what was seen and done, what the network of that time, θ_old,
 * made of it, and what it was worth. Only the first {@link #size()} rows count.
 *
 * <p>All methods hand out the samples' own arrays, with old rows behind; whoever knows actions,
 * log π, advantages and returns writes them there.
 */
public final class Samples {
    private final int observationSize;
    private final int actionCount;
    private final float[] observations;      // [capacity, I]
    private final int[] actions;             // [capacity]
    private final float[] logits;            // [capacity, A]
    private final float[] logPi;             // [capacity]
    private final float[] values;            // [capacity]
    private final float[] advantages;        // [capacity]
    private final float[] returns;           // [capacity]
    private final int[] worlds;              // [capacity]
    private final boolean[] last;            // [capacity]
    private int size;

    /**
     * No rows yet.
     *
     * @param capacity        the most rows it can hold, ≥ 1
     * @param observationSize I, floats in an observation
     * @param actionCount     A, actions to choose from
     */
    public Samples(int capacity, int observationSize, int actionCount) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Samples need room for at least 1 row, but got "
                    + capacity + ".");
        }
        this.observationSize = observationSize;
        this.actionCount = actionCount;
        observations = new float[capacity * observationSize];
        actions = new int[capacity];
        logits = new float[capacity * actionCount];
        logPi = new float[capacity];
        values = new float[capacity];
        advantages = new float[capacity];
        returns = new float[capacity];
        worlds = new int[capacity];
        last = new boolean[capacity];
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
    }

    /**
     * Appends a row; its action and log π, advantage and return are to be written later.
     *
     * @param s      what was observed, s_i [I]; copied
     * @param logits of π(· | s_i; θ_old), row-major, a row for each world; copied
     * @param n      which world it is of
     * @param value  V(s_i; θ_old)
     */
    public void add(float[] s, float[] logits, int n, float value) {
        if (s.length != observationSize) {
            throw new IllegalArgumentException("These samples hold observations of "
                    + observationSize + " floats, but got " + s.length + ".");
        }
        int i = next();
        System.arraycopy(s, 0, observations, i * observationSize, observationSize);
        System.arraycopy(logits, n * actionCount, this.logits, i * actionCount, actionCount);
        values[i] = value;
        worlds[i] = n;
        last[i] = false;
    }

    /**
     * Appends a row of other samples.
     *
     * @param other samples of the same I and A; not modified
     * @param k     which of its rows
     */
    public void add(Samples other, int k) {
        int i = next();
        System.arraycopy(other.observations, k * observationSize,
                observations, i * observationSize, observationSize);
        actions[i] = other.actions[k];
        System.arraycopy(other.logits, k * actionCount, logits, i * actionCount, actionCount);
        logPi[i] = other.logPi[k];
        values[i] = other.values[k];
        advantages[i] = other.advantages[k];
        returns[i] = other.returns[k];
        worlds[i] = other.worlds[k];
        last[i] = other.last[k];
    }

    private int next() {
        if (size < actions.length) return size++;
        throw new IllegalStateException("These samples hold " + size
                + " rows and are full. Learn from them and call clear().");
    }

    /** {@return B, the number of rows} */
    public int size() {
        return size;
    }

    /** {@return s_i, [B, I] row-major} */
    public float[] observations() {
        return observations;
    }

    /** {@return a_i, [B]} */
    public int[] actions() {
        return actions;
    }

    /** {@return the logits of π(· | s_i; θ_old), [B, A] row-major} */
    public float[] logits() {
        return logits;
    }

    /** {@return log π(a_i | s_i; θ_old), [B]} */
    public float[] logPi() {
        return logPi;
    }

    /** {@return V(s_i; θ_old), [B]} */
    public float[] values() {
        return values;
    }

    /** {@return A_i, how much better a_i was than expected, [B]} */
    public float[] advantages() {
        return advantages;
    }

    /** {@return R_i, what V(s_i) should have been, [B]} */
    public float[] returns() {
        return returns;
    }

    /** {@return which world row i is of, [B]} */
    public int[] worlds() {
        return worlds;
    }

    /** {@return whether an episode ended with row i, in either way, [B]} */
    public boolean[] last() {
        return last;
    }
}
