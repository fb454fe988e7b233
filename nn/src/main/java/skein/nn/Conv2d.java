package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/**
 * A convolution layer: O filters of U · V that look at all C channels of an image, at every
 * stride-th place. x [B, C, H, W], W [O, C, U, V], b [O], y [B, O, outH, outW] with
 * outH = ⌊(H + 2 · pad − U) / stride⌋ + 1.
 */
public final class Conv2d implements Layer {
    private final Layout layout;
    private final String name;
    private final Shape filters;     // [O, C, U, V]
    private final int stride;
    private final int pad;
    private final int weight;        // its number in the layout
    private final int bias;          // its number in the layout: [O]

    /**
     * Enters {@code name.weight} [O, C, U, V] and {@code name.bias} [O] into a layout; the bias
     * is 0.
     *
     * @param layout  where the parameters of the network are listed. Modified.
     * @param name    what messages and checkpoints call the layer
     * @param filters [O, C, U, V]: how many, of which extents
     * @param stride  how far apart neighbors of y look, ≥ 1
     * @param pad     rows and columns of zeros around x, on all four sides, ≥ 0
     * @param initial how the weight begins
     */
    public Conv2d(Layout layout, String name, Shape filters, int stride, int pad,
                  Initializer initial) {
        if (filters.rank() != 4 || filters.size() == 0 || stride < 1 || pad < 0) {
            throw new IllegalArgumentException("Conv2d \"" + name + "\" needs filters [O, C, U, V] "
                    + "of at least 1 each, a stride of at least 1 and a padding of at least 0, but "
                    + "got " + filters + ", stride " + stride + " and padding " + pad + ".");
        }
        this.layout = layout;
        this.name = name;
        this.filters = filters;
        this.stride = stride;
        this.pad = pad;
        weight = layout.add(name + ".weight", filters, initial);
        bias = layout.add(name + ".bias", Shape.of(filters.dim(0)), Initializer.zeros());
    }

    /**
     * {@return y [B, O, outH, outW]}
     *
     * @param x     [B, C, H, W]
     * @param theta the parameters to run on
     */
    @Override public Tensor forward(Tensor x, Parameters theta) {
        if (x.shape().rank() != 4 || !fits(x.shape())) {
            throw new IllegalArgumentException(this + " expects x of shape [B, C=" + filters.dim(1)
                    + ", H, W], at least as large as a filter, but got " + x.shape() + ".");
        }
        return x.conv2d(theta.get(layout, weight), theta.get(layout, bias), stride, pad);
    }

    @Override public Shape output(Shape input) {
        if (input.rank() != 3 || !fits(input)) {
            throw new IllegalArgumentException(this + " expects images [C=" + filters.dim(1)
                    + ", H, W], at least as large as a filter, but got " + input + ".");
        }
        return Shape.of(filters.dim(0), out(input.dim(1), filters.dim(2)),
                out(input.dim(2), filters.dim(3)));
    }

    /** The last three extents are those of an image. */
    private boolean fits(Shape x) {
        return x.dim(-3) == filters.dim(1) && x.dim(-2) + 2 * pad >= filters.dim(2)
                && x.dim(-1) + 2 * pad >= filters.dim(3);
    }

    private int out(int size, int filter) {
        return (size + 2 * pad - filter) / stride + 1;
    }

    /** {@return for example {@code conv1: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters}} */
    @Override public String toString() {
        return name + ": Conv2d " + filters.dim(1) + " → " + filters.dim(0) + ", " + filters.dim(2)
                + "×" + filters.dim(3) + (stride == 1 ? "" : ", stride " + stride)
                + (pad == 0 ? "" : ", padding " + pad) + ", "
                + Layout.count(filters.size() + filters.dim(0));
    }
}
