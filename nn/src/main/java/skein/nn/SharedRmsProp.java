package skein.nn;

import java.lang.invoke.VarHandle;

/**
 * RMSProp whose running average g is shared by all threads, like θ itself (Mnih et al. 2016,
 * section 4):
 *
 * <pre>
 *   g ← α g + (1 − α) dθ²          θ ← θ − η dθ / √(g + ε)
 * </pre>
 *
 * <p>ε stands inside the root, and g begins at 0.
 *
 * <h2>What may happen between threads</h2>
 * θ and g are plain arrays. Any number of threads run {@link #update} on them at once, without a
 * lock (Hogwild!, Recht et al. 2011).
 * <ul>
 * <li><b>Who writes.</b> Every thread writes every element of θ and g at each of its updates.
 * <li><b>What may be lost.</b> Two threads that read the same element before either writes it: the
 *     later write wins, and the other's step for this one weight is gone. The next gradient is
 *     computed from what is there, so this is a step not taken, not an error that stays.
 * <li><b>What cannot happen.</b> A float does not tear (JLS 17.7). g is a mean of squares whoever
 *     wins, so never negative; and each thread divides by the root of the value that it has just
 *     computed itself, which contains its own dθ². Hence one step of one weight is at most
 *     η / √(1 − α), ten times η for α = 0.99, whatever the others do.
 * <li><b>When it is seen.</b> The acquire fence keeps this update's reads from moving before it,
 *     the release fence keeps its writes from moving behind what follows. Between the fences there
 *     is a plain loop, which the JIT turns into SIMD code; that is why the fences and not an access
 *     mode per element, which would forbid that.
 * </ul>
 *
 * <h2>Staggered starts</h2>
 * A cache line that one core writes must travel before another core can write it. Threads that all
 * begin at weight 0 travel behind each other over the same lines; so learner i of N begins i/N of
 * the way round and wraps.
 */
public final class SharedRmsProp {
    private final Parameters theta;
    private final float[] g;
    private final float alpha;
    private final float epsilon;

    /**
     * Starts with g = 0.
     *
     * @param theta   the shared parameters, which updates change
     * @param alpha   α, the part of g that is kept, 0 ≤ α &lt; 1; 0.99 (paper, section 8)
     * @param epsilon ε &gt; 0, inside the root; 0.1 for Atari (its first author, by mail)
     */
    public SharedRmsProp(Parameters theta, double alpha, double epsilon) {
        this.theta = theta;
        this.g = new float[theta.size()];
        this.alpha = Checks.decay("alpha", alpha);
        this.epsilon = Checks.positive("epsilon", epsilon);
    }

    /**
     * {@return the optimizer of one learner; it shares θ and g with all the others}
     *
     * @param i  which learner, 0 ≤ i &lt; of
     * @param of how many there are
     */
    public Optimizer learner(int i, int of) {
        int start = Checks.start(theta, i, of);
        return (dTheta, eta) -> update(dTheta, (float) eta, start);
    }

    private void update(Parameters dTheta, float eta, int start) {
        Checks.update(theta, dTheta, eta);
        VarHandle.acquireFence();
        step(theta.values(), g, dTheta.values(), eta, alpha, epsilon, start, theta.size());
        step(theta.values(), g, dTheta.values(), eta, alpha, epsilon, 0, start);
        VarHandle.releaseFence();
    }

    private static void step(float[] theta, float[] g, float[] d,
                             float eta, float alpha, float epsilon, int from, int to) {
        for (int i = from; i < to; i++) {
            float own = alpha * g[i] + (1 - alpha) * (d[i] * d[i]);
            g[i] = own;
            theta[i] -= eta * d[i] / (float) Math.sqrt(own + epsilon);
        }
    }

    /** {@return the running average itself, not a copy; for tests and telemetry} */
    public float[] g() {
        return g;
    }
}
