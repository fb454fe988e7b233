package skein.tensor;

/**
 * Stretches a tensor to a larger shape, as NumPy does: shapes are aligned at their last axes, and
 * an axis of extent 1, or one that is missing in front, repeats its elements. Every element that
 * was repeated gets the sum of its copies' gradients.
 */
final class Broadcast extends Operation {
    private static final Broadcast BROADCAST = new Broadcast();

    private Broadcast() {
        super("broadcast");
    }

    /** The tensor itself if it has the shape already. */
    static Tensor to(Shape shape, Tensor x, Tape tape) {
        return x.shape().equals(shape) ? x : tape.record(BROADCAST, shape, x);
    }

    /** The shape to which both can be stretched. */
    static Shape common(Operation operation, Shape x, Shape z, ShapeCache shapes) {
        if (x.equals(z)) return x;
        int rank = Math.max(x.rank(), z.rank());
        shapes.begin();
        for (int axis = -rank; axis < 0; axis++) {
            int m = extent(x, axis);
            int n = extent(z, axis);
            if (m != n && m != 1 && n != 1) {
                throw new IllegalArgumentException(operation + " cannot broadcast shapes " + x + " and "
                        + z + ": extents " + m + " and " + n + " differ and neither is 1.");
            }
            shapes.add(m == 1 ? n : m);
        }
        return shapes.shape();
    }

    /** The extent of an axis counted from behind (−1 is the last); 1 where it is missing. */
    private static int extent(Shape shape, int axis) {
        return -axis <= shape.rank() ? shape.dim(axis) : 1;
    }

    @Override protected void forward(Tensor y) {
        if (y.size() > 0) forward(y, 0, y.input(0), 0, -y.shape().rank(), y.size(), y.input(0).size());
    }

    /** One block of y (ySize elements from yo) from one of x, along this axis and those after it. */
    private static void forward(Tensor y, int yo, Tensor x, int xo, int axis, int ySize, int xSize) {
        if (axis == 0) {
            y.data[yo] = x.data[xo];
            return;
        }
        int n = y.shape().dim(axis);
        boolean repeat = extent(x.shape(), axis) == 1;
        int yBlock = ySize / n;
        int xBlock = repeat ? xSize : xSize / n;
        for (int i = 0; i < n; i++) {
            forward(y, yo + i * yBlock, x, repeat ? xo : xo + i * xBlock, axis + 1, yBlock, xBlock);
        }
    }

    @Override protected void backward(Tensor y) {
        if (y.size() > 0) backward(y, 0, y.input(0), 0, -y.shape().rank(), y.size(), y.input(0).size());
    }

    private static void backward(Tensor y, int yo, Tensor x, int xo, int axis, int ySize, int xSize) {
        if (axis == 0) {
            x.grad[xo] += y.grad[yo];
            return;
        }
        int n = y.shape().dim(axis);
        boolean repeat = extent(x.shape(), axis) == 1;
        int yBlock = ySize / n;
        int xBlock = repeat ? xSize : xSize / n;
        for (int i = 0; i < n; i++) {
            backward(y, yo + i * yBlock, x, repeat ? xo : xo + i * xBlock, axis + 1, yBlock, xBlock);
        }
    }
}
