package skein.tensor;

/**
 * Operations on logits x, row by row over the last axis, with p = softmax(x).
 *
 * <p>All go through log p = x − max − log Σ e^(x − max): the exponents are at most 0, and the sum
 * is at least 1, so nothing overflows and no logarithm of 0 is taken, whatever the logits. The
 * maximum
 * is taken off first: of logits near 80, adding it to the logarithm would round away five bits.
 */
abstract class Softmax extends Operation {
    /** y = log p; dx_j += dy_j − p_j Σ_k dy_k. */
    private static final Softmax LOG_SOFTMAX = new Softmax("logSoftmax") {
        @Override void forwardRow(Tensor y, Tensor x, int row, int n) {
            float max = max(x.data, row * n, n);
            float logSum = logSumExp(x.data, row * n, n, max);
            for (int j = row * n; j < row * n + n; j++) y.data[j] = x.data[j] - max - logSum;
        }

        @Override void backwardRow(Tensor y, Tensor x, int row, int n) {
            float sum = 0;
            for (int j = row * n; j < row * n + n; j++) sum += y.grad[j];
            for (int j = row * n; j < row * n + n; j++) {
                x.grad[j] += y.grad[j] - (float) Math.exp(y.data[j]) * sum;
            }
        }
    };

    /** y = H = −Σ_j p_j log p_j, one value a row; dx_j −= dy p_j (log p_j + H). */
    private static final Softmax ENTROPY = new Softmax("entropy") {
        @Override void forwardRow(Tensor y, Tensor x, int row, int n) {
            float max = max(x.data, row * n, n);
            float logSum = logSumExp(x.data, row * n, n, max);
            float entropy = 0;
            for (int j = row * n; j < row * n + n; j++) {
                float logP = x.data[j] - max - logSum;
                float p = (float) Math.exp(logP);
                if (p != 0) entropy -= p * logP;             // p log p → 0 as p → 0
            }
            y.data[row] = entropy;
        }

        @Override void backwardRow(Tensor y, Tensor x, int row, int n) {
            float max = max(x.data, row * n, n);
            float logSum = logSumExp(x.data, row * n, n, max);
            for (int j = row * n; j < row * n + n; j++) {
                float logP = x.data[j] - max - logSum;
                float p = (float) Math.exp(logP);
                if (p != 0) x.grad[j] -= y.grad[row] * p * (logP + y.data[row]);
            }
        }
    };

    private Softmax(String name) {
        super(name);
    }

    static Tensor logSoftmax(Tensor x) {
        return x.onTape("logSoftmax").record(LOG_SOFTMAX, withColumns(x, "logSoftmax"), x);
    }

    static Tensor entropy(Tensor x) {
        Shape shape = withColumns(x, "entropy");
        ShapeCache shapes = x.onTape("entropy").shapes().begin();
        for (int axis = 0; axis < shape.rank() - 1; axis++) shapes.add(shape.dim(axis));
        return x.tape.record(ENTROPY, shapes.shape(), x);
    }

    private static Shape withColumns(Tensor x, String operation) {
        if (x.shape().rank() > 0 && x.shape().dim(-1) > 0) return x.shape();
        throw new IllegalArgumentException(operation
                + " needs at least one logit along the last axis, but got shape " + x.shape()
                        + ".");
    }

    private static float max(float[] x, int o, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = o; j < o + n; j++) max = Math.max(max, x[j]);
        return max;
    }

    /** log Σ e^(x − max) of n elements from o on. */
    private static float logSumExp(float[] x, int o, int n, float max) {
        double sum = 0;
        for (int j = o; j < o + n; j++) sum += Math.exp(x[j] - max);
        return (float) Math.log(sum);
    }

    abstract void forwardRow(Tensor y, Tensor x, int row, int n);

    abstract void backwardRow(Tensor y, Tensor x, int row, int n);

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
}
