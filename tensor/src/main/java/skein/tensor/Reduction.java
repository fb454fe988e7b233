package skein.tensor;

/**
 * What makes one element of many: of all, or of each line along an axis, which the result drops.
 *
 * <p>Around the axis, x is [outer, n, inner] and the result [outer, inner]. A line is the n
 * elements x[first], x[first + step], ..., and step = inner.
 */
abstract class Reduction extends Operation {
    /** y = Σ x. */
    static final Reduction SUM = new Reduction("sum") {
        @Override float forward(float[] x, int first, int n, int step) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += x[first + i * step];
            return (float) sum;
        }

        @Override void backward(float[] dx, float dy, float[] x, int first, int n, int step) {
            for (int i = 0; i < n; i++) dx[first + i * step] += dy;
        }

        @Override double f(double[] line) {
            double sum = 0;
            for (double x : line) sum += x;
            return sum;
        }
    };

    /** y = Σ x / n. */
    static final Reduction MEAN = new Reduction("mean") {
        @Override float forward(float[] x, int first, int n, int step) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += x[first + i * step];
            return (float) (sum / n);
        }

        @Override void backward(float[] dx, float dy, float[] x, int first, int n, int step) {
            for (int i = 0; i < n; i++) dx[first + i * step] += dy / n;
        }

        @Override double f(double[] line) {
            return SUM.f(line) / line.length;
        }
    };

    /** y = max x; of equal ones the first gets the gradient. */
    static final Reduction MAX = new Reduction("max") {
        @Override float forward(float[] x, int first, int n, int step) {
            float max = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) max = Math.max(max, x[first + i * step]);
            return max;
        }

        @Override void backward(float[] dx, float dy, float[] x, int first, int n, int step) {
            dx[first + indexOfMax(x, first, n, step) * step] += dy;
        }

        @Override double f(double[] line) {
            double max = Double.NEGATIVE_INFINITY;
            for (double x : line) max = Math.max(max, x);
            return max;
        }
    };

    /** y = log Σ e^x = max + log Σ e^(x − max); dx += dy e^(x − max) / Σ e^(x − max). */
    static final Reduction LOG_SUM_EXP = new Reduction("logSumExp") {
        @Override float forward(float[] x, int first, int n, int step) {
            float max = MAX.forward(x, first, n, step);
            return (float) (max + Math.log(sumExp(x, first, n, step, max)));
        }

        @Override void backward(float[] dx, float dy, float[] x, int first, int n, int step) {
            float max = MAX.forward(x, first, n, step);
            double sum = sumExp(x, first, n, step, max);
            for (int i = 0; i < n; i++) {
                double p = FloatMath.wideExp(x[first + i * step] - max) / sum;
                dx[first + i * step] += dy * (float) p;
            }
        }

        private static double sumExp(float[] x, int first, int n, int step, float max) {
            double sum = 0;
            for (int i = 0; i < n; i++) sum += FloatMath.wideExp(x[first + i * step] - max);
            return sum;
        }

        @Override double f(double[] line) {
            double max = MAX.f(line);
            double sum = 0;
            for (double x : line) sum += Math.exp(x - max);
            return max + Math.log(sum);
        }
    };

    private static final int ALL = -1;                     // instead of an axis

    private Reduction(String name) {
        super(name);
    }

    static Tensor ofAll(Reduction operation, Tensor x) {
        operation.checkSome(x, x.size());
        return operation.record(x, Shape.SCALAR, ALL);
    }

    static Tensor overAxis(Reduction operation, Tensor x, int axis) {
        int dropped = x.shape().axis(axis, operation);
        operation.checkSome(x, x.shape().dim(dropped));
        ShapeCache shapes = x.onTape(operation).shapes().begin();
        for (int k = 0; k < x.shape().rank(); k++) {
            if (k != dropped) shapes.add(x.shape().dim(k));
        }
        return operation.record(x, shapes.shape(), dropped);
    }

    private Tensor record(Tensor x, Shape shape, int axis) {
        Tensor y = x.onTape(this).open(this, shape, x, null, null);
        y.axis = axis;
        return y.tape.close(y);
    }

    private void checkSome(Tensor x, int n) {
        if (n > 0 || this == SUM) return;
        throw new IllegalArgumentException("The " + this + " of no elements is not defined: shape "
                + x.shape() + ". Only a sum may be empty: it is 0.");
    }

    static int[] argmax(Tensor x, int axis) {
        int along = x.shape().axis(axis, "argmax");
        int n = x.shape().dim(along);
        MAX.checkSome(x, n);
        int inner = inner(x.shape(), along);
        int[] index = new int[x.size() / n];
        for (int k = 0; k < index.length; k++) {
            index[k] = indexOfMax(x.data, x.offset + first(k, n, inner), n, inner);
        }
        return index;
    }

    private static int indexOfMax(float[] x, int first, int n, int step) {
        int best = 0;
        for (int i = 1; i < n; i++) if (x[first + i * step] > x[first + best * step]) best = i;
        return best;
    }

    abstract float forward(float[] x, int first, int n, int step);

    abstract void backward(float[] dx, float dy, float[] x, int first, int n, int step);

    abstract double f(double[] line);

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        int n = length(x.shape(), y.axis);
        int inner = inner(x.shape(), y.axis);
        for (int k = 0; k < y.size(); k++) {
            y.data[k] = forward(x.data, first(k, n, inner), n, inner);
        }
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        int n = length(x.shape(), y.axis);
        int inner = inner(x.shape(), y.axis);
        for (int k = 0; k < y.size(); k++) {
            backward(x.grad, y.grad[k], x.data, first(k, n, inner), n, inner);
        }
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        Shape shape = use.input(0).shape();
        double[] line = new double[length(shape, use.axis)];
        int inner = inner(shape, use.axis);
        for (int k = 0; k < y.length; k++) {
            int first = first(k, line.length, inner);
            for (int i = 0; i < line.length; i++) line[i] = x[0][first + i * inner];
            y[k] = f(line);
        }
    }

    /** How many elements make one of the result. */
    private static int length(Shape x, int axis) {
        return axis == ALL ? x.size() : x.dim(axis);
    }

    /** How far those elements are apart. */
    private static int inner(Shape x, int axis) {
        return axis == ALL ? 1 : x.sizeFrom(axis + 1);
    }

    /** Where those of the k-th element of the result begin. */
    private static int first(int k, int n, int inner) {
        return k / inner * n * inner + k % inner;
    }
}
