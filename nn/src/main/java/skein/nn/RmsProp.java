package skein.nn;

/**
 * RMSProp with a running average g of its own for each thread (Mnih et al. 2016, section 4):
 *
 * <pre>
 *   g ← α g + (1 − α) dθ²          θ ← θ − η dθ / √(g + ε)
 * </pre>
 *
 * <p>The rule is that of {@link SharedRmsProp}; only θ is shared, and what may happen to it between
 * threads is written there and in {@link MemoryMode}.
 */
public final class RmsProp implements Optimizer {
    private final Optimizer alone;

    /**
     * One learner's rule, with g = 0.
     *
     * @param theta   the shared parameters, which updates change
     * @param alpha   α, the part of g that is kept, 0 ≤ α &lt; 1; 0.99 (paper, section 8)
     * @param epsilon ε &gt; 0, inside the root; 0.1 for Atari (its first author, by mail)
     * @param i       which learner, 0 ≤ i &lt; of; decides where in θ it begins
     * @param of      how many there are
     */
    public RmsProp(Parameters theta, double alpha, double epsilon, int i, int of) {
        alone = new SharedRmsProp(theta, alpha, epsilon).learner(i, of);
    }

    @Override public void update(Parameters dTheta, double eta) {
        alone.update(dTheta, eta);
    }

    @Override public double lastStep(Parameters dTheta, double eta, int i) {
        return alone.lastStep(dTheta, eta, i);
    }
}
