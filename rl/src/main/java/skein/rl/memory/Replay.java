package skein.rl.memory;

import java.util.random.RandomGenerator;
import skein.tensor.Tensor;

/**
 * Remembers transitions (s, a, r, s') and draws some of them again. When it is full, the oldest
 * make room. Belongs to one thread.
 *
 * <pre>{@code
 * replay.begin(s);                                       // at each reset
 * replay.add(a, r, sPrime, terminated);                  // at each step
 * replay.sample(batch, beta, rng);
 * replay.learned(batch, errors);
 * }</pre>
 */
public interface Replay {
    /**
     * {@return an empty replay: one that draws all alike, or one that draws by errors}
     *
     * @param capacity        observations it can hold, ≥ 2
     * @param observationSize I, floats in an observation
     * @param alpha           α ≥ 0, how much errors decide; 0: not at all
     */
    static Replay of(int capacity, int observationSize, double alpha) {
        return alpha == 0 ? new UniformReplay(capacity, observationSize)
                : new PrioritizedReplay(capacity, observationSize, alpha);
    }

    /**
     * An episode begins; what was observed last has no successor, however that episode ended.
     *
     * @param s the first observation [I]; copied
     */
    void begin(float[] s);

    /**
     * Remembers a step from the last observation.
     *
     * @param a          what was done
     * @param r          what it brought
     * @param sPrime     what was observed then [I]; copied
     * @param terminated whether that was a real end; false at a time limit
     */
    void add(int a, double r, float[] sPrime, boolean terminated);

    /**
     * Draws as many transitions as the batch has room for; one may be drawn twice.
     *
     * @param batch receives them. Modified.
     * @param beta  β in [0, 1], how much of an uneven drawing the weights make up for
     * @param rng   the source of chance
     */
    void sample(Minibatch batch, double beta, RandomGenerator rng);

    /**
     * Tells what was found when these were learned from. No step may be added in between.
     *
     * @param batch  what {@link #sample} drew
     * @param errors y − Q(s, a) of each, [B]
     */
    void learned(Minibatch batch, Tensor errors);

    /** {@return how many transitions there are to draw from} */
    int size();
}
