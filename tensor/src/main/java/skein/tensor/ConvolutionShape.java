package skein.tensor;

/**
 * The extents of a convolution: x [N, C, H, W], weights w [O, C, U, V], y [N, O, outH, outW].
 *
 * @param c      C, channels of x
 * @param h      H, rows of x
 * @param w      W, columns of x
 * @param o      O, channels of y
 * @param u      U, rows of a filter
 * @param v      V, columns of a filter
 * @param stride how far apart, in x, neighbors of y look
 * @param pad    rows and columns of zeros that are thought around x, on all four sides
 */
public record ConvolutionShape(int c, int h, int w, int o, int u, int v, int stride, int pad) {
    /** {@return rows of y; what is left over at the bottom of x is not read} */
    public int outH() {
        return (h + 2 * pad - u) / stride + 1;
    }

    /** {@return columns of y} */
    public int outW() {
        return (w + 2 * pad - v) / stride + 1;
    }

    /** {@return elements of one image of x} */
    public int imageSize() {
        return c * h * w;
    }

    /** {@return weights of one filter} */
    public int filterSize() {
        return c * u * v;
    }

    /** {@return elements of one channel of y} */
    public int outSize() {
        return outH() * outW();
    }
}
