package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.rl.memory.Samples;
import skein.tensor.Distributions;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The losses of proximal policy optimization (Schulman et al. 2017), with ρ_i = π(a_i | s_i) /
 * π_old(a_i | s_i), the one with a clipped objective (equation 7) and the one with a penalty
 * (equation 8):
 *
 * <pre>
 *   L = − mean min(ρ_i A_i, clip(ρ_i, 1 − ε, 1 + ε) A_i)  −  β mean H  +  c mean E
 *   L = − mean ρ_i A_i  +  k mean KL(π_old‖π)             −  β mean H  +  c mean E
 *
 *   E_i = (R_i − V(s_i))²                  or, clipped as in its authors' programs,
 *   E_i = max((R_i − V(s_i))², (R_i − V_old(s_i) − clip(V(s_i) − V_old(s_i), −ε_V, ε_V))²)
 * </pre>
 *
 * <p>An infinite ε or ε_V does not clip, and k = 0 does not punish, so that one formula does for
 * both. π_old and V_old are what the network said when the samples were taken: numbers that do not
 * change while θ does. A_i and R_i are constants too. To be minimized.
 *
 * <p>It keeps what it last saw, so that somebody else may report it.
 */
public final class ProximalLoss {
    private final float epsilon;
    private final float valueEpsilon;
    private final KlPenalty penalty;
    private final float beta;
    private final float valueCoefficient;
    private final LossFigures figures = new LossFigures();
    private volatile float clippedPart;

    /**
     * Sets the weights of the terms.
     *
     * @param epsilon          ε &gt; 0; 0.2 in the article; infinite for the penalty alone
     * @param valueEpsilon     ε_V &gt; 0; infinite in the article
     * @param penalty          k, which changes from batch to batch
     * @param beta             β ≥ 0, how much entropy is worth
     * @param valueCoefficient c ≥ 0
     */
    public ProximalLoss(double epsilon, double valueEpsilon, KlPenalty penalty, double beta,
                        double valueCoefficient) {
        this.epsilon = positive("epsilon", epsilon);
        this.valueEpsilon = positive("valueEpsilon", valueEpsilon);
        this.penalty = penalty;
        this.beta = ActorCriticLoss.weight("beta", beta);
        this.valueCoefficient = ActorCriticLoss.weight("valueCoefficient", valueCoefficient);
    }

    private static float positive(String name, double value) {
        if (value > 0) return (float) value;
        throw new IllegalArgumentException(name + " must be > 0, but got " + value + ".");
    }

    /**
     * {@return the loss of a minibatch, a single value on the tape of its arguments}
     *
     * @param logits of π(· | s_i), [B, A]
     * @param values V(s_i), [B]
     * @param batch  a_i, A_i, R_i, and what θ_old made of s_i, of B rows; not modified
     * @param tape   the tape of logits and values
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor logits, Tensor values, Samples batch, Tape tape) {
        int B = batch.size();
        Tensor R = tape.constant(batch.returns(), B);                         // [B]
        Tensor advantage = tape.constant(batch.advantages(), B);              // [B]
        Tensor rho = ratio(logits, batch, tape);                              // [B]
        Tensor entropy = logits.entropy().mean();
        Tensor objective = rho.mul(advantage)
                .minimum(rho.clamp(1 - epsilon, 1 + epsilon).mul(advantage)).mean();
        Tensor policyLoss = objective.add(entropy.scale(beta)).neg();
        Tensor valueLoss = errors(R, values, batch, tape).mean();
        Tensor loss = policyLoss.add(valueLoss.scale(valueCoefficient));
        if (penalty.active()) {
            loss = loss.add(kl(logits, batch, tape).scale((float) penalty.coefficient()));
        }
        NotFiniteException.check("loss", loss.item());
        figures.set(policyLoss.item(), valueLoss.item(), entropy.item(), values);
        clippedPart = clippedPart(rho);
        return loss;
    }

    /**
     * ρ = e^(log π − log π_old), [B]. A quotient of probabilities could be 0 / 0; this is at most
     * e^37, because no action is ever drawn that was less probable than 2^−53.
     */
    private static Tensor ratio(Tensor logits, Samples batch, Tape tape) {
        Tensor logPi = logits.logSoftmax().pick(batch.actions());
        Tensor logPiOld = tape.constant(batch.logPi(), batch.size());
        return logPi.sub(logPiOld).exp();
    }

    /** E, [B]. */
    private Tensor errors(Tensor R, Tensor values, Samples batch, Tape tape) {
        Tensor error = R.sub(values).square();
        if (valueEpsilon == Float.POSITIVE_INFINITY) return error;
        Tensor old = tape.constant(batch.values(), batch.size());
        Tensor near = old.add(values.sub(old).clamp(-valueEpsilon, valueEpsilon));
        return error.maximum(R.sub(near).square());
    }

    /**
     * {@return mean KL(π_old‖π), nats, a single value on the tape of its arguments}
     *
     * @param logits of π(· | s_i), [B, A]
     * @param batch  what θ_old made of s_i, of B rows; not modified
     * @param tape   the tape of logits
     */
    public static Tensor kl(Tensor logits, Samples batch, Tape tape) {
        Tensor old = tape.constant(batch.logits(), batch.size(), logits.shape().dim(1));
        return Distributions.klDivergence(old, logits).mean();
    }

    private float clippedPart(Tensor rho) {
        int outside = 0;
        for (int i = 0; i < rho.size(); i++) if (Math.abs(rho.get(i) - 1) > epsilon) outside++;
        return (float) outside / rho.size();
    }

    /** {@return which part of the last minibatch had |ρ − 1| > ε, 0 .. 1; any thread} */
    public float clippedPart() {
        return clippedPart;
    }

    /** {@return what the last minibatch had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
