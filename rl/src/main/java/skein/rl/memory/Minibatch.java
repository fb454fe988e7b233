package skein.rl.memory;

/**
 * B transitions that a {@link Replay} drew, row by row. The arrays are reused.
 *
 * @param slots      [B], where in the replay they are
 * @param s          [B, I], observations before the steps
 * @param a          [B], actions
 * @param r          [B], rewards
 * @param sPrime     [B, I], observations after the steps
 * @param terminated [B], whether nothing is to be expected of s': a real end, not the clock's
 * @param weights    [B], how much each counts, in (0, 1]
 */
public record Minibatch(int[] slots, float[] s, int[] a, float[] r, float[] sPrime,
                        boolean[] terminated, float[] weights) {
    /**
     * {@return room for transitions}
     *
     * @param size            B ≥ 1
     * @param observationSize I ≥ 1, floats in an observation
     */
    public static Minibatch of(int size, int observationSize) {
        return new Minibatch(new int[size], new float[size * observationSize], new int[size],
                new float[size], new float[size * observationSize], new boolean[size],
                new float[size]);
    }

    /** {@return B} */
    public int size() {
        return slots.length;
    }
}
