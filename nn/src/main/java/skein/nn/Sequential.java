package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/** Layers one after another: the output of each is the input of the next. */
public final class Sequential implements Layer {
    private final Shape input;
    private final Layer[] layers;            // an array: iterating allocates nothing

    /**
     * Puts layers together, and refuses those that do not fit, naming layer and shape.
     *
     * @param input  the shape of one input, without B
     * @param layers from the input on; not copied
     */
    public Sequential(Shape input, Layer... layers) {
        this.input = input;
        this.layers = layers;
        output();
    }

    /** {@return the shape of one input, without B} */
    public Shape input() {
        return input;
    }

    /** {@return the shape of one output, without B} */
    public Shape output() {
        return output(input);
    }

    @Override public Shape output(Shape shape) {
        for (Layer layer : layers) shape = layer.output(shape);
        return shape;
    }

    /**
     * {@return y, the output of the last layer}
     *
     * <p>A ReLU, a Flatten and a Linear one after another are one operation on the tape,
     * {@link Tensor#affineOfRelu}: the same numbers, sooner.
     *
     * @param x     [B, ...], on the tape that shall record this
     * @param theta the parameters to run on
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        for (int k = 0; k < layers.length; k++) {
            if (fromPictureToVector(k)) {
                x = ((Linear) layers[k + 2]).forwardOfRelu(x, theta);
                k += 2;
            } else {
                x = layers[k].forward(x, theta);
            }
        }
        return x;
    }

    private boolean fromPictureToVector(int k) {
        return k + 2 < layers.length && layers[k] == Activation.RELU
                && layers[k + 1] instanceof Flatten && layers[k + 2] instanceof Linear;
    }

    /** {@return a line for the input and for each layer, with the shape of its output} */
    @Override public String toString() {
        StringBuilder text = new StringBuilder("input ").append(input);
        Shape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
            text.append('\n').append(layer).append(" → ").append(shape);
        }
        return text.toString();
    }
}
