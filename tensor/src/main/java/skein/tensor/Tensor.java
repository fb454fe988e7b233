package skein.tensor;

import java.util.Arrays;

/**
 * Numbers in a {@link Shape}, and where they came from.
 *
 * <p>A tensor is either on a {@link Tape} (an input, or the result of an operation) or a parameter:
 * a window of a larger array that somebody else owns, on no tape. Operations never change their
 * operands; they append a new tensor to the operands' tape.
 */
public final class Tensor {
    final Tape tape;               // null for a parameter
    final int place;               // on the tape: the how-manyth
    private Shape shape;
    float[] data;                  // elements offset .. offset + size − 1 are this tensor's
    float[] grad;                  // the same elements; null until a gradient is wanted
    final int offset;              // 0 on a tape
    private boolean needsGradient;

    Operation operation;           // null for inputs and parameters
    private final Tensor[] inputs = new Tensor[3];
    float number;                  // a constant that belongs to this use of the operation
    int[] indices = {};            // indices that belong to this use of the operation
    Object memo;                   // what an operation keeps here for the next pass

    Tensor(Tape tape, int place) {
        this.tape = tape;
        this.place = place;
        this.offset = 0;
        this.data = new float[0];
    }

    private Tensor(Shape shape, float[] values, float[] gradient, int offset) {
        this.tape = null;
        this.place = -1;
        this.shape = shape;
        this.data = values;
        this.grad = gradient;
        this.offset = offset;
        this.needsGradient = gradient != null;
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

    // ---- what it is -------------------------------------------------------------------------

    /** {@return the extents} */
    public Shape shape() {
        return shape;
    }

    /** {@return the number of elements} */
    public int size() {
        return shape.size();
    }

    /**
     * {@return one element}
     *
     * @param index its place in row-major order
     */
    public float get(int index) {
        return data[offset + checked(index)];
    }

    /** {@return the one element of a single value} */
    public float item() {
        if (size() == 1) return get(0);
        throw new IllegalStateException("item() needs a single value, but the shape is " + shape
                + ".");
    }

    /** {@return all elements, row-major, a new array} */
    public float[] toArray() {
        return Arrays.copyOfRange(data, offset, offset + size());
    }

    /** {@return all elements of the gradient, row-major, a new array; zeros if there is none} */
    public float[] gradientToArray() {
        if (grad == null || !needsGradient) return new float[size()];
        return Arrays.copyOfRange(grad, offset, offset + size());
    }

    /** {@return whether a gradient is computed for this tensor} */
    public boolean needsGradient() {
        return needsGradient;
    }

    /** {@return the elements, from 0 on, maybe with unused room behind; for operations only} */
    public float[] data() {
        return data;
    }

    /** {@return the gradient's elements, laid out as {@link #data()}; for operations only} */
    public float[] gradient() {
        return grad;
    }

    /**
     * {@return an input of the operation that made this tensor}
     *
     * @param i 0 for the first
     */
    public Tensor input(int i) {
        if (i >= 0 && i < inputs.length && inputs[i] != null) return inputs[i];
        throw new IndexOutOfBoundsException(operation + " has no input " + i + ".");
    }

    /** {@return for example {@code tanh [3, 4]}} */
    @Override public String toString() {
        String kind = operation != null ? operation.toString() : tape == null
                ? "parameter" : "input";
        return kind + " " + shape;
    }

    // ---- what can be done with it -----------------------------------------------------------

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
        return Affine.affine(this, w, b);
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
     * {@return x + z, broadcast}
     *
     * @param z the other summand
     */
    public Tensor add(Tensor z) {
        return Arithmetic.apply(Arithmetic.ADD, this, z);
    }

    /**
     * {@return x − z, broadcast}
     *
     * @param z what is taken away
     */
    public Tensor sub(Tensor z) {
        return Arithmetic.apply(Arithmetic.SUB, this, z);
    }

    /**
     * {@return x · z, element by element, broadcast}
     *
     * @param z the other factor
     */
    public Tensor mul(Tensor z) {
        return Arithmetic.apply(Arithmetic.MUL, this, z);
    }

    /**
     * {@return x / z, element by element, broadcast}
     *
     * @param z the divisor
     */
    public Tensor div(Tensor z) {
        return Arithmetic.apply(Arithmetic.DIV, this, z);
    }

    /** {@return −x} */
    public Tensor neg() {
        return scale(-1);
    }

    /**
     * {@return c · x}
     *
     * @param c a constant
     */
    public Tensor scale(float c) {
        return onTape("scale").record(Pointwise.SCALE, shape, this, c);
    }

    /**
     * {@return x + c}
     *
     * @param c a constant
     */
    public Tensor shift(float c) {
        return onTape("shift").record(Pointwise.SHIFT, shape, this, c);
    }

    /** {@return the hyperbolic tangent of each element} */
    public Tensor tanh() {
        return onTape("tanh").record(Pointwise.TANH, shape, this);
    }

    /** {@return max(x, 0) of each element; the gradient at 0 is 0} */
    public Tensor relu() {
        return onTape("relu").record(Pointwise.RELU, shape, this);
    }

    /** {@return e to the power of each element} */
    public Tensor exp() {
        return onTape("exp").record(Pointwise.EXP, shape, this);
    }

    /** {@return the natural logarithm of each element} */
    public Tensor log() {
        return onTape("log").record(Pointwise.LOG, shape, this);
    }

    /** {@return the square of each element} */
    public Tensor square() {
        return onTape("square").record(Pointwise.SQUARE, shape, this);
    }

    /** {@return log softmax over the last axis, stable for logits of any finite size} */
    public Tensor logSoftmax() {
        return Softmax.logSoftmax(this);
    }

    /** {@return H = −Σ p log p of p = softmax over the last axis, which is dropped} */
    public Tensor entropy() {
        return Softmax.entropy(this);
    }

    /** {@return the sum of all elements, a single value} */
    public Tensor sum() {
        return Reduction.sum(this);
    }

    /** {@return the mean of all elements, a single value} */
    public Tensor mean() {
        return Reduction.mean(this);
    }

    /**
     * {@return the sum over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor sum(int axis) {
        return Reduction.sum(this, axis);
    }

    /**
     * {@return the mean over an axis, which is dropped}
     *
     * @param axis −rank .. rank − 1
     */
    public Tensor mean(int axis) {
        return Reduction.mean(this, axis);
    }

    /**
     * {@return y[i] = x[i, index[i]]}
     *
     * @param index a column for each of the B rows; copied
     */
    public Tensor pick(int[] index) {
        return Selection.pick(this, index);
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

    /** {@return the same elements, held constant: no gradient goes back through them} */
    public Tensor detach() {
        return onTape("detach").record(Selection.DETACH, shape, this);
    }

    // ---- for the tape -----------------------------------------------------------------------

    /** The tape of this tensor; a parameter alone has none, and the complaint says so. */
    Tape onTape(String operation) {
        if (tape != null) return tape;
        throw new IllegalArgumentException(operation + " was asked of a parameter of shape " + shape
                + ", which is on no tape. Begin with tape.read(parameter).");
    }

    void begin(Operation operation, Shape shape, boolean gradient) {
        this.operation = operation;
        this.shape = shape;
        if (data.length < shape.size()) data = new float[shape.size()];
        wantGradient(gradient);
    }

    void use(Tensor x, Tensor z, Tensor b, float number, int[] indices, int count) {
        inputs[0] = x;
        inputs[1] = z;
        inputs[2] = b;
        this.number = number;
        if (this.indices.length < count) this.indices = new int[count];
        System.arraycopy(indices, 0, this.indices, 0, count);
        boolean wanted = wants(x) || wants(z) || wants(b);
        wantGradient(wanted && tape.recording() && operation != Selection.DETACH);
    }

    private static boolean wants(Tensor input) {
        return input != null && input.needsGradient;
    }

    private void wantGradient(boolean wanted) {
        needsGradient = wanted;
        if (wanted && (grad == null || grad.length < data.length)) grad = new float[data.length];
    }

    void clearGradient() {
        if (needsGradient) Arrays.fill(grad, 0, size(), 0);
    }

    private int checked(int index) {
        if (index >= 0 && index < size()) return index;
        throw new IndexOutOfBoundsException("Shape " + shape + " has no element " + index + ".");
    }
}
