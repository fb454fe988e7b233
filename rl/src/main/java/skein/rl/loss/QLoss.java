package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The loss whose gradient is what Algorithms 1 and S2 accumulate:
 *
 * <pre>
 *   L = c Σ_i (R_i − Q(s_i, a_i))²
 * </pre>
 *
 * <p>A sum over the segment, not a mean. R_i (y in the one-step methods) is a constant; only the
 * action that was taken gets a gradient.
 *
 * <p>It keeps what it last saw, so that somebody else may report it.
 */
public final class QLoss {
    private final float valueCoefficient;
    private final int[] oneAction = new int[1];
    private final float[] oneReturn = new float[1];
    private final LossFigures figures = new LossFigures();

    /**
     * Sets the weight.
     *
     * @param valueCoefficient c ≥ 0; 1 is the paper's listings, 0.5 makes the gradient Q − R
     */
    public QLoss(double valueCoefficient) {
        this.valueCoefficient = ActorCriticLoss.weight("valueCoefficient", valueCoefficient);
    }

    /**
     * {@return the loss of a segment, a single value on the tape of its arguments}
     *
     * @param q       Q(s_i, ·), [B, A]
     * @param actions a_i, the first B
     * @param returns R_i, the first B
     * @param tape    the tape of q
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor q, int[] actions, float[] returns, Tape tape) {
        Tensor taken = q.pick(actions);                                       // [B]
        Tensor R = tape.constant(returns, taken.size());                      // [B]
        Tensor error = R.sub(taken).square().sum();
        Tensor loss = error.scale(valueCoefficient);
        NotFiniteException.check("loss", loss.item());
        figures.set(Float.NaN, error.item() / taken.size(), Float.NaN, taken);
        return loss;
    }

    /**
     * {@return the same for a single step}
     *
     * @param q    Q(s, ·), [1, A]
     * @param a    what was done
     * @param y    what Q(s, a) should be
     * @param tape the tape of q
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor q, int a, float y, Tape tape) {
        oneAction[0] = a;
        oneReturn[0] = y;
        return of(q, oneAction, oneReturn, tape);
    }

    /** {@return what the last segment had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
