package skein.nn;

import java.util.Arrays;
import skein.tensor.Shape;
import skein.tensor.Tensor;

/**
 * Layer normalization (Ba, Kiros, Hinton 2016): each input is brought to mean 0 and variance 1 over
 * its features, and then given a mean and a size that are learned:
 *
 * <pre>
 *   y = (x − mean) / √(variance + ε) · gain + bias          x, y [B, I], gain, bias [I]
 * </pre>
 *
 * <p>The variance is the mean of the squares, with 1/I. It makes a deep network's scale independent
 * of its weights; the paper's networks do without.
 */
public final class LayerNorm implements Layer {
    private final Layout layout;
    private final String name;
    private final int inputs;
    private final float epsilon;
    private final int gain;          // its number in the layout: [I]
    private final int bias;          // its number in the layout: [I]

    /**
     * Enters {@code name.gain} [I], 1 at first, and {@code name.bias} [I], 0 at first.
     *
     * @param layout  where the parameters of the network are listed. Modified.
     * @param name    what messages and checkpoints call the layer
     * @param inputs  I ≥ 1
     * @param epsilon ε &gt; 0, what keeps equal features from being divided by 0; 1e-5 is usual
     */
    public LayerNorm(Layout layout, String name, int inputs, double epsilon) {
        if (inputs < 1) {
            throw new IllegalArgumentException("LayerNorm \"" + name + "\" needs at least one input"
                    + ", but got I=" + inputs + ".");
        }
        this.layout = layout;
        this.name = name;
        this.inputs = inputs;
        this.epsilon = Checks.positive("epsilon", epsilon);
        gain = layout.add(name + ".gain", Shape.of(inputs), (values, offset, shape, rng) ->
                Arrays.fill(values, offset, offset + inputs, 1));
        bias = layout.add(name + ".bias", Shape.of(inputs), Initializer.zeros());
    }

    /**
     * {@return y [B, I]}
     *
     * @param x     [B, I]
     * @param theta the parameters to run on
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        if (x.shape().rank() != 2 || x.shape().dim(1) != inputs) {
            throw new IllegalArgumentException(this + " expects x of shape [B, I=" + inputs
                    + "], but got " + x.shape() + ".");
        }
        Tensor centered = x.sub(x.mean(1).insertAxis(1));                     // [B, I]
        Tensor variance = centered.square().mean(1).insertAxis(1);            // [B, 1]
        return centered.div(variance.shift(epsilon).sqrt()).mul(theta.get(layout, gain))
                .add(theta.get(layout, bias));
    }

    @Override public Shape output(Shape input) {
        if (input.rank() == 1 && input.dim(0) == inputs) return input;
        throw new IllegalArgumentException(this + " expects vectors [I=" + inputs + "], but got "
                + input + ".");
    }

    /** {@return for example {@code norm: LayerNorm 128, 256 parameters}} */
    @Override public String toString() {
        return name + ": LayerNorm " + inputs + ", " + Layout.count(2 * inputs);
    }
}
