package skein.tensor;

/** Functions of each element by itself: y_i = f(x_i), so dx_i += dy_i f'(x_i). */
abstract class Pointwise extends Operation {
    static final Pointwise TANH = new Pointwise("tanh") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) Math.tanh(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] * (1 - y[i] * y[i]);
        }
    };

    static final Pointwise RELU = new Pointwise("relu") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.max(x[i], 0);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += y[i] > 0 ? dy[i] : 0;
        }
    };

    static final Pointwise EXP = new Pointwise("exp") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) Math.exp(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] * y[i];
        }
    };

    static final Pointwise LOG = new Pointwise("log") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = (float) Math.log(x[i]);
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] / x[i];
        }
    };

    static final Pointwise SQUARE = new Pointwise("square") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] * x[i];
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] * 2 * x[i];
        }
    };

    /** y = c x. */
    static final Pointwise SCALE = new Pointwise("scale") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = c * x[i];
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] * c;
        }
    };

    /** y = x + c. */
    static final Pointwise SHIFT = new Pointwise("shift") {
        @Override void forward(float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] + c;
        }

        @Override void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }
    };

    private Pointwise(String name) {
        super(name);
    }

    /** The first n elements; c is the constant of this use, where the function has one. */
    abstract void forward(float[] y, float[] x, float c, int n);

    abstract void backward(float[] dx, float[] dy, float[] y, float[] x, float c, int n);

    @Override protected void forward(Tensor y) {
        forward(y.data, y.input(0).data, y.number, y.size());
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        backward(x.grad, y.grad, y.data, x.data, y.number, y.size());
    }
}
