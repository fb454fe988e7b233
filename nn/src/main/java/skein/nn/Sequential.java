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

    @Override public Tensor forward(Tensor x, Parameters theta) {
        for (Layer layer : layers) x = layer.forward(x, theta);
        return x;
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
