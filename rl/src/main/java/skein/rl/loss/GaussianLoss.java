package skein.rl.loss;

import skein.nn.NotFiniteException;
import skein.tensor.Distributions;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The loss of {@link ActorCriticLoss} for a Gaussian policy over actions of K dimensions (Mnih et
 * al. 2016, section 9):
 *
 * <pre>
 *   L = − Σ_i log N(a_i; μ_i, σ²_i) (R_i − V(s_i))  −  β Σ_i H_i  +  c Σ_i (R_i − V(s_i))²
 *
 *   H_i =   ½ (log 2πσ²_i + 1)     the paper's term, whatever K is
 *   H_i = K ½ (log 2πσ²_i + 1)     the differential entropy of the policy
 * </pre>
 *
 * <p>Sums over the segment, not means, and not over dimensions: the value's error counts once for
 * each step. The advantage R − V in the first term is a constant. To be minimized.
 *
 * <p>It keeps what it last saw, so that somebody else may report it: as entropy, the differential.
 */
public final class GaussianLoss {
    private final float beta;
    private final float valueCoefficient;
    private final boolean differential;
    private final LossFigures figures = new LossFigures();

    /**
     * Sets the weights of the terms.
     *
     * @param beta             β ≥ 0, how much entropy is worth; 1e-4 (paper, section 9)
     * @param valueCoefficient c ≥ 0; 1 is the paper's listing
     * @param differential     whether H is the differential entropy instead of the paper's term
     */
    public GaussianLoss(double beta, double valueCoefficient, boolean differential) {
        this.beta = ActorCriticLoss.weight("beta", beta);
        this.valueCoefficient = ActorCriticLoss.weight("valueCoefficient", valueCoefficient);
        this.differential = differential;
    }

    /**
     * {@return the loss of a segment, a single value on the tape of its arguments}
     *
     * @param mean     μ(s_i), [B, K]
     * @param variance σ²(s_i) &gt; 0, [B, 1]; or [B, K], one for each dimension
     * @param values   V(s_i), [B]
     * @param actions  a_i, the first B · K, row-major
     * @param returns  R_i, the first B
     * @param tape     the tape of mean, variance and values
     * @throws NotFiniteException if the loss is NaN or infinite
     */
    public Tensor of(Tensor mean, Tensor variance, Tensor values, float[] actions, float[] returns,
                     Tape tape) {
        int B = values.size();
        int K = mean.shape().dim(1);
        float all = (float) K / variance.shape().dim(1);      // dimensions for each variance
        Tensor R = tape.constant(returns, B);                                 // [B]
        Tensor advantage = R.sub(values.detach());                            // [B]
        Tensor a = tape.constant(actions, B, K);                              // [B, K]
        Tensor logPi = Distributions.gaussianLogDensity(a, mean, variance);   // [B]
        Tensor entropy = Distributions.gaussianEntropy(variance).sum();
        Tensor bonus = entropy.scale(differential ? beta * all : beta);
        Tensor policyLoss = logPi.mul(advantage).sum().add(bonus).neg();
        Tensor valueLoss = R.sub(values).square().sum();
        Tensor loss = policyLoss.add(valueLoss.scale(valueCoefficient));
        NotFiniteException.check("loss", loss.item());
        figures.set(policyLoss.item() / B, valueLoss.item() / B, all * entropy.item() / B, values);
        return loss;
    }

    /** {@return what the last segment had; the thread that learns} */
    public LossFigures figures() {
        return figures;
    }
}
