package skein.tensor;

/**
 * Sum and mean, of all elements or over one axis, which the result drops.
 *
 * <p>Around the axis, x is [outer, n, inner]; the result is [outer, inner].
 */
final class Reduction extends Operation {
    private static final Reduction SUM = new Reduction("sum");
    private static final Reduction MEAN = new Reduction("mean");
    private static final int ALL = -1;                     // instead of an axis

    private Reduction(String name) {
        super(name);
    }

    static Tensor sum(Tensor x) {
        return x.onTape("sum").record(SUM, Shape.SCALAR, x, ALL);
    }

    static Tensor mean(Tensor x) {
        checkSome(x, x.size());
        return x.onTape("mean").record(MEAN, Shape.SCALAR, x, ALL);
    }

    static Tensor sum(Tensor x, int axis) {
        return overAxis(SUM, x, axis);
    }

    static Tensor mean(Tensor x, int axis) {
        checkSome(x, x.shape().dim(axis));
        return overAxis(MEAN, x, axis);
    }

    private static void checkSome(Tensor x, int n) {
        if (n > 0) return;
        throw new IllegalArgumentException("The mean of no elements is not defined: shape "
                + x.shape() + ".");
    }

    private static Tensor overAxis(Reduction operation, Tensor x, int axis) {
        int dropped = x.shape().axis(axis);
        ShapeCache shapes = x.onTape(operation.toString()).shapes().begin();
        for (int k = 0; k < x.shape().rank(); k++) {
            if (k != dropped) shapes.add(x.shape().dim(k));
        }
        return x.tape.record(operation, shapes.shape(), x, dropped);
    }

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        int n = reduced(y, x.shape());
        int inner = inner(y, x.shape());
        float share = this == MEAN ? 1f / n : 1;
        for (int k = 0; k < y.size(); k++) {
            int first = k / inner * n * inner + k % inner;
            double sum = 0;
            for (int i = 0; i < n; i++) sum += x.data[first + i * inner];
            y.data[k] = (float) sum * share;
        }
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        int n = reduced(y, x.shape());
        int inner = inner(y, x.shape());
        float share = this == MEAN ? 1f / n : 1;
        for (int k = 0; k < y.size(); k++) {
            int first = k / inner * n * inner + k % inner;
            for (int i = 0; i < n; i++) x.grad[first + i * inner] += y.grad[k] * share;
        }
    }

    /** How many elements make one of the result. */
    private static int reduced(Tensor y, Shape x) {
        return y.number == ALL ? x.size() : x.dim((int) y.number);
    }

    /** How far those elements are apart: the product of the extents behind the axis. */
    private static int inner(Tensor y, Shape x) {
        int inner = 1;
        if (y.number == ALL) return inner;
        for (int axis = (int) y.number + 1; axis < x.rank(); axis++) inner *= x.dim(axis);
        return inner;
    }
}
