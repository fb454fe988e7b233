package skein.tensor;

/**
 * What can be done with each element of a {@link Tensor} by itself, or with the elements of two
 * tensors at the same place. Two shapes need not be equal: they are broadcast, as
 * {@link Broadcast} explains.
 */
abstract sealed class Elementwise extends Node permits Axiswise {
    Elementwise(Tape tape, int place) {
        super(tape, place);
    }

    Elementwise(Shape shape, float[] values, float[] gradient, int offset) {
        super(shape, values, gradient, offset);
    }

    // ---- of two tensors ---------------------------------------------------------------------

    /**
     * {@return x + z, broadcast}
     *
     * @param z the other summand
     */
    public Tensor add(Tensor z) {
        return Arithmetic.apply(Arithmetic.ADD, (Tensor) this, z);
    }

    /**
     * {@return x − z, broadcast}
     *
     * @param z what is taken away
     */
    public Tensor sub(Tensor z) {
        return Arithmetic.apply(Arithmetic.SUB, (Tensor) this, z);
    }

    /**
     * {@return x · z, element by element, broadcast}
     *
     * @param z the other factor
     */
    public Tensor mul(Tensor z) {
        return Arithmetic.apply(Arithmetic.MUL, (Tensor) this, z);
    }

    /**
     * {@return x / z, element by element, broadcast}
     *
     * @param z the divisor
     */
    public Tensor div(Tensor z) {
        return Arithmetic.apply(Arithmetic.DIV, (Tensor) this, z);
    }

    /**
     * {@return the smaller of x and z, broadcast; where they are equal, x gets the gradient}
     *
     * @param z the other
     */
    public Tensor minimum(Tensor z) {
        return Arithmetic.apply(Arithmetic.MINIMUM, (Tensor) this, z);
    }

    /**
     * {@return the larger of x and z, broadcast; where they are equal, x gets the gradient}
     *
     * @param z the other
     */
    public Tensor maximum(Tensor z) {
        return Arithmetic.apply(Arithmetic.MAXIMUM, (Tensor) this, z);
    }

    // ---- of one tensor and a constant -------------------------------------------------------

    /**
     * {@return c · x}
     *
     * @param c a constant
     */
    public Tensor scale(float c) {
        return apply(Pointwise.SCALE, c);
    }

    /**
     * {@return x + c}
     *
     * @param c a constant
     */
    public Tensor shift(float c) {
        return apply(Pointwise.SHIFT, c);
    }

    /**
     * {@return x, but nowhere below c; the gradient is 0 where x &lt; c}
     *
     * @param c the lower bound
     */
    public Tensor atLeast(float c) {
        return apply(Pointwise.AT_LEAST, c);
    }

    /**
     * {@return x, but nowhere above c; the gradient is 0 where x &gt; c}
     *
     * @param c the upper bound
     */
    public Tensor atMost(float c) {
        return apply(Pointwise.AT_MOST, c);
    }

    /**
     * {@return x held between two bounds; the gradient is 0 outside}
     *
     * @param low  the lower bound
     * @param high the upper bound, not below the lower one
     */
    public Tensor clamp(float low, float high) {
        if (low <= high) return atLeast(low).atMost(high);
        throw new IllegalArgumentException("clamp of shape " + shape() + " needs low <= high, but "
                + "got " + low + " and " + high + ".");
    }

    /**
     * {@return x²/2 where |x| ≤ δ, else δ (|x| − δ/2); see {@link Losses#huber}}
     *
     * @param delta δ &gt; 0, where the parabola goes over into straight lines
     */
    public Tensor huber(float delta) {
        if (delta > 0) return apply(Pointwise.HUBER, delta);
        throw new IllegalArgumentException("huber of shape " + shape()
                + " needs delta > 0, but got " + delta + ".");
    }

    // ---- of one tensor ----------------------------------------------------------------------

    /** {@return −x} */
    public Tensor neg() {
        return scale(-1);
    }

    /** {@return 1 / x} */
    public Tensor reciprocal() {
        return apply(Pointwise.RECIPROCAL, 0);
    }

    /** {@return |x|; the gradient at 0 is 0} */
    public Tensor abs() {
        return apply(Pointwise.ABS, 0);
    }

    /** {@return x²} */
    public Tensor square() {
        return apply(Pointwise.SQUARE, 0);
    }

    /** {@return √x; the gradient at 0 is infinite} */
    public Tensor sqrt() {
        return apply(Pointwise.SQRT, 0);
    }

    /** {@return e to the power of x} */
    public Tensor exp() {
        return apply(Pointwise.EXP, 0);
    }

    /** {@return the natural logarithm of x} */
    public Tensor log() {
        return apply(Pointwise.LOG, 0);
    }

    /** {@return max(x, 0); the gradient at 0 is 0} */
    public Tensor relu() {
        return apply(Pointwise.RELU, 0);
    }

    /** {@return the hyperbolic tangent of x} */
    public Tensor tanh() {
        return apply(Pointwise.TANH, 0);
    }

    /** {@return 1 / (1 + e^−x)} */
    public Tensor sigmoid() {
        return apply(Pointwise.SIGMOID, 0);
    }

    /** {@return log(1 + e^x), for every finite x without overflow} */
    public Tensor softplus() {
        return apply(Pointwise.SOFTPLUS, 0);
    }

    private Tensor apply(Pointwise function, float c) {
        Tensor y = onTape(function).open(function, shape(), (Tensor) this, null, null);
        y.number = c;
        return y.tape.close(y);
    }
}
