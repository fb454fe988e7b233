package skein.rl.policy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import skein.nn.NotFiniteException;
import skein.tensor.Tensor;

/** With probability ε any of A actions, each as likely as the others; else the best, by Q(s, ·). */
public final class EpsilonGreedy {
    private EpsilonGreedy() {
    }

    /**
     * {@return an action: each with probability ε/A, and the best with 1 − ε more}
     *
     * @param q       Q(s, ·), [1, A], of one state
     * @param epsilon ε in [0, 1]
     * @param rng     the source of chance; one number is drawn, and a second to explore
     * @throws NotFiniteException if the best action is wanted and a value is NaN or infinite
     */
    public static int sample(Tensor q, double epsilon, RandomGenerator rng) {
        if (rng.nextDouble() < epsilon) return rng.nextInt(q.size());
        return greedy(q);
    }

    /**
     * {@return the action of the largest value, the first of equals}
     *
     * @param q Q(s, ·), [1, A], of one state
     * @throws NotFiniteException if a value is NaN or infinite
     */
    public static int greedy(Tensor q) {
        int best = 0;
        for (int a = 0; a < q.size(); a++) {
            NotFiniteException.check("value of an action", q.get(a));
            if (q.get(a) > q.get(best)) best = a;
        }
        return best;
    }

    /**
     * Computes the probability of each action.
     *
     * @param q       Q(s, ·), [1, A], of one state
     * @param epsilon ε in [0, 1]
     * @param p       receives the probabilities, A elements. Modified.
     */
    public static void probabilities(Tensor q, double epsilon, double[] p) {
        Arrays.fill(p, epsilon / p.length);
        p[greedy(q)] += 1 - epsilon;
    }
}
