package skein.nn;

import java.lang.invoke.VarHandle;

/**
 * Adam (Kingma and Ba, <i>Adam: a method for stochastic optimization</i>, 2015, algorithm 1), made
 * for algorithms in which one thread alone changes θ:
 *
 * <pre>
 *   k ← k + 1
 *   m ← β₁ m + (1 − β₁) dθ         v ← β₂ v + (1 − β₂) dθ²
 *   θ ← θ − η m̂ / (√v̂ + ε)         m̂ = m / (1 − β₁ᵏ),   v̂ = v / (1 − β₂ᵏ)
 * </pre>
 *
 * <p>m and v begin at 0, and m̂ and v̂ make up for that. Here ε stands outside the root.
 *
 * <p>If several threads change θ, each with an Adam of its own, they do so as
 * {@link MemoryMode#FENCED} has it, the only mode that it knows: a step may be lost.
 */
public final class Adam implements Optimizer {
    private final Parameters theta;
    private final float[] m;
    private final float[] v;
    private final double beta1;
    private final double beta2;
    private final float epsilon;
    private long k;

    /**
     * Starts with m = v = 0 and k = 0.
     *
     * @param theta   the parameters, which updates change
     * @param beta1   β₁, the part of m that is kept, 0 ≤ β₁ &lt; 1; 0.9 in the article
     * @param beta2   β₂, the part of v that is kept, 0 ≤ β₂ &lt; 1; 0.999 in the article
     * @param epsilon ε &gt; 0; 1e-8 in the article, 1e-5 in many PPO programs
     */
    public Adam(Parameters theta, double beta1, double beta2, double epsilon) {
        if (theta.memoryMode() != MemoryMode.FENCED) {
            throw new IllegalArgumentException("Adam knows no memory mode but fenced, but theta is "
                    + theta.memoryMode() + ".");
        }
        Checks.decay("beta1", beta1);
        Checks.decay("beta2", beta2);
        this.theta = theta;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = Checks.positive("epsilon", epsilon);
        m = new float[theta.size()];
        v = new float[theta.size()];
    }

    @Override public void update(Parameters dTheta, double eta) {
        Checks.update(theta, dTheta, eta);
        k++;
        float step = (float) (eta / (1 - Math.pow(beta1, k)));
        float unbiased = (float) (1 / (1 - Math.pow(beta2, k)));
        VarHandle.acquireFence();
        step(theta.values(), dTheta.values(), step, unbiased);
        VarHandle.releaseFence();
    }

    private void step(float[] theta, float[] d, float step, float unbiased) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float add1 = (float) (1 - beta1);        // in double: 1 − 0.999f is off by 5e-5
        float add2 = (float) (1 - beta2);
        for (int i = 0; i < theta.length; i++) {
            float mean = keep1 * m[i] + add1 * d[i];
            float square = keep2 * v[i] + add2 * (d[i] * d[i]);
            m[i] = mean;
            v[i] = square;
            theta[i] -= step * mean / ((float) Math.sqrt(unbiased * square) + epsilon);
        }
    }

    /** {@return the mean of squares itself, not a copy; for tests and telemetry} */
    public float[] v() {
        return v;
    }
}
