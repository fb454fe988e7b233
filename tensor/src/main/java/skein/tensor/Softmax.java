package skein.tensor;

/**
 * Operations on logits x, row by row over the last axis, with p = softmax(x).
 *
 * <p>All go through log p = x − max − log Σ e^(x − max): the exponents are at most 0, and the sum
 * is at least 1, so nothing overflows and no logarithm of 0 is taken, whatever the logits. The
 * maximum is taken off first: of logits near 80, adding it to the logarithm would round away five
 * bits. A log p below all floats is held at the lowest one, so that p log p is 0 there and not
 * 0 · ∞.
 */
abstract class Softmax extends Operation {
    /** y = p; dx_j += p_j (dy_j − Σ_k dy_k p_k). */
    static final Softmax SOFTMAX = new Softmax("softmax") {
        @Override void forwardRow(Tensor y, Tensor x, int row, int n) {
            float max = max(x.data, row * n, n);
            double sum = sumExp(x.data, row * n, n, max);
            for (int j = row * n; j < row * n + n; j++) {
                y.data[j] = (float) (FloatMath.wideExp(x.data[j] - max) / sum);
            }
        }

        @Override void backwardRow(Tensor y, Tensor x, int row, int n) {
            double mean = 0;
            for (int j = row * n; j < row * n + n; j++) mean += (double) y.grad[j] * y.data[j];
            for (int j = row * n; j < row * n + n; j++) {
                x.grad[j] += (float) (y.data[j] * (y.grad[j] - mean));
            }
        }

        @Override void defineRow(double[] y, double[] logP, int row, int n) {
            for (int j = 0; j < n; j++) y[row * n + j] = Math.exp(logP[j]);
        }
    };

    /** y = log p; dx_j += dy_j − p_j Σ_k dy_k. */
    static final Softmax LOG_SOFTMAX = new Softmax("logSoftmax") {
        @Override void forwardRow(Tensor y, Tensor x, int row, int n) {
            float max = max(x.data, row * n, n);
            float logSum = (float) Math.log(sumExp(x.data, row * n, n, max));
            for (int j = row * n; j < row * n + n; j++) y.data[j] = logP(x.data[j], max, logSum);
        }

        @Override void backwardRow(Tensor y, Tensor x, int row, int n) {
            double sum = 0;
            for (int j = row * n; j < row * n + n; j++) sum += y.grad[j];
            for (int j = row * n; j < row * n + n; j++) {
                x.grad[j] += (float) (y.grad[j] - FloatMath.exp(y.data[j]) * sum);
            }
        }

        @Override void defineRow(double[] y, double[] logP, int row, int n) {
            System.arraycopy(logP, 0, y, row * n, n);
        }
    };

    /** y = H = −Σ_j p_j log p_j, one value a row; dx_j −= dy p_j (log p_j + H). */
    static final Softmax ENTROPY = new Softmax("entropy") {
        @Override void forwardRow(Tensor y, Tensor x, int row, int n) {
            float[] kept = kept(y, x.size());
            float max = max(x.data, row * n, n);
            float logSum = (float) Math.log(sumExp(x.data, row * n, n, max));
            float entropy = 0;
            for (int j = row * n; j < row * n + n; j++) {
                kept[j] = logP(x.data[j], max, logSum);
                entropy -= FloatMath.exp(kept[j]) * kept[j];
            }
            y.data[row] = entropy;
        }

        @Override void backwardRow(Tensor y, Tensor x, int row, int n) {
            float[] kept = kept(y, x.size());
            for (int j = row * n; j < row * n + n; j++) {
                x.grad[j] -= y.grad[row] * FloatMath.exp(kept[j]) * (kept[j] + y.data[row]);
            }
        }

        /** log p of all rows, for the way back. */
        private float[] kept(Tensor y, int size) {
            if (y.memo instanceof float[] known && known.length >= size) return known;
            float[] room = new float[size];
            y.memo = room;
            return room;
        }

        @Override void defineRow(double[] y, double[] logP, int row, int n) {
            y[row] = 0;
            for (double l : logP) y[row] -= Math.exp(l) * l;
        }
    };

    private Softmax(String name) {
        super(name);
    }

    static Tensor apply(Softmax operation, Tensor x) {
        ShapeCache shapes = x.onTape(operation).shapes();
        Shape shape = x.shape();
        if (shape.rank() == 0 || shape.dim(-1) == 0) {
            throw new IllegalArgumentException(operation + " needs at least one logit along the "
                    + "last axis, but got shape " + shape + ".");
        }
        if (operation == ENTROPY) {
            shapes.begin();
            for (int axis = 0; axis < shape.rank() - 1; axis++) shapes.add(shape.dim(axis));
            return x.tape.record(operation, shapes.shape(), x);
        }
        return x.tape.record(operation, shape, x);
    }

    private static float max(float[] x, int o, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = o; j < o + n; j++) max = Math.max(max, x[j]);
        return max;
    }

    /** Σ e^(x − max) of n elements from o on. */
    private static double sumExp(float[] x, int o, int n, float max) {
        double sum = 0;
        for (int j = o; j < o + n; j++) sum += FloatMath.wideExp(x[j] - max);
        return sum;
    }

    private static float logP(float x, float max, float logSum) {
        return Math.max(x - max - logSum, -Float.MAX_VALUE);
    }

    abstract void forwardRow(Tensor y, Tensor x, int row, int n);

    abstract void backwardRow(Tensor y, Tensor x, int row, int n);

    abstract void defineRow(double[] y, double[] logP, int row, int n);

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        int n = x.shape().dim(-1);
        for (int row = 0; row < x.size() / n; row++) forwardRow(y, x, row, n);
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        int n = x.shape().dim(-1);
        for (int row = 0; row < x.size() / n; row++) backwardRow(y, x, row, n);
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        double[] logP = new double[use.input(0).shape().dim(-1)];
        for (int row = 0; row < x[0].length / logP.length; row++) {
            System.arraycopy(x[0], row * logP.length, logP, 0, logP.length);
            double logSum = Reduction.LOG_SUM_EXP.f(logP);
            for (int j = 0; j < logP.length; j++) logP[j] -= logSum;
            defineRow(y, logP, row, logP.length);
        }
    }
}
