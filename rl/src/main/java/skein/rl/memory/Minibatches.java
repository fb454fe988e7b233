package skein.rl.memory;

import java.util.random.RandomGenerator;

/**
 * All samples, dealt into minibatches of almost equal size, anew at each shuffle: row by row, or in
 * sequences, all steps of a world together and in their order.
 */
public final class Minibatches {
    private final Samples samples;
    private final Samples[] dealt;
    private final int steps;
    private final int[] order;               // of rows, or of sequences: a permutation

    /**
     * No minibatches yet; {@link #shuffle} deals them.
     *
     * @param samples         what is dealt; not modified
     * @param capacity        the most rows there will be of them
     * @param steps           how many rows of a world stay together, 1 or t_max
     * @param count           M, how many minibatches, 1 .. capacity / steps
     * @param observationSize I, floats in an observation
     * @param actionCount     A, actions to choose from
     */
    public Minibatches(Samples samples, int capacity, int steps, int count, int observationSize,
                       int actionCount) {
        int cards = capacity / steps;
        if (count < 1 || count > cards) {
            throw new IllegalArgumentException("minibatches must be 1 .. " + cards + ", as many as "
                    + "there are " + (steps == 1 ? "rows" : "worlds") + ", but got " + count + ".");
        }
        this.samples = samples;
        this.steps = steps;
        dealt = new Samples[count];
        int most = (cards + count - 1) / count * steps;
        for (int m = 0; m < count; m++) {
            dealt[m] = new Samples(most, observationSize, actionCount);
        }
        order = new int[cards];
    }

    /**
     * Deals all samples in an order drawn uniformly (Fisher and Yates), each to one minibatch. In
     * a minibatch of sequences their first steps come first, then their second ones, and so on.
     *
     * @param rng the source of chance
     */
    public void shuffle(RandomGenerator rng) {
        int cards = samples.size() / steps;
        for (int i = 0; i < cards; i++) {
            int k = rng.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        for (Samples minibatch : dealt) minibatch.clear();
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < cards; i++) {
                dealt[i % dealt.length].add(samples, t * cards + order[i]);
            }
        }
    }

    /** {@return M, how many there are} */
    public int count() {
        return dealt.length;
    }

    /**
     * {@return a minibatch, valid until the next shuffle}
     *
     * @param m which, 0 ≤ m &lt; M
     */
    public Samples get(int m) {
        return dealt[m];
    }
}
