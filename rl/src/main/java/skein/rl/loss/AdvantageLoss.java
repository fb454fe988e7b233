package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.rl.memory.Samples;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The loss of A3C over a batch whose advantages were estimated beforehand:
 *
 * <pre>
 *   L = − mean log π(a_i | s_i) A_i  −  β mean H(π(· | s_i))  +  c mean (R_i − V(s_i))²
 * </pre>
 *
 * <p>Means, where {@link ActorCriticLoss} has sums: how long the gradient is does not depend on how
 * many worlds there are. A_i and R_i are constants. To be minimized.
 *
 * <p>It keeps what it last saw, so that somebody else may report it.
 */
public final class AdvantageLoss {
    private final float beta;
    private final float valueCoefficient;
    private final LossFigures figures = new LossFigures();

    /**
     * Sets the weights of the terms.
     *
     * @param beta             β ≥ 0, how much entropy is worth
     * @param valueCoefficient c ≥ 0
     */
    public AdvantageLoss(double beta, double valueCoefficient) {
        this.beta = ActorCriticLoss.weight("beta", beta);
        this.valueCoefficient = ActorCriticLoss.weight("valueCoefficient", valueCoefficient);
    }

    /**
     * {@return the loss of a batch, a single value on the tape of its arguments}
     *
     * @param logits of π(· | s_i), [B, A]
     * @param values V(s_i), [B]
     * @param batch  a_i, A_i, R_i, of B rows; not modified
     * @param tape   the tape of logits and values
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor logits, Tensor values, Samples batch, Tape tape) {
        int B = batch.size();
        Tensor R = tape.constant(batch.returns(), B);                         // [B]
        Tensor advantage = tape.constant(batch.advantages(), B);              // [B]
        Tensor logPi = logits.logSoftmax().pick(batch.actions());             // [B]
        Tensor entropy = logits.entropy().mean();
        Tensor policyLoss = logPi.mul(advantage).mean().add(entropy.scale(beta)).neg();
        Tensor valueLoss = R.sub(values).square().mean();
        Tensor loss = policyLoss.add(valueLoss.scale(valueCoefficient));
        NotFiniteException.check("loss", loss.item());
        figures.set(policyLoss.item(), valueLoss.item(), entropy.item(), values);
        return loss;
    }

    /** {@return what the last batch had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
