package skein.tensor;

/**
 * Putting tensors together along an axis, and cutting one into parts: the way back of the one is
 * the way forth of the other.
 *
 * <p>Before the axis there are [outer] blocks; a block of the whole is a block of the first part,
 * then one of the second, ...; each part's blocks are contiguous.
 */
abstract class Joining extends Operation {
    private static final Joining CONCAT = new Concat("concat");
    private static final Joining STACK = new Concat("stack");      // each part has extent 1

    private static final Joining SLICE = new Joining("slice") {
        @Override protected void forward(Tensor y) {
            Tensor x = y.input(0);
            int outer = y.shape().sizeBefore(y.axis);
            copyBlocks(outer, x.data, y.indices[0], block(x, outer), y.data, 0, block(y, outer),
                    block(y, outer));
        }

        @Override protected void backward(Tensor y) {
            Tensor x = y.input(0);
            int outer = y.shape().sizeBefore(y.axis);
            addBlocks(outer, y.grad, 0, block(y, outer), x.grad, y.indices[0], block(x, outer),
                    block(y, outer));
        }

        @Override protected void define(double[] y, double[][] x, Tensor use) {
            int outer = use.shape().sizeBefore(use.axis);
            copyBlocks(outer, x[0], use.indices[0], block(use.input(0), outer), y, 0,
                    block(use, outer), block(use, outer));
        }
    };

    private static final class Concat extends Joining {
        Concat(String name) {
            super(name);
        }

        @Override protected void forward(Tensor y) {
            int outer = y.shape().sizeBefore(y.axis);
            int at = 0;
            for (int i = 0; i < y.inputs(); i++) {
                int length = block(y.input(i), outer);
                copyBlocks(outer, y.input(i).data, 0, length, y.data, at, block(y, outer), length);
                at += length;
            }
        }

        @Override protected void backward(Tensor y) {
            int outer = y.shape().sizeBefore(y.axis);
            int at = 0;
            for (int i = 0; i < y.inputs(); i++) {
                Tensor x = y.input(i);
                int length = block(x, outer);
                if (x.needsGradient()) {
                    addBlocks(outer, y.grad, at, block(y, outer), x.grad, 0, length, length);
                }
                at += length;
            }
        }

        @Override protected void define(double[] y, double[][] x, Tensor use) {
            int outer = use.shape().sizeBefore(use.axis);
            int at = 0;
            for (int i = 0; i < x.length; i++) {
                int length = block(use.input(i), outer);
                copyBlocks(outer, x[i], 0, length, y, at, block(use, outer), length);
                at += length;
            }
        }
    }

    private Joining(String name) {
        super(name);
    }

    static Tensor slice(Tensor x, int axis, int start, int end) {
        int along = x.shape().axis(axis, SLICE);
        int extent = x.shape().dim(along);
        if (start < 0 || start > end || end > extent) {
            throw new IndexOutOfBoundsException("slice of shape " + x.shape() + " along axis "
                    + axis + " got " + start + " .. " + end + ", but needs 0 <= start <= end <= "
                    + extent + ".");
        }
        Tape tape = x.onTape(SLICE);
        Tensor y = tape.open(SLICE, resized(x.shape(), along, end - start, tape), x, null, null);
        y.axis = along;
        y.useIndex(start * x.shape().sizeFrom(along + 1));
        return tape.close(y);
    }

    static Tensor concat(int axis, Tensor[] parts) {
        Tape tape = CONCAT.tapeOf(parts);
        Shape first = parts[0].shape();
        int along = first.axis(axis, CONCAT);
        long extent = 0;
        for (Tensor part : parts) {
            CONCAT.checkAgrees(first, part.shape(), along);
            extent += part.shape().dim(along);
        }
        if (extent > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(CONCAT + " of " + parts.length + " tensors along "
                    + "axis " + along + " would be " + extent + " long, but an extent is at most "
                    + Integer.MAX_VALUE + ".");
        }
        Shape shape = resized(first, along, (int) extent, tape);
        return CONCAT.record(tape, shape, along, parts);
    }

    static Tensor stack(int axis, Tensor[] parts) {
        Tape tape = STACK.tapeOf(parts);
        for (Tensor part : parts) STACK.checkAgrees(parts[0].shape(), part.shape(), -1);
        Shape shape = withAxis(parts[0].shape(), axis, parts.length, STACK, tape);
        return STACK.record(tape, shape, axis < 0 ? axis + shape.rank() : axis, parts);
    }

    private Tensor record(Tape tape, Shape shape, int axis, Tensor[] parts) {
        Tensor y = tape.openAll(this, shape, parts);
        y.axis = axis;
        return tape.close(y);
    }

    private Tape tapeOf(Tensor[] parts) {
        if (parts.length == 0) throw new IllegalArgumentException(this + " needs 1 tensor or more, "
                + "but got none.");
        for (Tensor part : parts) if (part.tape != null) return part.tape;
        return parts[0].onTape(this);
    }

    private void checkAgrees(Shape first, Shape part, int except) {
        boolean agrees = part.rank() == first.rank();
        for (int k = 0; agrees && k < first.rank(); k++) {
            agrees = k == except || part.dim(k) == first.dim(k);
        }
        if (agrees) return;
        throw new IllegalArgumentException(this + " got shapes " + first + " and " + part
                + ", but they must be equal" + (except < 0 ? "." : " except along axis " + except
                + "."));
    }

    private static Shape resized(Shape x, int axis, int extent, Tape tape) {
        ShapeCache shapes = tape.shapes().begin();
        for (int k = 0; k < x.rank(); k++) shapes.add(k == axis ? extent : x.dim(k));
        return shapes.shape();
    }

    /** The shape of x with one more axis. */
    static Shape withAxis(Shape x, int axis, int extent, Object operation, Tape tape) {
        int rank = x.rank();
        int inserted = axis < 0 ? axis + rank + 1 : axis;
        if (inserted < 0 || inserted > rank) {
            throw new IndexOutOfBoundsException(operation + " of shape " + x + " got axis "
                    + axis + ", but it must be in " + (-rank - 1) + " .. " + rank + ".");
        }
        ShapeCache shapes = tape.shapes().begin();
        for (int k = 0; k <= rank; k++) {
            if (k == inserted) shapes.add(extent);
            if (k < rank) shapes.add(x.dim(k));
        }
        return shapes.shape();
    }

    /** How many contiguous elements a tensor has in each of the outer blocks. */
    private static int block(Tensor x, int outer) {
        return outer == 0 ? 0 : x.size() / outer;
    }

    /** In each block: y[yo ..] = x[xo ..], length elements; blocks begin xStep and yStep apart. */
    private static void copyBlocks(int outer, Object x, int xo, int xStep,
                                   Object y, int yo, int yStep, int length) {
        for (int b = 0; b < outer; b++) {
            System.arraycopy(x, xo + b * xStep, y, yo + b * yStep, length);
        }
    }

    /** In each block: y[yo ..] += x[xo ..], length elements. */
    private static void addBlocks(int outer, float[] x, int xo, int xStep,
                                  float[] y, int yo, int yStep, int length) {
        for (int b = 0; b < outer; b++) {
            for (int i = 0; i < length; i++) y[yo + b * yStep + i] += x[xo + b * xStep + i];
        }
    }
}
