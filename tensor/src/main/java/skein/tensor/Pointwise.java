package skein.tensor;

/**
 * Functions of each element by itself: y_i = f(x_i), so dx_i += dy_i f'(x_i).
 *
 * <p>Each says first what it is, {@code f}, in double precision, and then how it is computed. Where
 * the loss does not depend on y, or y not on x, the gradient is 0, also of a root of 0, a logarithm
 * of 0 or an overflow: not 0 · ∞ or 0 / 0.
 */
abstract class Pointwise extends Operation {
    static final Pointwise SCALE = new Pointwise("scale") {
        @Override double f(double x, double c) { return c * x; }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = c * x[i];
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.times(dy[i], c);
        }
    };

    static final Pointwise SHIFT = new Pointwise("shift") {
        @Override double f(double x, double c) { return x + c; }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] + c;
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }
    };

    static final Pointwise AT_LEAST = new Pointwise("atLeast") {
        @Override double f(double x, double c) { return Math.max(x, c); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.max(x[i], c);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += x[i] < c ? 0 : dy[i];
        }
    };

    static final Pointwise AT_MOST = new Pointwise("atMost") {
        @Override double f(double x, double c) { return Math.min(x, c); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.min(x[i], c);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += x[i] > c ? 0 : dy[i];
        }
    };

    static final Pointwise RECIPROCAL = new Pointwise("reciprocal") {
        @Override double f(double x, double c) { return 1 / x; }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = 1 / x[i];
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) if (dy[i] != 0) dx[i] -= dy[i] * y[i] * y[i];
        }
    };

    static final Pointwise ABS = new Pointwise("abs") {
        @Override double f(double x, double c) { return Math.abs(x); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.abs(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.times(dy[i], Math.signum(x[i]));
        }
    };

    static final Pointwise SQUARE = new Pointwise("square") {
        @Override double f(double x, double c) { return x * x; }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] * x[i];
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += 2 * FloatMath.times(dy[i], x[i]);
        }
    };

    static final Pointwise SQRT = new Pointwise("sqrt") {
        @Override double f(double x, double c) { return Math.sqrt(x); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) Math.sqrt(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) if (dy[i] != 0) dx[i] += dy[i] / (2 * y[i]);
        }
    };

    static final Pointwise EXP = new Pointwise("exp") {
        @Override double f(double x, double c) { return Math.exp(x); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = FloatMath.exp(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.times(dy[i], y[i]);
        }
    };

    static final Pointwise LOG = new Pointwise("log") {
        @Override double f(double x, double c) { return Math.log(x); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) Math.log(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) if (dy[i] != 0) dx[i] += dy[i] / x[i];
        }
    };

    static final Pointwise RELU = new Pointwise("relu") {
        @Override double f(double x, double c) { return Math.max(x, 0); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.max(x[i], 0);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.through(y[i], dy[i]);
        }
    };

    static final Pointwise TANH = new Pointwise("tanh") {
        @Override double f(double x, double c) { return Math.tanh(x); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = FloatMath.tanh(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) {
                float slope = 1 - y[i] * y[i];
                dx[i] += FloatMath.through(slope, dy[i]) * slope;
            }
        }
    };

    static final Pointwise SIGMOID = new Pointwise("sigmoid") {
        @Override double f(double x, double c) { return 1 / (1 + Math.exp(-x)); }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = FloatMath.sigmoid(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) {
                float slope = y[i] * (1 - y[i]);
                dx[i] += FloatMath.through(slope, dy[i]) * slope;
            }
        }
    };

    /** log(1 + e^x) = max(x, 0) + log(1 + e^−|x|): the exponent is at most 0. */
    static final Pointwise SOFTPLUS = new Pointwise("softplus") {
        @Override double f(double x, double c) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) f(x[i], c);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.times(dy[i], FloatMath.sigmoid(x[i]));
        }
    };

    /** x²/2 where |x| ≤ c, else c (|x| − c/2); its derivative is x, held between −c and c. */
    static final Pointwise HUBER = new Pointwise("huber") {
        @Override double f(double x, double c) {
            return Math.abs(x) <= c ? x * x / 2 : c * (Math.abs(x) - c / 2);
        }

        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) f(x[i], c);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) {
                dx[i] += FloatMath.times(dy[i], Math.min(Math.max(x[i], -c), c));
            }
        }
    };

    private Pointwise(String name) {
        super(name);
    }

    /** One element's function; c is the constant of this use, where the function has one. */
    abstract double f(double x, double c);

    /** The first n elements. */
    abstract void forward(float[] y, float[] x, float c, int n);

    abstract void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n);

    @Override protected void forward(Tensor y) {
        forward(y.data, y.input(0).data, y.number, y.size());
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        backward(x.grad, y.grad, y.data, x.data, y.number, y.size());
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        for (int i = 0; i < y.length; i++) y[i] = f(x[0][i], use.number);
    }
}
