package skein.rl.network;

import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.Parameters;
import skein.tensor.Tensor;

/**
 * The definition of a network with two heads on one trunk: logits of π(a | s; θ) and V(s; θ_v).
 *
 * <p>θ and θ_v share the trunk, as in the paper (section 5.1), and lie in one array.
 */
public final class ActorCriticNetwork {
    private static final double POLICY_GAIN = 0.01;          // π begins almost uniform

    private final Trunk trunk;
    private final int actions;
    private final Linear policy;
    private final Linear value;

    /**
     * Puts heads on a trunk: {@code policy} and {@code value}; orthogonal initialization.
     *
     * @param trunk   what both share; its layout is modified
     * @param actions A, number of actions, ≥ 1
     */
    public ActorCriticNetwork(Trunk trunk, int actions) {
        this.trunk = trunk;
        this.actions = actions;
        Layout layout = trunk.layout();
        policy = new Linear(layout, "policy", trunk.outputs(), actions,
                Initializer.orthogonal(POLICY_GAIN));
        value = new Linear(layout, "value", trunk.outputs(), 1, Initializer.orthogonal(1));
    }

    /**
     * Puts heads on a multilayer perceptron, {@code trunk.0}, ...
     *
     * @param observationSize I, floats in an observation, ≥ 1
     * @param actions         A, number of actions, ≥ 1
     * @param hidden          units of each hidden layer, from the observation on; at least one
     */
    public ActorCriticNetwork(int observationSize, int actions, int... hidden) {
        this(Trunk.mlp(new Layout(), "trunk", observationSize, hidden), actions);
    }

    /**
     * {@return logits [B, A]}
     *
     * @param h     what comes out of the trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor logits(Tensor h, Parameters theta) {
        return policy.forward(h, theta);
    }

    /**
     * {@return V [B]}
     *
     * @param h     what comes out of the trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor values(Tensor h, Parameters theta) {
        return value.forward(h, theta).flatten();
    }

    /** {@return what both heads share} */
    public Trunk trunk() {
        return trunk;
    }

    /** {@return names and shapes of all parameters} */
    public Layout layout() {
        return trunk.layout();
    }

    /** {@return the number of floats in an observation} */
    public int observationSize() {
        return trunk.input().size();
    }

    /** {@return A, the number of actions} */
    public int actions() {
        return actions;
    }

    /** {@return the widths of all layers in one word, e.g. {@code 4-128-(2,1)}} */
    public String layers() {
        return trunk.title() + "-(" + actions + ",1)";
    }

    /** {@return a line for each layer, and the number of parameters} */
    @Override public String toString() {
        return String.format(java.util.Locale.ROOT, "%s\n%s\n%s\n%,d parameters", trunk, policy,
                value, layout().size());
    }
}
