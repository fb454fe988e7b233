package skein.nn;

/**
 * Stochastic gradient descent with momentum (Mnih et al. 2016, section 4), m its own for each
 * thread:
 *
 * <pre>
 *   m ← α m + (1 − α) dθ           θ ← θ − η m
 * </pre>
 *
 * <p>Mind the (1 − α): m is a mean of gradients, not a sum, so that η means the same for each α.
 * Only θ is shared; what may happen to it between threads is written in {@link MemoryMode}.
 */
public final class MomentumSgd implements Optimizer {
    private final Parameters theta;
    private final float[] m;
    private final float alpha;
    private final int start;

    /**
     * One learner's rule, with m = 0.
     *
     * @param theta the shared parameters, which updates change
     * @param alpha α, the part of m that is kept, 0 ≤ α &lt; 1; 0.99 (paper, section 8); 0 for
     *              plain gradient descent
     * @param i     which learner, 0 ≤ i &lt; of; decides where in θ it begins
     * @param of    how many there are
     */
    public MomentumSgd(Parameters theta, double alpha, int i, int of) {
        this.theta = theta;
        this.alpha = Checks.decay("alpha", alpha);
        m = new float[theta.size()];
        start = Checks.start(theta, i, of);
    }

    @Override public void update(Parameters dTheta, double eta) {
        Checks.update(theta, dTheta, eta);
        theta.memory().momentum(theta.values(), m, dTheta.values(), (float) eta, alpha, start);
    }

    @Override public double lastStep(Parameters dTheta, double eta, int i) {
        return (float) eta * m[i];
    }

    /** {@return the running average itself, not a copy; for tests and telemetry} */
    public float[] m() {
        return m;
    }
}
