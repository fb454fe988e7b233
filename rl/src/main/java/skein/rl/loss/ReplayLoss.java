package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.tensor.Losses;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The loss of a minibatch drawn from a replay:
 *
 * <pre>
 *   L = 1/B Σ_i w_i h(Q(s_i, a_i) − y_i)         h(e) = e²/2 where |e| ≤ δ, else δ (|e| − δ/2)
 * </pre>
 *
 * <p>A mean over the minibatch, not a sum. y_i is a constant; only the action that was taken gets a
 * gradient. With δ = 1 the gradient of each error is clipped to [−1, 1], as in Mnih et al. 2015;
 * with δ = ∞ it is half the squared error.
 *
 * <p>It keeps what it last saw, so that somebody else may report it.
 */
public final class ReplayLoss {
    private final float delta;
    private Tensor errors;                   // of the last minibatch, [B]
    private final LossFigures figures = new LossFigures();

    /**
     * Sets where the parabola ends.
     *
     * @param delta δ &gt; 0, may be infinite; 1 (Mnih et al. 2015)
     */
    public ReplayLoss(double delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("delta must be > 0, but got " + delta + ".");
        }
        this.delta = (float) delta;
    }

    /**
     * {@return the loss of a minibatch, a single value on the tape of its arguments}
     *
     * @param q       Q(s_i, ·), [B, A]
     * @param actions a_i, the first B
     * @param y       what Q(s_i, a_i) should be, the first B
     * @param weights w_i, the first B
     * @param tape    the tape of q
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor q, int[] actions, float[] y, float[] weights, Tape tape) {
        Tensor taken = q.pick(actions);                                       // [B]
        Tensor target = tape.constant(y, taken.size());                       // [B]
        Tensor w = tape.constant(weights, taken.size());                      // [B]
        Tensor error = Losses.huber(taken, target, delta);                    // [B]
        Tensor loss = error.mul(w).mean();
        NotFiniteException.check("loss", loss.item());
        errors = target.sub(taken);
        figures.set(Float.NaN, mean(error), Float.NaN, taken);
        return loss;
    }

    private static float mean(Tensor x) {
        float sum = 0;
        for (int i = 0; i < x.size(); i++) sum += x.get(i);
        return sum / x.size();
    }

    /** {@return y_i − Q(s_i, a_i) of the last minibatch, [B]; valid as long as its tape is} */
    public Tensor errors() {
        return errors;
    }

    /** {@return what the last minibatch had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
