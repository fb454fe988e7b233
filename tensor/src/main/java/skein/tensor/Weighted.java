package skein.tensor;

/** What can be done with a {@link Tensor} and weights: the heavy part of a layer of neurons. */
abstract sealed class Weighted extends Elementwise permits Tensor {
    Weighted(Tape tape, int place) {
        super(tape, place);
    }

    Weighted(Shape shape, float[] values, float[] gradient, int offset) {
        super(shape, values, gradient, offset);
    }

    /**
     * {@return x · w}
     *
     * @param w a matrix [I, O]; this is [B, I], the result [B, O]
     */
    public Tensor matmul(Tensor w) {
        return Affine.matmul((Tensor) this, w);
    }

    /**
     * {@return x · w + b}
     *
     * @param w a matrix [I, O]
     * @param b a vector [O]
     */
    public Tensor affine(Tensor w, Tensor b) {
        return Affine.affine((Tensor) this, w, b);
    }

    /**
     * {@return w ∗ x + b, a convolution}
     *
     * @param w      filters [O, C, U, V], not flipped; this is [N, C, H, W]
     * @param b      a vector [O]
     * @param stride how far apart neighbors of the result look, ≥ 1
     * @param pad    rows and columns of zeros around x, on all four sides, ≥ 0
     */
    public Tensor conv2d(Tensor w, Tensor b, int stride, int pad) {
        return Convolution.conv2d((Tensor) this, w, b, stride, pad);
    }

    /**
     * {@return y [T B, 2 H], a long short-term memory unrolled over T steps of B sequences; a row
     * is a state: h, what goes on to the next layer, then c, the cell}
     *
     * <pre>
     *   z = x_t · wx + h_{t−1} · wh + b            i, f, g, o: the four quarters of z
     *   c_t = σ(f) c_{t−1} + σ(i) tanh(g)          h_t = σ(o) tanh(c_t)
     * </pre>
     *
     * <p>Hochreiter and Schmidhuber 1997, with the forget gate of Gers, Schmidhuber and Cummins
     * 2000. This is x [T B, I], first step first.
     *
     * @param state before the first step, [B, 2 H]
     * @param wx    [I, 4 H]
     * @param wh    [H, 4 H]
     * @param b     [4 H]
     */
    public Tensor lstm(Tensor state, Tensor wx, Tensor wh, Tensor b) {
        return Lstm.lstm((Tensor) this, state, wx, wh, b);
    }
}
