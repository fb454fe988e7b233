package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.nn.NotFiniteException;
import skein.tensor.FloatMath;
import skein.tensor.Tensor;

/** π(a | s) = softmax(logits)_a over a finite number of actions. */
public final class Categorical {
    private Categorical() {
    }

    /**
     * {@return an action drawn with its probability}
     *
     * @param logits [1, A], of one state
     * @param rng    the source of chance; one number is drawn
     * @throws NotFiniteException if a logit is NaN or infinite
     */
    public static int sample(Tensor logits, RandomGenerator rng) {
        return sample(logits, 0, rng);
    }

    /**
     * {@return the same for one of several states}
     *
     * @param logits [B, A], of B states
     * @param row    which of them
     * @param rng    the source of chance; one number is drawn
     * @throws NotFiniteException if one of its logits is NaN or infinite
     */
    public static int sample(Tensor logits, int row, RandomGenerator rng) {
        int A = logits.shape().dim(1);
        int first = row * A;
        float max = logits.get(first + greedy(logits, row));
        double sum = 0;                                      // Σ e^(x − max) ≥ 1: nothing overflows
        for (int a = 0; a < A; a++) sum += FloatMath.wideExp(logits.get(first + a) - max);
        double u = rng.nextDouble() * sum;
        int last = 0;
        for (int a = 0; a < A; a++) {
            double p = FloatMath.wideExp(logits.get(first + a) - max);
            if (p > 0) last = a;
            u -= p;
            if (u < 0) return a;
        }
        return last;                                         // u came to 0 by rounding
    }

    /**
     * {@return the most probable action, the first of equals}
     *
     * @param logits [1, A], of one state
     * @throws NotFiniteException if a logit is NaN or infinite
     */
    public static int greedy(Tensor logits) {
        return greedy(logits, 0);
    }

    private static int greedy(Tensor logits, int row) {
        int A = logits.shape().dim(1);
        int first = row * A;
        int best = 0;
        for (int a = 0; a < A; a++) {
            NotFiniteException.check("policy's logit", logits.get(first + a));
            if (logits.get(first + a) > logits.get(first + best)) best = a;
        }
        return best;
    }

    /**
     * Computes the probability of each action.
     *
     * @param logits [1, A], of one state
     * @param p      receives softmax(logits), A elements. Modified.
     */
    public static void probabilities(Tensor logits, double[] p) {
        float max = logits.get(greedy(logits));
        double sum = 0;
        for (int a = 0; a < p.length; a++) sum += p[a] = Math.exp(logits.get(a) - max);
        for (int a = 0; a < p.length; a++) p[a] /= sum;
    }

    /**
     * {@return log π(a | s), ≤ 0, of one of several states}
     *
     * @param logits [B, A] row-major; not modified
     * @param row    which state
     * @param A      how many actions there are
     * @param a      the action
     */
    public static float logProbability(float[] logits, int row, int A, int a) {
        float max = Float.NEGATIVE_INFINITY;
        for (int k = row * A; k < (row + 1) * A; k++) max = Math.max(max, logits[k]);
        double sum = 0;
        for (int k = row * A; k < (row + 1) * A; k++) sum += Math.exp(logits[k] - max);
        return (float) (logits[row * A + a] - max - Math.log(sum));
    }
}
