package skein.tensor;

/**
 * Numbers in a {@link Shape}, and where they came from.
 *
 * <p>A tensor is either on a {@link Tape} (an input, or the result of an operation) or a parameter:
 * a window of a larger array that somebody else owns, on no tape. Operations never change their
 * operands; they append a new tensor to the operands' tape.
 *
 * <p>What is done over an axis drops it: the sum of [3, 4] over axis 1 has shape [3]. To subtract
 * it from the rows again, bring the axis back: {@code x.sub(x.mean(1).insertAxis(1))}.
 */
public final class Tensor extends Axiswise {
    Tensor(Tape tape, int place) {
        super(tape, place);
    }

    private Tensor(Shape shape, float[] values, float[] gradient, int offset) {
        super(shape, values, gradient, offset);
    }

    /**
     * {@return a parameter: a window of an array that its owner goes on changing}
     *
     * @param shape    its extents
     * @param values   holds its elements from {@code offset} on; not copied
     * @param gradient as long as values, receives (+=) its gradient; null if none is wanted
     * @param offset   where the window begins in both arrays
     */
    public static Tensor parameter(Shape shape, float[] values, float[] gradient, int offset) {
        if (offset < 0 || offset + (long) shape.size() > values.length) {
            throw new IllegalArgumentException("A parameter of shape " + shape + " at " + offset
                    + " does not fit into " + values.length + " values.");
        }
        if (gradient != null && gradient.length != values.length) {
            throw new IllegalArgumentException("values and gradient must be equally long, but got "
                    + values.length + " and " + gradient.length + ".");
        }
        return new Tensor(shape, values, gradient, offset);
    }

    // ---- with weights: the heavy part of a layer of neurons ----------------------------------

    /**
     * {@return x · w}
     *
     * @param w a matrix [I, O]; this is [B, I], the result [B, O]
     */
    public Tensor matmul(Tensor w) {
        return Affine.matmul(this, w);
    }

    /**
     * {@return x · w + b}
     *
     * @param w a matrix [I, O]
     * @param b a vector [O]
     */
    public Tensor affine(Tensor w, Tensor b) {
        Tape tape = onTape("affine");
        return tape.close(Affine.begin(tape, this, w, b));
    }

    /**
     * {@return relu(x) · w + b, as {@code relu().flattenRows().affine(w, b)} and faster}
     *
     * @param w a matrix [I, O]; this is [B, ...] with I elements for each of the B
     * @param b a vector [O]
     */
    public Tensor affineOfRelu(Tensor w, Tensor b) {
        return AffineOfRelu.affineOfRelu(this, w, b);
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
        return Convolution.conv2d(this, w, b, stride, pad);
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
        return Lstm.lstm(this, state, wx, wh, b);
    }

    // ---- the same elements, chosen or arranged ----------------------------------------------

    /**
     * {@return y[i] = x[i, index[i]]}
     *
     * @param index a column for each of the B rows; copied
     */
    public Tensor pick(int[] index) {
        return Selection.pick(this, index);
    }

    /**
     * {@return y[i, ...] = x[index[i], ...]}
     *
     * @param index rows, in any order; a row that is named twice gets both gradients; copied
     */
    public Tensor rows(int... index) {
        return Selection.rows(this, index);
    }

    /**
     * {@return the part of an axis from start to before end}
     *
     * @param axis  −rank .. rank − 1
     * @param start the first index
     * @param end   the index after the last one
     */
    public Tensor slice(int axis, int start, int end) {
        return Joining.slice(this, axis, start, end);
    }

    /**
     * {@return tensors one after another along an axis; their other extents are equal}
     *
     * @param axis  −rank .. rank − 1
     * @param parts one or more
     */
    public static Tensor concat(int axis, Tensor... parts) {
        return Joining.concat(axis, parts);
    }

    /**
     * {@return tensors of one shape side by side along a new axis}
     *
     * @param axis  where the result has the new axis: −rank − 1 .. rank
     * @param parts one or more
     */
    public static Tensor stack(int axis, Tensor... parts) {
        return Joining.stack(axis, parts);
    }

    /**
     * {@return the same elements in another shape}
     *
     * @param to a shape of the same size
     */
    public Tensor reshape(Shape to) {
        return Selection.reshape(this, to);
    }

    /** {@return the same elements as a vector} */
    public Tensor flatten() {
        return Selection.reshape(this, onTape("flatten").shapes().of(size()));
    }

    /** {@return the same elements as a matrix [B, I]: all axes but the first become one} */
    public Tensor flattenRows() {
        return Selection.flattenRows(this);
    }

    /**
     * {@return the same elements with one more axis, of extent 1}
     *
     * @param axis where the result has it: −rank − 1 .. rank
     */
    public Tensor insertAxis(int axis) {
        return Selection.insertAxis(this, axis);
    }

    /** {@return the transpose of a matrix} */
    public Tensor transpose() {
        return Selection.transpose(this);
    }

    /**
     * {@return the axes in another order}
     *
     * @param order each axis once: axis k of the result is axis order[k] of x
     */
    public Tensor permute(int... order) {
        return Selection.permute(this, order);
    }

    /** {@return the same elements, held constant: no gradient goes back through them} */
    public Tensor detach() {
        return onTape("detach").record(Copy.DETACH, shape(), this);
    }
}
