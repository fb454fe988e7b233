package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/** Makes each input a vector: [B, C, H, W] becomes [B, C · H · W], in this order. */
public final class Flatten implements Layer {
    /** A layer without parameters. */
    public Flatten() {
    }

    /**
     * {@return the same elements, [B, I]}
     *
     * @param x     [B, ...]
     * @param theta not used
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        return x.flattenRows();
    }

    @Override public Shape output(Shape input) {
        return Shape.of(input.size());
    }

    /** {@return {@code Flatten}} */
    @Override public String toString() {
        return "Flatten";
    }
}
