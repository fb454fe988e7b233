package skein.rl.returns;

import skein.tensor.Tensor;

/** What each transition of a minibatch was worth. */
public final class QTargets {
    private QTargets() {
    }

    /**
     * One step, and what the best action after it is worth:
     *
     * <pre>
     *   y_i = r_i                               if s'_i is terminal
     *         r_i + γ Q(s'_i, a'_i; θ⁻)         otherwise, a'_i = argmax_a' of what chooses
     * </pre>
     *
     * <p>If Q(s', ·; θ⁻) itself chooses, that is r + γ max_a' Q(s', a'; θ⁻) (Mnih et al. 2015); if
     * Q(s', ·; θ) does, it is Double Q-learning (van Hasselt, Guez, Silver 2016), in which an error
     * of θ⁻ is not sought out.
     *
     * @param rewards    r_i, the first B
     * @param terminated whether s'_i is terminal, the first B; not at a time limit
     * @param chooses    [B, A], its largest entry in row i is a'_i; the first of equals
     * @param values     Q(s'_i, ·; θ⁻), [B, A]
     * @param gamma      the discount γ, in [0, 1]
     * @param y          receives y_i, the first B. Modified.
     */
    public static void oneStep(float[] rewards, boolean[] terminated, Tensor chooses,
                               Tensor values, double gamma, float[] y) {
        int A = values.shape().dim(1);
        for (int i = 0; i < values.shape().dim(0); i++) {
            int best = i * A;
            for (int k = i * A; k < (i + 1) * A; k++) {
                if (chooses.get(k) > chooses.get(best)) best = k;
            }
            y[i] = (float) (rewards[i] + (terminated[i] ? 0 : gamma * values.get(best)));
        }
    }
}
