package skein.rl.memory;

/**
 * The last observations in a ring, with the steps that led from one to the next.
 *
 * <pre>
 *   slot            0     1     2     3     4     5
 *   observation     s_0   s_1   s_2   s_3   s_0   s_1        an episode of three steps, then
 *   step            a, r  a, r  a, r  -     a, r  -          one step of another
 * </pre>
 *
 * <p>The step of slot i leads to the observation of slot i + 1, so that none is stored twice. Two
 * kinds of slots have no step: the last of an episode, and the newest.
 */
final class TransitionRing {
    private final int capacity;
    private final int observationSize;
    private final float[] observations;      // [capacity, I]
    private final int[] actions;             // [capacity]
    private final float[] rewards;           // [capacity]
    private final boolean[] terminated;      // [capacity]
    private final boolean[] stepped;         // [capacity], whether a step is there
    private int newest = -1;                 // the slot of the last observation
    private int used;                        // slots 0 .. used − 1 have been written to
    private int size;                        // steps

    /**
     * An empty ring.
     *
     * @param capacity        slots, ≥ 2
     * @param observationSize I, floats in an observation
     */
    TransitionRing(int capacity, int observationSize) {
        if (capacity < 2) {
            throw new IllegalArgumentException("capacity must be at least 2, for an observation "
                    + "and the next, but got " + capacity + ".");
        }
        if ((long) capacity * observationSize > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("capacity must be at most "
                    + (Integer.MAX_VALUE - 8) / observationSize + " for observations of "
                    + observationSize + " floats, but got " + capacity + ".");
        }
        this.capacity = capacity;
        this.observationSize = observationSize;
        observations = new float[capacity * observationSize];
        actions = new int[capacity];
        rewards = new float[capacity];
        terminated = new boolean[capacity];
        stepped = new boolean[capacity];
    }

    /**
     * Writes an observation into the next slot; the step that was there is forgotten.
     *
     * @param s an observation [I]; copied
     * @return the slot
     */
    int begin(float[] s) {
        if (s.length != observationSize) {
            throw new IllegalArgumentException("This replay holds observations of "
                    + observationSize + " floats, but got " + s.length + ".");
        }
        newest = after(newest);
        used = Math.max(used, newest + 1);
        if (stepped[newest]) size--;
        stepped[newest] = false;
        System.arraycopy(s, 0, observations, newest * observationSize, observationSize);
        return newest;
    }

    /**
     * Writes a step into the slot of the last observation, and what it led to into the next.
     *
     * @return the step's slot; the one after it has no step now
     */
    int add(int a, double r, float[] sPrime, boolean terminated) {
        if (newest < 0) {
            throw new IllegalStateException("This replay knows no observation to step from. "
                    + "Call begin(s) first.");
        }
        int slot = newest;
        begin(sPrime);
        actions[slot] = a;
        rewards[slot] = (float) r;
        this.terminated[slot] = terminated;
        stepped[slot] = true;
        size++;
        return slot;
    }

    /** {@return the slot after this one} */
    int after(int slot) {
        return slot + 1 == capacity ? 0 : slot + 1;
    }

    /** {@return whether there is a step in this slot} */
    boolean has(int slot) {
        return stepped[slot];
    }

    /** {@return how many slots have been written to: the first ones} */
    int used() {
        return used;
    }

    /** {@return how many steps there are} */
    int size() {
        return size;
    }

    /** Copies the transition of a slot with a step into row i of a batch. */
    void copy(int slot, Minibatch batch, int i) {
        copyObservation(slot, batch.s(), i);
        copyObservation(after(slot), batch.sPrime(), i);
        batch.slots()[i] = slot;
        batch.a()[i] = actions[slot];
        batch.r()[i] = rewards[slot];
        batch.terminated()[i] = terminated[slot];
    }

    private void copyObservation(int slot, float[] to, int i) {
        System.arraycopy(observations, slot * observationSize, to, i * observationSize,
                observationSize);
    }

    /** Refuses to draw from nothing. */
    void requireSteps() {
        if (size == 0) {
            throw new IllegalStateException("This replay has no transitions yet. Call add() "
                    + "before sample().");
        }
    }
}
