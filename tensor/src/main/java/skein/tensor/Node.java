package skein.tensor;

import java.util.Arrays;

/**
 * What a {@link Tensor} is: its elements, its gradient, its place on the tape, and the operation
 * and the inputs that it came from. What can be done with it stands in {@link Elementwise}, in
 * {@link Axiswise} and in {@link Tensor}: one class in four files.
 */
abstract sealed class Node permits Elementwise {
    final Tape tape;               // null for a parameter
    final int place;               // on the tape: the how-manyth
    float[] data;                  // elements offset .. offset + size − 1 are this tensor's
    float[] grad;                  // the same elements; null until a gradient is wanted
    final int offset;              // 0 on a tape
    private Shape shape;
    private boolean needsGradient;

    Operation operation;           // null for inputs and parameters
    private Tensor[] inputs = new Tensor[3];
    private int inputCount;
    float number;                  // a constant that belongs to this use of the operation
    int axis;                      // an axis, counted from the front, that belongs to it
    int[] indices = {};            // indices that belong to it, maybe with unused room behind
    Object memo;                   // what an operation keeps here for the next pass

    /** A node of a tape. */
    Node(Tape tape, int place) {
        this.tape = tape;
        this.place = place;
        this.offset = 0;
        this.data = new float[0];
    }

    /** A parameter. */
    Node(Shape shape, float[] values, float[] gradient, int offset) {
        this.tape = null;
        this.place = -1;
        this.shape = shape;
        this.data = values;
        this.grad = gradient;
        this.offset = offset;
        this.needsGradient = gradient != null;
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
        if (index >= 0 && index < size()) return data[offset + index];
        throw new IndexOutOfBoundsException("Shape " + shape + " has no element " + index + ".");
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

    /**
     * Copies all elements, row-major.
     *
     * @param to receives them from element 0 on; at least as long. Modified.
     */
    public void copyTo(float[] to) {
        if (to.length < size()) {
            throw new IllegalArgumentException("copyTo of shape " + shape + " needs an array of at "
                    + "least " + size() + " floats, but got " + to.length + ".");
        }
        System.arraycopy(data, offset, to, 0, size());
    }

    /**
     * {@return all elements of the gradient, row-major, a new array; zeros if none is wanted, and
     * before {@link Tape#backward}}
     */
    public float[] gradientToArray() {
        if (!hasGradient()) return new float[size()];
        return Arrays.copyOfRange(grad, offset, offset + size());
    }

    /** Whether there is one: a parameter's is always there. */
    boolean hasGradient() {
        return needsGradient && (tape == null || tape.hasGradient(place));
    }

    /** {@return whether a gradient is computed for this tensor} */
    public boolean needsGradient() {
        return needsGradient;
    }

    /** {@return the elements, from 0 on, maybe with unused room behind; for operations only} */
    public float[] data() {
        return data;
    }

    /**
     * {@return the gradient's elements, laid out as {@link #data()}; for operations only}
     *
     * @throws IllegalStateException if this tensor wants none; {@link Tensor#needsGradient} tells
     */
    public float[] gradient() {
        if (needsGradient) return grad;
        throw new IllegalStateException(this + " wants no gradient. An operation's backward asks "
                + "each input: if (x.needsGradient()) ...");
    }

    /**
     * {@return an input of the operation that made this tensor}
     *
     * @param i 0 for the first
     */
    public Tensor input(int i) {
        if (i >= 0 && i < inputCount) return inputs[i];
        throw new IndexOutOfBoundsException(kind() + " has no input " + i + "; it has "
                + inputCount + ".");
    }

    /** {@return how many inputs the operation that made this tensor has; 0 without operation} */
    public int inputs() {
        return inputCount;
    }

    /** {@return for example {@code tanh [3, 4]}} */
    @Override public String toString() {
        return kind() + " " + shape;
    }

    String kind() {
        if (operation != null) return operation.toString();
        if (tape == null) return "parameter";
        return needsGradient ? "variable" : "constant";
    }

    // ---- for the tape -----------------------------------------------------------------------

    /** The tape of this tensor; a parameter alone has none, and the complaint says so. */
    Tape onTape(Object operation) {
        if (tape != null) return tape;
        throw new IllegalArgumentException(operation + " was asked of a parameter of shape " + shape
                + ", which is on no tape. Begin with tape.read(parameter).");
    }

    /** Whether it may be an operation's input on a tape that has so many nodes now. */
    void checkInput(Operation operation, Tape tape, int length) {
        if (this.tape != null && this.tape != tape) {
            throw new IllegalArgumentException(operation + " got a tensor of another tape, of "
                    + "shape " + shape + ". Use tensors of one tape.");
        }
        if (place >= length) {
            throw new IllegalArgumentException(operation + " got a tensor of shape " + shape
                    + " that was made before the tape's last clear(). Compute it again.");
        }
    }

    /** Whether a tape that has so many nodes now can be played backwards from here. */
    void checkLoss(Tape tape, int length) {
        if (this.tape != tape || place >= length) {
            throw new IllegalArgumentException("backward needs a loss that was computed on this "
                    + "tape since its last clear(), but got " + this + ".");
        }
        if (size() != 1) {
            throw new IllegalArgumentException("backward needs a single value, but the loss has "
                    + "shape " + shape + ". Use sum() or mean().");
        }
    }

    void begin(Operation operation, Shape shape) {
        this.operation = operation;
        this.shape = shape;
        inputCount = 0;
        if (data.length < shape.size()) data = new float[shape.size()];
    }

    void use(Tensor input) {
        if (input == null) return;
        if (inputCount == inputs.length) inputs = Arrays.copyOf(inputs, 2 * inputCount);
        inputs[inputCount++] = input;
    }

    void useIndices(int[] indices, int count) {
        if (this.indices.length < count) this.indices = new int[count];
        System.arraycopy(indices, 0, this.indices, 0, count);
    }

    void useIndex(int index) {
        if (indices.length < 1) indices = new int[1];
        indices[0] = index;
    }

    boolean anInputNeedsGradient() {
        for (int i = 0; i < inputCount; i++) if (inputs[i].needsGradient()) return true;
        return false;
    }

    void wantGradient(boolean wanted) {
        needsGradient = wanted;
        if (wanted && (grad == null || grad.length < data.length)) grad = new float[data.length];
    }

    void clearGradient() {
        if (needsGradient) Arrays.fill(grad, offset, offset + size(), 0);
    }
}
