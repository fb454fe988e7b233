package skein.tensor;

/**
 * Probabilities of actions, as policies and their losses need them: a choice of A actions given by
 * logits, and a Gaussian of K independent dimensions given by mean and variance. Plain compositions
 * of operations; the entropy of a choice is {@link Tensor#entropy()}.
 */
public final class Distributions {
    private static final float LOG_2_PI = (float) Math.log(2 * Math.PI);

    private Distributions() {
    }

    /**
     * {@return log p(action) of p = softmax(logits), [B]}
     *
     * @param logits [B, A]
     * @param action [B], each 0 .. A − 1; copied
     */
    public static Tensor logProbability(Tensor logits, int[] action) {
        return logits.logSoftmax().pick(action);
    }

    /**
     * {@return KL(p‖q) = Σ_a p_a (log p_a − log q_a), over the last axis, which is dropped}
     *
     * @param p the logits of the distribution that weighs, [..., A]
     * @param q the logits of the other, [..., A]
     */
    public static Tensor klDivergence(Tensor p, Tensor q) {
        Tensor logP = p.logSoftmax();
        Tensor logQ = q.logSoftmax();
        return logP.exp().mul(logP.sub(logQ)).sum(-1);
    }

    /**
     * {@return log N(a; μ, σ²) = −Σ_k (log 2πσ²_k + (a_k − μ_k)²/σ²_k) / 2, over the last axis}
     *
     * @param a        where, [..., K]
     * @param mean     μ [..., K]
     * @param variance σ² &gt; 0, [..., K]; [..., 1] for one variance of all dimensions
     */
    public static Tensor gaussianLogDensity(Tensor a, Tensor mean, Tensor variance) {
        Tensor distance = a.sub(mean).square().div(variance);
        return distance.add(variance.log().shift(LOG_2_PI)).sum(-1).scale(-0.5f);
    }

    /**
     * {@return H = Σ_k (log 2πσ²_k + 1) / 2, over the last axis, which is dropped}
     *
     * @param variance σ² &gt; 0, [..., K]
     */
    public static Tensor gaussianEntropy(Tensor variance) {
        return variance.log().shift(LOG_2_PI + 1).sum(-1).scale(0.5f);
    }
}
