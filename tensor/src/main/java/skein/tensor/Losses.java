package skein.tensor;

/**
 * How far a prediction is from its target, element by element or row by row; {@link Tensor#sum()}
 * or {@link Tensor#mean()} makes one loss of it. Plain compositions of operations.
 */
public final class Losses {
    private Losses() {
    }

    /**
     * {@return (p − y)², without ½, broadcast}
     *
     * @param p the prediction
     * @param y the target
     */
    public static Tensor squaredError(Tensor p, Tensor y) {
        return p.sub(y).square();
    }

    /**
     * {@return e²/2 where |e| ≤ δ, else δ (|e| − δ/2), of e = p − y, broadcast}
     *
     * <p>Its gradient is e, held between −δ and δ (Huber 1964; DQN's clipped error is δ = 1).
     *
     * @param p     the prediction
     * @param y     the target
     * @param delta δ &gt; 0
     */
    public static Tensor huber(Tensor p, Tensor y, float delta) {
        return p.sub(y).huber(delta);
    }

    /**
     * {@return −log p(label) of p = softmax(logits), a value for each row}
     *
     * @param logits [B, A]
     * @param label  [B], each 0 .. A − 1; copied
     */
    public static Tensor crossEntropy(Tensor logits, int[] label) {
        return Distributions.logProbability(logits, label).neg();
    }
}
