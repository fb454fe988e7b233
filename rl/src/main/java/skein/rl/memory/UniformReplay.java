package skein.rl.memory;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import skein.tensor.Tensor;

/** Draws each transition with the same probability (Mnih et al. 2015). */
public final class UniformReplay implements Replay {
    private final TransitionRing ring;

    /**
     * An empty replay.
     *
     * @param capacity        observations it can hold, ≥ 2
     * @param observationSize I, floats in an observation
     */
    public UniformReplay(int capacity, int observationSize) {
        ring = new TransitionRing(capacity, observationSize);
    }

    @Override public void begin(float[] s) {
        ring.begin(s);
    }

    @Override public void add(int a, double r, float[] sPrime, boolean terminated) {
        ring.add(a, r, sPrime, terminated);
    }

    /** All weights are 1. */
    @Override public void sample(Minibatch batch, double beta, RandomGenerator rng) {
        ring.requireSteps();
        for (int i = 0; i < batch.size(); i++) ring.copy(slot(rng), batch, i);
        Arrays.fill(batch.weights(), 1);
    }

    /** Slots without a step are drawn too, and drawn again: at most about every second is one. */
    private int slot(RandomGenerator rng) {
        int slot;
        do {
            slot = rng.nextInt(ring.used());
        } while (!ring.has(slot));
        return slot;
    }

    @Override public void learned(Minibatch batch, Tensor errors) {
        // Whatever was found, all transitions remain equally likely.
    }

    @Override public int size() {
        return ring.size();
    }
}
