package skein.nn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import skein.tensor.Kernels;

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
 * Any number of threads run {@link #update} on the same θ and g at once, without a lock (Hogwild!,
 * Recht et al. 2011), or in one of three other ways: the {@link MemoryMode} of θ decides. What may
 * be seen late, and what may be lost, is written with each mode. Whichever it is,
 * <ul>
 * <li>a float does not tear (JLS 17.7);
 * <li>g is a mean of squares whoever wins, so never negative;
 * <li>each thread divides by the root of the value that it has just computed itself, which contains
 *     its own dθ². Hence one step of one weight is at most η / √(1 − α), ten times η for α = 0.99,
 *     whatever the others do.
 * </ul>
 *
 * <h2>Staggered starts</h2>
 * A cache line that one core writes must travel before another core can write it. Threads that all
 * begin at weight 0 travel behind each other over the same lines; so learner i of N begins i/N of
 * the way round and wraps. In training that is worth some percent ({@code docs/SHARED-MEMORY.md}).
 */
public final class SharedRmsProp {
    private static final VarHandle G = MethodHandles.arrayElementVarHandle(float[].class);

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
        Kernels kernels = Kernels.create();
        return new Optimizer() {
            @Override public void update(Parameters dTheta, double eta) {
                SharedRmsProp.this.update(dTheta, (float) eta, start, kernels);
            }

            @Override public double lastStep(Parameters dTheta, double eta, int i) {
                float own = (float) G.getOpaque(g, i);
                return (float) eta * dTheta.values()[i] / (float) Math.sqrt(own + epsilon);
            }
        };
    }

    private void update(Parameters dTheta, float eta, int start, Kernels kernels) {
        Checks.update(theta, dTheta, eta);
        theta.memory().rmsProp(theta.values(), g, dTheta.values(), eta, alpha, epsilon, start,
                kernels);
    }

    /** {@return the running average itself, not a copy; for tests and telemetry} */
    public float[] g() {
        return g;
    }
}
