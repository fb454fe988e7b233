package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The loss whose gradient is what Algorithm S3 accumulates, with the entropy bonus of section 4:
 *
 * <pre>
 *   L = − Σ_i log π(a_i | s_i) (R_i − V(s_i))  −  β Σ_i H(π(· | s_i))  +  c Σ_i (R_i − V(s_i))²
 * </pre>
 *
 * <p>Sums over the segment, not means. The advantage R − V in the first term is a constant: only
 * log π is differentiated there, and only V in the last term. It is to be minimized, so the
 * policy's terms stand with a minus.
 *
 * <p>It keeps what it last saw, so that somebody else may report it.
 */
public final class ActorCriticLoss {
    private final float beta;
    private final float valueCoefficient;
    private final LossFigures figures = new LossFigures();

    /**
     * Sets the weights of the terms.
     *
     * @param beta             β ≥ 0, how much entropy is worth; 0.01 (paper, section 8)
     * @param valueCoefficient c ≥ 0; 1 is the paper's listing, 0.5 its first author's programs
     */
    public ActorCriticLoss(double beta, double valueCoefficient) {
        this.beta = weight("beta", beta);
        this.valueCoefficient = weight("valueCoefficient", valueCoefficient);
    }

    static float weight(String name, double value) {
        if (value >= 0 && value < Float.POSITIVE_INFINITY) return (float) value;
        throw new IllegalArgumentException(name + " must be a number >= 0, but got " + value + ".");
    }

    /**
     * {@return the loss of a segment, a single value on the tape of its arguments}
     *
     * @param logits  of π(· | s_i), [B, A]
     * @param values  V(s_i), [B]
     * @param actions a_i, the first B
     * @param returns R_i, the first B
     * @param tape    the tape of logits and values
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor logits, Tensor values, int[] actions, float[] returns, Tape tape) {
        Tensor R = tape.constant(returns, values.size());                     // [B]
        Tensor advantage = R.sub(values.detach());                            // [B]
        Tensor logPi = logits.logSoftmax().pick(actions);                     // [B]
        Tensor entropy = logits.entropy().sum();
        Tensor policyLoss = logPi.mul(advantage).sum().add(entropy.scale(beta)).neg();
        Tensor valueLoss = R.sub(values).square().sum();
        Tensor loss = policyLoss.add(valueLoss.scale(valueCoefficient));
        NotFiniteException.check("loss", loss.item());
        float B = values.size();
        figures.set(policyLoss.item() / B, valueLoss.item() / B, entropy.item() / B, values);
        return loss;
    }

    /** {@return what the last segment had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
