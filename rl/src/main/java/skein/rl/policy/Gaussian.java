package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.nn.NotFiniteException;
import skein.tensor.Tensor;

/** π(a | s) = N(a; μ, σ²), K independent dimensions with one variance. */
public final class Gaussian {
    private Gaussian() {
    }

    /**
     * Draws an action, a_k = μ_k + σ ε_k. It may lie outside the world's bounds; its density is
     * that of where it lies, and clipping is the world's.
     *
     * @param mean     μ [1, K], of one state
     * @param variance σ² [1, 1], of one state
     * @param rng      the source of chance; K numbers are drawn
     * @param a        receives the action, [K]. Modified.
     * @return a
     * @throws NotFiniteException if μ or σ² is NaN or infinite
     */
    public static float[] sample(Tensor mean, Tensor variance, RandomGenerator rng, float[] a) {
        double sigma = Math.sqrt(NotFiniteException.check("policy's variance", variance.item()));
        greedy(mean, a);
        for (int k = 0; k < a.length; k++) a[k] += (float) (sigma * rng.nextGaussian());
        return a;
    }

    /**
     * Takes the most probable action, μ.
     *
     * @param mean μ [1, K], of one state
     * @param a    receives it, [K]. Modified.
     * @return a
     * @throws NotFiniteException if μ is NaN or infinite
     */
    public static float[] greedy(Tensor mean, float[] a) {
        for (int k = 0; k < a.length; k++) {
            NotFiniteException.check("policy's mean", mean.get(k));
            a[k] = mean.get(k);
        }
        return a;
    }
}
