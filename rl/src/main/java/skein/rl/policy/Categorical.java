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
        float max = logits.get(greedy(logits));
        double sum = 0;                                      // Σ e^(x − max) ≥ 1: nothing overflows
        for (int a = 0; a < logits.size(); a++) sum += FloatMath.wideExp(logits.get(a) - max);
        double u = rng.nextDouble() * sum;
        int last = 0;
        for (int a = 0; a < logits.size(); a++) {
            double p = FloatMath.wideExp(logits.get(a) - max);
            if (p > 0) last = a;
            u -= p;
            if (u < 0) return a;
        }
        return last;                                         // u came to 0 by rounding
    }

    /**
     * {@return π(a | s) of each action, all of them together 1; a new array [A]}
     *
     * @param logits [1, A], of one state
     * @throws NotFiniteException if a logit is NaN or infinite
     */
    public static double[] probabilities(Tensor logits) {
        float max = logits.get(greedy(logits));
        double sum = 0;
        double[] p = new double[logits.size()];
        for (int a = 0; a < p.length; a++) sum += p[a] = Math.exp(logits.get(a) - max);
        for (int a = 0; a < p.length; a++) p[a] /= sum;
        return p;
    }

    /**
     * {@return the most probable action, the first of equals}
     *
     * @param logits [1, A], of one state
     * @throws NotFiniteException if a logit is NaN or infinite
     */
    public static int greedy(Tensor logits) {
        int best = 0;
        for (int a = 0; a < logits.size(); a++) {
            NotFiniteException.check("policy's logit", logits.get(a));
            if (logits.get(a) > logits.get(best)) best = a;
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
}
