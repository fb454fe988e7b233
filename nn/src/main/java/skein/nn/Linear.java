package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/** A fully connected layer, y = x · W + b: x [B, I], W [I, O], b [O], y [B, O]. */
public final class Linear implements Layer {
    private final Layout layout;
    private final String name;
    private final int inputs;
    private final int outputs;
    private final int weight;        // its number in the layout: [I, O]
    private final int bias;          // its number in the layout: [O]

    /**
     * Enters {@code name.weight} [I, O] and {@code name.bias} [O] into a layout; the bias is 0.
     *
     * @param layout  where the parameters of the network are listed. Modified.
     * @param name    what messages and checkpoints call the layer
     * @param inputs  I ≥ 1
     * @param outputs O ≥ 1
     * @param initial how the weight begins
     */
    public Linear(Layout layout, String name, int inputs, int outputs, Initializer initial) {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("Linear \"" + name + "\" needs at least one input "
                    + "and one output, but got I=" + inputs + ", O=" + outputs + ".");
        }
        this.layout = layout;
        this.name = name;
        this.inputs = inputs;
        this.outputs = outputs;
        weight = layout.add(name + ".weight", Shape.of(inputs, outputs), initial);
        bias = layout.add(name + ".bias", Shape.of(outputs), Initializer.zeros());
    }

    /**
     * {@return y [B, O]}
     *
     * @param x     [B, I], on the tape that shall record this
     * @param theta the parameters to run on
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        if (x.shape().rank() != 2 || x.shape().dim(1) != inputs) {
            throw new IllegalArgumentException(this + " expects x of shape [B, I=" + inputs
                    + "], but got " + x.shape() + ".");
        }
        return x.affine(theta.get(layout, weight), theta.get(layout, bias));
    }

    /** The same of relu(x), which becomes a vector for each of the B: one operation for three. */
    Tensor forwardOfRelu(Tensor x, Parameters theta) {
        return x.affineOfRelu(theta.get(layout, weight), theta.get(layout, bias));
    }

    @Override public Shape output(Shape input) {
        if (input.rank() != 1 || input.dim(0) != inputs) {
            throw new IllegalArgumentException(this + " expects vectors [I=" + inputs
                    + "], but got " + input + "."
                    + (input.rank() > 1 ? " Put Flatten before it." : ""));
        }
        return Shape.of(outputs);
    }

    /** {@return O, the width of the result} */
    public int outputs() {
        return outputs;
    }

    /** {@return for example {@code trunk.0: Linear 4 → 128, 640 parameters}} */
    @Override public String toString() {
        return name + ": Linear " + inputs + " → " + outputs + ", "
                + Layout.count(inputs * outputs + outputs);
    }
}
