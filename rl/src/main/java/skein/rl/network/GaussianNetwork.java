package skein.rl.network;

import java.util.Locale;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.Parameters;
import skein.tensor.Tensor;

/**
 * The definition of a policy over continuous actions, a Gaussian with mean μ(s; θ) and one variance
 * σ²(s; θ) for all dimensions, and of V(s; θ_v), on trunks of their own (Mnih et al. 2016, section
 * 9).
 *
 * <p>μ is linear in what the trunk gives, σ² is softplus(linear), so above 0. Both trunks are in
 * one layout: θ and θ_v lie in one array.
 */
public final class GaussianNetwork {
    private static final double MEAN_GAIN = 0.01;            // μ begins near 0, σ² near log 2

    private final Trunk policy;
    private final Trunk critic;
    private final int dimensions;
    private final Linear mean;
    private final Linear variance;
    private final Linear value;

    /**
     * Puts heads on trunks: {@code mean}, {@code variance} and {@code value}.
     *
     * @param policy     the policy's trunk; its layout is modified
     * @param critic     the value's trunk, of the same layout; the same one if it is to be shared
     * @param dimensions K ≥ 1, floats in an action
     */
    public GaussianNetwork(Trunk policy, Trunk critic, int dimensions) {
        if (policy.layout() != critic.layout()) {
            throw new IllegalArgumentException("Policy and value need trunks of one layout, so "
                    + "that θ and θ_v are one array. Make both with the same Layout.");
        }
        this.policy = policy;
        this.critic = critic;
        this.dimensions = dimensions;
        Layout layout = policy.layout();
        Initializer small = Initializer.orthogonal(MEAN_GAIN);
        mean = new Linear(layout, "mean", policy.outputs(), dimensions, small);
        variance = new Linear(layout, "variance", policy.outputs(), 1, small);
        value = new Linear(layout, "value", critic.outputs(), 1, Initializer.orthogonal(1));
    }

    /**
     * {@return μ [B, K]}
     *
     * @param h     what comes out of the policy's trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor mean(Tensor h, Parameters theta) {
        return mean.forward(h, theta);
    }

    /**
     * {@return σ² [B, 1], above 0, of each of the K dimensions}
     *
     * @param h     what comes out of the policy's trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor variance(Tensor h, Parameters theta) {
        return variance.forward(h, theta).softplus();
    }

    /**
     * {@return V [B]}
     *
     * @param h     what comes out of the critic's trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor values(Tensor h, Parameters theta) {
        return value.forward(h, theta).flatten();
    }

    /** {@return the policy's trunk} */
    public Trunk policyTrunk() {
        return policy;
    }

    /** {@return the value's trunk} */
    public Trunk criticTrunk() {
        return critic;
    }

    /** {@return names and shapes of all parameters} */
    public Layout layout() {
        return policy.layout();
    }

    /** {@return the number of floats in an observation} */
    public int observationSize() {
        return policy.input().size();
    }

    /** {@return K, the number of floats in an action} */
    public int dimensions() {
        return dimensions;
    }

    /** {@return a line for each layer, and the number of parameters} */
    @Override public String toString() {
        return String.format(Locale.ROOT, "%s\n%s\n%s\n%s\n%s\n%,d parameters", policy, mean,
                variance, policy == critic ? "(shared)" : critic, value, layout().size());
    }
}
