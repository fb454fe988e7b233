package skein.rl.memory;

import java.util.random.RandomGenerator;

/** All samples, dealt into minibatches of almost equal size, anew at each shuffle. */
public final class Minibatches {
    private final Samples samples;
    private final Samples[] dealt;
    private final int[] order;               // [capacity]: a permutation

    /**
     * No minibatches yet; {@link #shuffle} deals them.
     *
     * @param samples         what is dealt; not modified
     * @param capacity        the most rows there will be of them
     * @param count           M, how many minibatches, 1 .. capacity
     * @param observationSize I, floats in an observation
     * @param actionCount     A, actions to choose from
     */
    public Minibatches(Samples samples, int capacity, int count, int observationSize,
                       int actionCount) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException("minibatches must be 1 .. " + capacity
                    + ", as many as there are rows, but got " + count + ".");
        }
        this.samples = samples;
        dealt = new Samples[count];
        int most = (capacity + count - 1) / count;
        for (int m = 0; m < count; m++) {
            dealt[m] = new Samples(most, observationSize, actionCount);
        }
        order = new int[capacity];
    }

    /**
     * Deals all samples in an order drawn uniformly (Fisher and Yates), each to one minibatch.
     *
     * @param rng the source of chance
     */
    public void shuffle(RandomGenerator rng) {
        int size = samples.size();
        for (int i = 0; i < size; i++) {
            int k = rng.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        for (Samples minibatch : dealt) minibatch.clear();
        for (int i = 0; i < size; i++) dealt[i % dealt.length].add(samples, order[i]);
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
