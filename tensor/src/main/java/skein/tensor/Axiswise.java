package skein.tensor;

/** What can be done with a {@link Tensor} over all its elements, or over those along an axis. */
abstract sealed class Axiswise extends Elementwise permits Tensor {
    Axiswise(Tape tape, int place) {
        super(tape, place);
    }

    Axiswise(Shape shape, float[] values, float[] gradient, int offset) {
        super(shape, values, gradient, offset);
    }

    /** {@return the sum of all elements, a single value} */
    public Tensor sum() {
        return Reduction.ofAll(Reduction.SUM, (Tensor) this);
    }

    /** {@return the mean of all elements, a single value} */
    public Tensor mean() {
        return Reduction.ofAll(Reduction.MEAN, (Tensor) this);
    }

    /** {@return the largest of all elements; the first of equal ones gets the gradient} */
    public Tensor max() {
        return Reduction.ofAll(Reduction.MAX, (Tensor) this);
    }

    /** {@return log Σ e^x of all elements, stable for elements of any finite size} */
    public Tensor logSumExp() {
        return Reduction.ofAll(Reduction.LOG_SUM_EXP, (Tensor) this);
    }

    /**
     * {@return the sum over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor sum(int axis) {
        return Reduction.overAxis(Reduction.SUM, (Tensor) this, axis);
    }

    /**
     * {@return the mean over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor mean(int axis) {
        return Reduction.overAxis(Reduction.MEAN, (Tensor) this, axis);
    }

    /**
     * {@return the maxima over an axis, which is dropped; the first of equals gets the gradient}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor max(int axis) {
        return Reduction.overAxis(Reduction.MAX, (Tensor) this, axis);
    }

    /**
     * {@return log Σ e^x over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor logSumExp(int axis) {
        return Reduction.overAxis(Reduction.LOG_SUM_EXP, (Tensor) this, axis);
    }

    /**
     * {@return where along an axis the maxima are, the first of equal ones; row-major, a new array}
     *
     * @param axis −rank .. rank − 1
     */
    public int[] argmax(int axis) {
        return Reduction.argmax((Tensor) this, axis);
    }

    /** {@return softmax over the last axis: e^x, divided by its sum} */
    public Tensor softmax() {
        return Softmax.apply(Softmax.SOFTMAX, (Tensor) this);
    }

    /** {@return log softmax over the last axis, stable for logits of any finite size} */
    public Tensor logSoftmax() {
        return Softmax.apply(Softmax.LOG_SOFTMAX, (Tensor) this);
    }

    /** {@return H = −Σ p log p of p = softmax over the last axis, which is dropped} */
    public Tensor entropy() {
        return Softmax.apply(Softmax.ENTROPY, (Tensor) this);
    }
}
