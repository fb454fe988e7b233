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
 * <p>A tape belongs to one thread.
 */
public final class Tape {
    static final int[] NONE = {};

    private final Kernels kernels;
    private final boolean recording;
    private final ShapeCache shapes = new ShapeCache();
    private final List<Tensor> nodes = new ArrayList<>();
    private int length;                       // nodes[0 .. length) are this pass

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
        length = 0;
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
        Tensor node = append(null, shape, gradient);
        System.arraycopy(values, 0, node.data, 0, shape.size());
        return node;
    }

    /**
     * {@return a parameter's elements as a tensor on this tape, its gradient going back to it}
     *
     * @param parameter what to read
     */
    public Tensor read(Tensor parameter) {
        return record(Selection.READ, parameter.shape(), parameter);
    }

    /**
     * Applies an operation of one's own.
     *
     * @param operation what to do
     * @param shape     the result's extents
     * @param inputs    what it is done to, at most three, on this tape or on none
     * @return the result
     */
    public Tensor apply(Operation operation, Shape shape, Tensor... inputs) {
        if (inputs.length < 1 || inputs.length > 3) {
            throw new IllegalArgumentException(
                    operation + " needs 1 to 3 inputs, but got " + inputs.length + ".");
        }
        return record(operation, shape, inputs[0], inputs.length > 1 ? inputs[1] : null,
                inputs.length > 2 ? inputs[2] : null, 0, NONE, 0);
    }

    Tensor record(Operation operation, Shape shape, Tensor x) {
        return record(operation, shape, x, null, null, 0, NONE, 0);
    }

    Tensor record(Operation operation, Shape shape, Tensor x, Tensor z) {
        return record(operation, shape, x, z, null, 0, NONE, 0);
    }

    Tensor record(Operation operation, Shape shape, Tensor x, float number) {
        return record(operation, shape, x, null, null, number, NONE, 0);
    }

    Tensor record(Operation operation, Shape shape, Tensor x, int[] indices, int count) {
        return record(operation, shape, x, null, null, 0, indices, count);
    }

    /** Appends a node for this use of the operation, and computes it. Absent inputs are null. */
    Tensor record(Operation operation, Shape shape, Tensor x, Tensor z, Tensor b,
                  float number, int[] indices, int count) {
        x = readable(operation, x);
        z = readable(operation, z);
        b = readable(operation, b);
        Tensor node = append(operation, shape, false);
        node.use(x, z, b, number, indices, count);
        operation.forward(node);
        return node;
    }

    /** The input itself, or, if it is a window of a larger array, a copy that starts at 0. */
    private Tensor readable(Operation operation, Tensor input) {
        if (input == null) return null;
        if (input.tape != null && input.tape != this) {
            throw new IllegalArgumentException(operation
                    + " got a tensor of another tape, of shape "
                    + input.shape() + ". Use tensors of one tape.");
        }
        if (input.place >= length) {
            throw new IllegalArgumentException(operation + " got a tensor of shape " + input.shape()
                    + " that was made before the tape's last clear(). Compute it again.");
        }
        return input.offset == 0 || operation.readsViews() ? input : read(input);
    }

    private Tensor append(Operation operation, Shape shape, boolean gradient) {
        if (length == nodes.size()) nodes.add(new Tensor(this, length));
        Tensor node = nodes.get(length++);
        node.begin(operation, shape, gradient && recording);
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
        if (!recording) throw new IllegalStateException("This tape keeps no gradients.");
        if (loss.tape != this || loss.place >= length) {
            throw new IllegalArgumentException(
                    "backward needs a loss that was computed on this tape since its last clear().");
        }
        if (loss.size() != 1) {
            throw new IllegalArgumentException("backward needs a single value, but the loss has "
                    + "shape " + loss.shape() + ". Use sum() or mean().");
        }
        for (int k = 0; k < length; k++) nodes.get(k).clearGradient();
        if (!loss.needsGradient()) return;      // a loss of constants only: all gradients are 0
        loss.grad[0] = 1;
        for (int k = length - 1; k >= 0; k--) {
            Tensor node = nodes.get(k);
            if (node.operation != null && node.needsGradient()) node.operation.backward(node);
        }
    }

    Kernels kernels() {
        return kernels;
    }

    boolean recording() {
        return recording;
    }

    ShapeCache shapes() {
        return shapes;
    }

    /** {@return the number of tensors on the tape since the last clear} */
    public int length() {
        return length;
    }

    /** {@return the operations in order, a line each} */
    @Override public String toString() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < length; k++) text.append(nodes.get(k)).append('\n');
        return text.toString();
    }
}
