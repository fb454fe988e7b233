package skein.nn;

import java.util.function.UnaryOperator;
import skein.tensor.Shape;
import skein.tensor.Tensor;

/** A function of each element by itself, between layers with weights: it has no parameters. */
public enum Activation implements Layer {
    /** max(x, 0). */
    RELU("ReLU", Tensor::relu),

    /** The hyperbolic tangent, −1 .. 1. */
    TANH("tanh", Tensor::tanh),

    /** 1 / (1 + e^−x), 0 .. 1. */
    SIGMOID("sigmoid", Tensor::sigmoid),

    /** log(1 + e^x), above 0. */
    SOFTPLUS("softplus", Tensor::softplus);

    private final String title;
    private final UnaryOperator<Tensor> function;

    Activation(String title, UnaryOperator<Tensor> function) {
        this.title = title;
        this.function = function;
    }

    /**
     * {@return the function of each element}
     *
     * @param x     of any shape
     * @param theta not used
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        return function.apply(x);
    }

    @Override public Shape output(Shape input) {
        return input;
    }

    /** {@return for example {@code ReLU}} */
    @Override public String toString() {
        return title;
    }
}
