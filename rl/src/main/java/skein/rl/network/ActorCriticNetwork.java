package skein.rl.network;

import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.Parameters;
import skein.tensor.Tensor;

/**
 * The definition of a network with two heads on one trunk: logits of π(a | s; θ) and V(s; θ_v).
 *
 * <p>The trunk is a multilayer perceptron with ReLU. θ and θ_v share it, as in the paper (section
 * 5.1, "all non-output layers were shared"), and lie in one array.
 */
public final class ActorCriticNetwork {
    private static final double RELU_GAIN = Math.sqrt(2);
    private static final double POLICY_GAIN = 0.01;          // π begins almost uniform

    private final int observationSize;
    private final int actions;
    private final Layout layout = new Layout();
    private final Linear[] trunk;            // an array: iterating allocates nothing
    private final Linear policy;
    private final Linear value;

    /**
     * Puts the network together; orthogonal initialization.
     *
     * @param observationSize I, floats in an observation, ≥ 1
     * @param actions         A, number of actions, ≥ 1
     * @param hidden          units of each hidden layer, from the observation on; at least one
     */
    public ActorCriticNetwork(int observationSize, int actions, int... hidden) {
        if (hidden.length == 0) {
            throw new IllegalArgumentException("A network needs at least one hidden layer.");
        }
        this.observationSize = observationSize;
        this.actions = actions;
        trunk = new Linear[hidden.length];
        int inputs = observationSize;
        for (int k = 0; k < hidden.length; k++) {
            trunk[k] = new Linear(layout, "trunk." + k, inputs, hidden[k],
                    Initializer.orthogonal(RELU_GAIN));
            inputs = hidden[k];
        }
        policy = new Linear(layout, "policy", inputs, actions, Initializer.orthogonal(POLICY_GAIN));
        value = new Linear(layout, "value", inputs, 1, Initializer.orthogonal(1));
    }

    /**
     * {@return the trunk's output h [B, H]}
     *
     * @param s     observations [B, I]
     * @param theta the parameters to run on
     */
    Tensor trunk(Tensor s, Parameters theta) {
        Tensor h = s;
        for (Linear layer : trunk) h = layer.forward(h, theta).relu();
        return h;
    }

    /**
     * {@return logits [B, A]}
     *
     * @param h [B, H]
     * @param theta the parameters to run on
     */
    Tensor logits(Tensor h, Parameters theta) {
        return policy.forward(h, theta);
    }

    /**
     * {@return V [B]}
     *
     * @param h [B, H]
     * @param theta the parameters to run on
     */
    Tensor values(Tensor h, Parameters theta) {
        return value.forward(h, theta).flatten();
    }

    /** {@return names and shapes of all parameters} */
    public Layout layout() {
        return layout;
    }

    /** {@return I, the number of floats in an observation} */
    public int observationSize() {
        return observationSize;
    }

    /** {@return A, the number of actions} */
    public int actions() {
        return actions;
    }

    /** {@return the widths of all layers in one word, e.g. {@code 4-128-(2,1)}} */
    public String layers() {
        StringBuilder text = new StringBuilder().append(observationSize);
        for (Linear layer : trunk) text.append('-').append(layer.outputs());
        return text.append("-(").append(actions).append(",1)").toString();
    }

    /** {@return a line for each layer, and the number of parameters} */
    @Override public String toString() {
        StringBuilder text = new StringBuilder();
        for (Linear layer : trunk) text.append(layer).append('\n');
        return text.append(policy).append('\n').append(value).append('\n')
                .append(layout.size()).append(" parameters").toString();
    }
}
