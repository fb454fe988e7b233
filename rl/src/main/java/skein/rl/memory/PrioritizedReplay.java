package skein.rl.memory;

import java.util.random.RandomGenerator;
import skein.tensor.Tensor;

/**
 * Draws transitions that surprised more often (Schaul, Quan, Antonoglou, Silver, <i>Prioritized
 * Experience Replay</i>, 2016, section 3.3, proportional):
 *
 * <pre>
 *   P(i) = p_i^α / Σ_k p_k^α             p_i = |y − Q(s, a)| + ε  when it was last learned from,
 *   w_i  = (N P(i))^−β / max_j w_j       or the largest p^α so far if it never was
 * </pre>
 *
 * <p>N is the number of transitions, and j goes over the batch, so that weights only ever make a
 * step smaller. The batch is drawn in strata: its i-th transition from the i-th of B equal parts of
 * Σ p^α.
 */
public final class PrioritizedReplay implements Replay {
    private static final double EPSILON = 1e-6;      // ε: nothing is never seen again

    private final TransitionRing ring;
    private final SumTree priorities;                // p^α by slot, 0 where there is no step
    private final double alpha;
    private double largest = 1;                      // p^α so far

    /**
     * An empty replay.
     *
     * @param capacity        observations it can hold, ≥ 2
     * @param observationSize I, floats in an observation
     * @param alpha           α ≥ 0; 0.6 (Schaul et al., table 3), 0 draws uniformly
     */
    public PrioritizedReplay(int capacity, int observationSize, double alpha) {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be a number >= 0, but got " + alpha
                    + ".");
        }
        ring = new TransitionRing(capacity, observationSize);
        priorities = new SumTree(capacity);
        this.alpha = alpha;
    }

    @Override public void begin(float[] s) {
        priorities.set(ring.begin(s), 0);
    }

    @Override public void add(int a, double r, float[] sPrime, boolean terminated) {
        int slot = ring.add(a, r, sPrime, terminated);
        priorities.set(slot, largest);
        priorities.set(ring.after(slot), 0);
    }

    @Override public void sample(Minibatch batch, double beta, RandomGenerator rng) {
        ring.requireSteps();
        double total = priorities.total();
        int B = batch.size();
        double rarest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < B; i++) {
            int slot = priorities.find((i + rng.nextDouble()) / B * total);
            ring.copy(slot, batch, i);
            rarest = Math.min(rarest, priorities.get(slot));
        }
        for (int i = 0; i < B; i++) {                // (N p / Σ)^−β / (N p_rarest / Σ)^−β
            double p = priorities.get(batch.slots()[i]);
            batch.weights()[i] = (float) Math.pow(p / rarest, -beta);
        }
    }

    @Override public void learned(Minibatch batch, Tensor errors) {
        for (int i = 0; i < batch.size(); i++) {
            double p = Math.pow(Math.abs(errors.get(i)) + EPSILON, alpha);
            priorities.set(batch.slots()[i], p);
            largest = Math.max(largest, p);
        }
    }

    @Override public int size() {
        return ring.size();
    }
}
