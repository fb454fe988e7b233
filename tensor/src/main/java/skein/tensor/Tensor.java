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
public final class Tensor extends Weighted {
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

    // ---- over all elements or over an axis --------------------------------------------------

    /** {@return the sum of all elements, a single value} */
    public Tensor sum() {
        return Reduction.ofAll(Reduction.SUM, this);
    }

    /** {@return the mean of all elements, a single value} */
    public Tensor mean() {
        return Reduction.ofAll(Reduction.MEAN, this);
    }

    /** {@return the largest of all elements; the first of equal ones gets the gradient} */
    public Tensor max() {
        return Reduction.ofAll(Reduction.MAX, this);
    }

    /** {@return log Σ e^x of all elements, stable for elements of any finite size} */
    public Tensor logSumExp() {
        return Reduction.ofAll(Reduction.LOG_SUM_EXP, this);
    }

    /**
     * {@return the sum over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor sum(int axis) {
        return Reduction.overAxis(Reduction.SUM, this, axis);
    }

    /**
     * {@return the mean over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor mean(int axis) {
        return Reduction.overAxis(Reduction.MEAN, this, axis);
    }

    /**
     * {@return the maxima over an axis, which is dropped; the first of equals gets the gradient}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor max(int axis) {
        return Reduction.overAxis(Reduction.MAX, this, axis);
    }

    /**
     * {@return log Σ e^x over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor logSumExp(int axis) {
        return Reduction.overAxis(Reduction.LOG_SUM_EXP, this, axis);
    }

    /**
     * {@return where along an axis the maxima are, the first of equal ones; row-major, a new array}
     *
     * @param axis −rank .. rank − 1
     */
    public int[] argmax(int axis) {
        return Reduction.argmax(this, axis);
    }

    /** {@return softmax over the last axis: e^x, divided by its sum} */
    public Tensor softmax() {
        return Softmax.apply(Softmax.SOFTMAX, this);
    }

    /** {@return log softmax over the last axis, stable for logits of any finite size} */
    public Tensor logSoftmax() {
        return Softmax.apply(Softmax.LOG_SOFTMAX, this);
    }

    /** {@return H = −Σ p log p of p = softmax over the last axis, which is dropped} */
    public Tensor entropy() {
        return Softmax.apply(Softmax.ENTROPY, this);
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
