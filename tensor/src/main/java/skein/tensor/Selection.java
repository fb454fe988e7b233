package skein.tensor;

/** Operations that choose elements by index, or put the axes in another order. */
abstract class Selection extends Movement {
    /** y_i = x[i, index_i]. */
    private static final Selection PICK = new Selection("pick") {
        @Override int source(int k, Tensor y, Shape x) {
            return k * x.dim(1) + y.indices[k];
        }
    };

    /** y[i, ...] = x[index_i, ...]. */
    private static final Selection ROWS = new Selection("rows") {
        @Override int source(int k, Tensor y, Shape x) {
            int width = x.sizeFrom(1);
            return y.indices[k / width] * width + k % width;
        }
    };

    /** Axis k of y is axis order_k of x; y.indices are the strides in x of y's axes. */
    private static final Selection PERMUTE = new Selection("permute") {
        @Override int source(int k, Tensor y, Shape x) {
            int source = 0;
            for (int axis = y.shape().rank() - 1; axis >= 0; axis--) {
                source += k % y.shape().dim(axis) * y.indices[axis];
                k /= y.shape().dim(axis);
            }
            return source;
        }
    };

    private Selection(String name) {
        super(name);
    }

    static Tensor pick(Tensor x, int[] index) {
        if (x.shape().rank() != 2) {
            throw new IllegalArgumentException("pick needs a matrix, but got shape " + x.shape()
                    + ".");
        }
        int rows = x.shape().dim(0);
        if (index.length < rows) {
            throw new IllegalArgumentException("pick from shape " + x.shape() + " needs " + rows
                    + " indices, but got " + index.length + ".");
        }
        PICK.checkIndices(x, index, rows, x.shape().dim(1));
        Tape tape = x.onTape(PICK);
        return PICK.record(x, tape.shapes().of(rows), index, rows);
    }

    static Tensor rows(Tensor x, int[] index) {
        if (x.shape().rank() == 0) {
            throw new IllegalArgumentException("rows needs at least one axis, but got shape [].");
        }
        ROWS.checkIndices(x, index, index.length, x.shape().dim(0));
        ShapeCache shapes = x.onTape(ROWS).shapes().begin().add(index.length);
        for (int axis = 1; axis < x.shape().rank(); axis++) shapes.add(x.shape().dim(axis));
        return ROWS.record(x, shapes.shape(), index, index.length);
    }

    private void checkIndices(Tensor x, int[] index, int count, int extent) {
        for (int i = 0; i < count; i++) {
            if (index[i] >= 0 && index[i] < extent) continue;
            throw new IndexOutOfBoundsException(this + " from shape " + x.shape() + " got index "
                    + index[i] + " at place " + i + ", but it must be in 0 .. " + (extent - 1)
                    + ".");
        }
    }

    private Tensor record(Tensor x, Shape shape, int[] index, int count) {
        Tensor y = x.onTape(this).open(this, shape, x, null, null);
        y.useIndices(index, count);
        return y.tape.close(y);
    }

    static Tensor transpose(Tensor x) {
        if (x.shape().rank() == 2) return permute(x, SWAPPED);
        throw new IllegalArgumentException("transpose needs a matrix, but got shape " + x.shape()
                + ". For more axes there is permute.");
    }

    private static final int[] SWAPPED = {1, 0};

    static Tensor permute(Tensor x, int[] order) {
        checkOrder(x.shape(), order);
        ShapeCache shapes = x.onTape(PERMUTE).shapes().begin();
        for (int axis : order) shapes.add(x.shape().dim(axis));
        Tensor y = x.tape.open(PERMUTE, shapes.shape(), x, null, null);
        y.useIndices(order, order.length);
        for (int k = 0; k < order.length; k++) y.indices[k] = x.shape().sizeFrom(order[k] + 1);
        return y.tape.close(y);
    }

    private static void checkOrder(Shape shape, int[] order) {
        int seen = 0;
        for (int axis : order) if (axis >= 0 && axis < shape.rank()) seen |= 1 << axis;
        if (order.length == shape.rank() && seen == (1 << shape.rank()) - 1) return;
        throw new IllegalArgumentException("permute of shape " + shape + " needs each axis 0 .. "
                + (shape.rank() - 1) + " once, but got " + java.util.Arrays.toString(order) + ".");
    }

    static Tensor reshape(Tensor x, Shape to) {
        if (x.size() == to.size()) return x.onTape("reshape").record(Copy.RESHAPE, to, x);
        throw new IllegalArgumentException("reshape from " + x.shape() + " (" + x.size()
                + " elements) to " + to + " (" + to.size() + ") would change the size.");
    }

    static Tensor flattenRows(Tensor x) {
        if (x.shape().rank() == 0) {
            throw new IllegalArgumentException("flattenRows needs at least one axis, but got shape "
                    + "[].");
        }
        Tape tape = x.onTape("flattenRows");
        return reshape(x, tape.shapes().of(x.shape().dim(0), x.shape().sizeFrom(1)));
    }

    static Tensor insertAxis(Tensor x, int axis) {
        return reshape(x, Joining.withAxis(x.shape(), axis, 1, "insertAxis",
                x.onTape("insertAxis")));
    }
}
