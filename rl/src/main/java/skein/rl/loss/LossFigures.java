package skein.rl.loss;

import skein.tensor.Tensor;

/**
 * What a loss last saw, for whoever reports; NaN is what it does not have, or has not seen yet. All
 * but the entropy is to be read by the thread that computes the loss.
 */
public final class LossFigures {
    private float policyLoss = Float.NaN;
    private float valueLoss = Float.NaN;
    private volatile float entropy = Float.NaN;              // read by the thread that reports
    private float absValue = Float.NaN;

    LossFigures() {
    }

    /** All are means over the steps that the loss was computed of; values is V(s_i), [B]. */
    void set(float policyLoss, float valueLoss, float entropy, Tensor values) {
        this.policyLoss = policyLoss;
        this.valueLoss = valueLoss;
        this.entropy = entropy;
        float sum = 0;
        for (int i = 0; i < values.size(); i++) sum += Math.abs(values.get(i));
        absValue = sum / values.size();
    }

    /** {@return the policy's terms, the entropy bonus among them, a step} */
    public float policyLoss() {
        return policyLoss;
    }

    /** {@return the value's or Q's error, squared or as Huber has it, a step; not weighted} */
    public float valueLoss() {
        return valueLoss;
    }

    /** {@return the mean entropy of the policies, nats; any thread} */
    public float entropy() {
        return entropy;
    }

    /** {@return the mean of |V(s_i)|, or of |Q(s_i, a_i)|, reward} */
    public float absValue() {
        return absValue;
    }
}
