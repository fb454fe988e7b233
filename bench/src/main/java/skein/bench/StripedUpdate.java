package skein.bench;

import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.tensor.Kernels;

/**
 * Shared RMSProp under many locks: θ and g are cut into stripes, and whoever updates a stripe holds
 * its lock. Between the one lock of {@code MemoryMode.LOCKED} and no lock at all.
 *
 * <p>For measurements only. Where two threads do nothing but update 100,000 weights it is the
 * fastest way, because they never fight for a line; but learners have other work between, seldom
 * meet, and train no faster with it.
 *
 * <p>Nothing is lost. A copy of θ may still be made in the midst of an update. Learner i of N
 * begins i/N of the way round, so that two seldom want the same stripe.
 */
final class StripedUpdate {
    private static final int STRIPES = 64;
    private static final int LINE = 16;                      // floats in a cache line

    private final float[] theta;
    private final float[] g;
    private final float alpha;
    private final float epsilon;
    private final Object[] locks = new Object[STRIPES];
    private final int width;                                 // of a stripe, whole cache lines

    StripedUpdate(Parameters theta, double alpha, double epsilon) {
        this.theta = theta.values();
        this.alpha = (float) alpha;
        this.epsilon = (float) epsilon;
        g = new float[this.theta.length];
        int lines = (this.theta.length + LINE - 1) / LINE;
        width = (lines + STRIPES - 1) / STRIPES * LINE;
        for (int k = 0; k < STRIPES; k++) locks[k] = new Object();
    }

    /** {@return the optimizer of learner i of so many} */
    Optimizer learner(int i, int of) {
        Kernels kernels = Kernels.create();
        int start = STRIPES * i / of;
        return (dTheta, eta) -> {
            for (int k = 0; k < STRIPES; k++) {
                update((start + k) % STRIPES, dTheta.values(), (float) eta, kernels);
            }
        };
    }

    private void update(int stripe, float[] dTheta, float eta, Kernels kernels) {
        int from = Math.min(theta.length, stripe * width);
        int to = Math.min(theta.length, from + width);
        synchronized (locks[stripe]) {
            kernels.rmsProp(from, to, dTheta, eta, alpha, epsilon, theta, g);
        }
    }
}
