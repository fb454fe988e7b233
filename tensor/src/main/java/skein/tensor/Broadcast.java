package skein.tensor;

/**
 * Stretches a tensor to a larger shape, as NumPy does: shapes are aligned at their last axes, and
 * an axis of extent 1, or one that is missing in front, repeats its elements. Every element that
 * was repeated gets the sum of its copies' gradients.
 */
final class Broadcast extends Movement {
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
                throw new IllegalArgumentException(operation + " cannot broadcast shapes " + x
                        + " and " + z + ": extents " + m + " and " + n
                        + " differ and neither is 1.");
            }
            shapes.add(m == 1 ? n : m);
        }
        return shapes.shape();
    }

    /** The extent of an axis counted from behind (−1 is the last); 1 where it is missing. */
    private static int extent(Shape shape, int axis) {
        return -axis <= shape.rank() ? shape.dim(axis) : 1;
    }

    @Override int source(int k, Tensor y, Shape x) {
        int source = 0;
        int stride = 1;
        for (int axis = -1; axis >= -x.rank(); axis--) {
            if (x.dim(axis) > 1) source += k % y.shape().dim(axis) * stride;
            k /= y.shape().dim(axis);
            stride *= x.dim(axis);
        }
        return source;
    }
}
