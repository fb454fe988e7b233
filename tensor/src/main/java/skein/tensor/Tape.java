package skein.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * What was done, in order; played backwards, it gives the gradients.
 *
 * <p>Each operation on a tensor of this tape appends its result. The results are already in an
 * order in which every one comes after its inputs, so the way back needs no recursion and no sort:
 * {@link #backward} walks the list from its end. A tensor used twice is visited by both of its
 * users before its own turn comes, and their gradients have added up by then.
 *
 * <p>The tape owns its tensors and their arrays. {@link #clear} does not give them back: the next
 * pass overwrites them one by one, so that a loop which does the same each time allocates nothing
 * after its first turns. A tensor must therefore not be used after the clear that follows it.
 *
 * <p>A tape belongs to the first thread that uses it, as long as that thread lives.
 */
public final class Tape {
    private final Kernels kernels;
    private final boolean recording;
    private final ShapeCache shapes = new ShapeCache();
    private final List<Tensor> nodes = new ArrayList<>();
    private int length;                       // nodes[0 .. length) are this pass
    private int differentiated;               // nodes[0 .. differentiated) have gradients
    private final OneThread thread = new OneThread();
    private Tensor[] operands = new Tensor[4];

    /**
     * A tape that can be played backwards.
     *
     * @param kernels what does the heavy loops; not shared with another tape
     */
    public Tape(Kernels kernels) {
        this(kernels, true);
    }

    private Tape(Kernels kernels, boolean recording) {
        this.kernels = kernels;
        this.recording = recording;
    }

    /**
     * {@return a tape for forward passes only, as in acting: no gradients are kept}
     *
     * @param kernels what does the heavy loops; not shared with another tape
     */
    public static Tape withoutGradients(Kernels kernels) {
        return new Tape(kernels, false);
    }

    /** Begins a new pass; the tensors of the last one become invalid. */
    public void clear() {
        thread.check("clear");
        length = 0;
        differentiated = 0;
    }

    /**
     * {@return a constant: a tensor without a gradient}
     *
     * @param values its elements, row-major, from element 0 on; copied, may be longer
     * @param shape  its extents
     */
    public Tensor constant(float[] values, Shape shape) {
        return leaf(values, shape, false);
    }

    /**
     * {@return a constant [n]}
     *
     * @param values its elements, the first n; copied
     * @param n      how many
     */
    public Tensor constant(float[] values, int n) {
        return leaf(values, shapes.of(n), false);
    }

    /**
     * {@return a constant [rows, columns]}
     *
     * @param values  its elements, row-major, the first rows · columns; copied
     * @param rows    its first extent
     * @param columns its second extent
     */
    public Tensor constant(float[] values, int rows, int columns) {
        return leaf(values, shapes.of(rows, columns), false);
    }

    /**
     * {@return a tensor whose gradient is wanted}
     *
     * @param values its elements, row-major, from element 0 on; copied, may be longer
     * @param shape  its extents
     */
    public Tensor variable(float[] values, Shape shape) {
        return leaf(values, shape, true);
    }

    private Tensor leaf(float[] values, Shape shape, boolean gradient) {
        if (values.length < shape.size()) {
            throw new IllegalArgumentException("Shape " + shape + " needs " + shape.size()
                    + " values, but got " + values.length + ".");
        }
        Tensor x = next(null, shape);
        x.wantGradient(gradient && recording);
        System.arraycopy(values, 0, x.data, 0, shape.size());
        length++;
        return x;
    }

    /**
     * {@return a parameter's elements as a tensor on this tape, its gradient going back to it}
     *
     * @param parameter what to read
     */
    public Tensor read(Tensor parameter) {
        return record(Copy.READ, parameter.shape(), parameter);
    }

    /**
     * Applies an operation of one's own.
     *
     * @param operation what to do
     * @param shape     the result's extents
     * @param inputs    what it is done to, one tensor or more, on this tape or on none
     * @return the result
     */
    public Tensor apply(Operation operation, Shape shape, Tensor... inputs) {
        if (inputs.length > 0) return close(openAll(operation, shape, inputs));
        throw new IllegalArgumentException(operation + " needs 1 input or more, but got none.");
    }

    Tensor record(Operation operation, Shape shape, Tensor x) {
        return close(open(operation, shape, x, null, null));
    }

    Tensor open(Operation operation, Shape shape, Tensor x, Tensor z, Tensor b) {
        return open(operation, shape, x, z, b, null, null);
    }

    /**
     * Begins the next node, with up to five inputs, absent ones null. Its constants are the
     * caller's to set, then {@link #close} computes it.
     */
    Tensor open(Operation operation, Shape shape, Tensor x, Tensor z, Tensor b,
                Tensor fourth, Tensor fifth) {
        x = readable(operation, x);
        z = readable(operation, z);
        b = readable(operation, b);
        fourth = readable(operation, fourth);
        fifth = readable(operation, fifth);
        Tensor y = next(operation, shape);
        y.use(x);
        y.use(z);
        y.use(b);
        y.use(fourth);
        y.use(fifth);
        return y;
    }

    /** The same for any number of inputs. */
    Tensor openAll(Operation operation, Shape shape, Tensor[] inputs) {
        if (operands.length < inputs.length) operands = new Tensor[inputs.length];
        for (int i = 0; i < inputs.length; i++) operands[i] = readable(operation, inputs[i]);
        Tensor y = next(operation, shape);
        for (int i = 0; i < inputs.length; i++) y.use(operands[i]);
        return y;
    }

    /** Computes the node that was begun; only then it counts. */
    Tensor close(Tensor y) {
        y.wantGradient(recording && y.operation != Copy.DETACH && y.anInputNeedsGradient());
        y.operation.forward(y);
        length++;
        return y;
    }

    /** The input itself, or, if it is a window of a larger array, a copy that starts at 0. */
    private Tensor readable(Operation operation, Tensor input) {
        if (input == null) return null;
        input.checkInput(operation, this, length);
        return input.offset == 0 || operation.readsViews() ? input : read(input);
    }

    private Tensor next(Operation operation, Shape shape) {
        thread.check(operation == null ? "an input" : operation);
        if (length == nodes.size()) nodes.add(new Tensor(this, length));
        Tensor node = nodes.get(length);
        node.begin(operation, shape);
        return node;
    }

    /**
     * Computes the gradient of the loss with respect to everything on the tape and to every
     * parameter that was used. Gradients of tensors on the tape are computed anew; gradients of
     * parameters are added to what their owner has there.
     *
     * @param loss a single value on this tape
     */
    public void backward(Tensor loss) {
        thread.check("backward");
        if (!recording) {
            throw new IllegalStateException("This tape keeps no gradients. For backward, make the "
                    + "tape with new Tape(kernels).");
        }
        loss.checkLoss(this, length);
        differentiated = length;
        for (int k = 0; k < length; k++) nodes.get(k).clearGradient();
        if (!loss.needsGradient()) return;      // a loss of constants only: all gradients are 0
        loss.grad[0] = 1;
        for (int k = loss.place; k >= 0; k--) {
            Tensor y = nodes.get(k);
            if (y.operation != null && y.needsGradient()) y.operation.backward(y);
        }
    }

    Kernels kernels() {
        return kernels;
    }

    ShapeCache shapes() {
        return shapes;
    }

    Tensor node(int place) {
        return nodes.get(place);
    }

    boolean hasGradient(int place) {
        return place < differentiated;
    }

    /** {@return the number of tensors on the tape since the last clear} */
    public int length() {
        return length;
    }

    /** {@return a table: a line for each tensor, with its inputs and the ranges of its numbers} */
    @Override public String toString() {
        return new TapePicture(this).table();
    }

    /** {@return the same as a graph for Graphviz: {@code dot -Tsvg}} */
    public String toDot() {
        return new TapePicture(this).dot();
    }

    /** {@return the same as a drawing, a complete SVG document, for a notebook or a browser} */
    public String toSvg() {
        return new TapePicture(this).svg();
    }
}
