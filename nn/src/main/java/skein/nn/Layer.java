package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/**
 * A piece of a network that turns each of a batch of inputs into an output. What its
 * {@code toString} gives, name, extents and the number of parameters, {@link Sequential} prints.
 */
public interface Layer {
    /**
     * {@return y [B, ...]}
     *
     * @param x     [B, ...], on the tape that shall record this
     * @param theta the parameters to run on, of the layout that the layer entered its own into
     * @throws IllegalArgumentException if the shape of x does not fit, naming both
     */
    Tensor forward(Tensor x, Parameters theta);

    /**
     * {@return the shape of one output, without B}
     *
     * @param input the shape of one input, without B
     * @throws IllegalArgumentException if it does not fit
     */
    Shape output(Shape input);
}
