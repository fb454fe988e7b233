package skein.tensor;

/**
 * Functions of two tensors of one shape, element by element: y_i = f(x_i, z_i). Where the shapes
 * differ, {@link Broadcast} has stretched both to the common one before. As in {@link Pointwise},
 * where the loss does not depend on y, or y not on x, the gradient is 0, also beside ∞.
 */
abstract class Arithmetic extends Operation {
    static final Arithmetic ADD = new Arithmetic("add") {
        @Override double f(double x, double z) { return x + z; }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] + z[i];
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += dy[i];
        }
    };

    static final Arithmetic SUB = new Arithmetic("sub") {
        @Override double f(double x, double z) { return x - z; }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] - z[i];
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] -= dy[i];
        }
    };

    static final Arithmetic MUL = new Arithmetic("mul") {
        @Override double f(double x, double z) { return x * z; }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] * z[i];
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += FloatMath.times(dy[i], z[i]);
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += FloatMath.times(dy[i], x[i]);
        }
    };

    /** dz −= dy y / z and not dy x / z²: the square of a small divisor would be 0. */
    static final Arithmetic DIV = new Arithmetic("div") {
        @Override double f(double x, double z) { return x / z; }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] / z[i];
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) if (dy[i] != 0) dx[i] += dy[i] / z[i];
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) {
                if (dy[i] != 0) dz[i] -= FloatMath.times(dy[i], y[i]) / z[i];
            }
        }
    };

    /** Where both are equal, x gets the gradient. */
    static final Arithmetic MINIMUM = new Arithmetic("minimum") {
        @Override double f(double x, double z) { return Math.min(x, z); }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.min(x[i], z[i]);
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += x[i] <= z[i] ? dy[i] : 0;
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += z[i] < x[i] ? dy[i] : 0;
        }
    };

    /** Where both are equal, x gets the gradient. */
    static final Arithmetic MAXIMUM = new Arithmetic("maximum") {
        @Override double f(double x, double z) { return Math.max(x, z); }

        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = Math.max(x[i], z[i]);
        }

        @Override void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += x[i] >= z[i] ? dy[i] : 0;
        }

        @Override void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += z[i] > x[i] ? dy[i] : 0;
        }
    };

    private Arithmetic(String name) {
        super(name);
    }

    static Tensor apply(Arithmetic operation, Tensor x, Tensor z) {
        Tape tape = x.tape != null ? x.tape : z.onTape(operation);
        Shape shape = Broadcast.common(operation, x.shape(), z.shape(), tape.shapes());
        return tape.close(tape.open(operation, shape,
                Broadcast.to(shape, x, tape), Broadcast.to(shape, z, tape), null));
    }

    /** One pair's function. */
    abstract double f(double x, double z);

    /** The first n elements. */
    abstract void forward(float[] y, float[] x, float[] z, int n);

    abstract void backwardX(float[] dx, float[] dy, float[] y, float[] x, float[] z, int n);

    abstract void backwardZ(float[] dz, float[] dy, float[] y, float[] x, float[] z, int n);

    @Override protected void forward(Tensor y) {
        forward(y.data, y.input(0).data, y.input(1).data, y.size());
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        Tensor z = y.input(1);
        if (x.needsGradient()) backwardX(x.grad, y.grad, y.data, x.data, z.data, y.size());
        if (z.needsGradient()) backwardZ(z.grad, y.grad, y.data, x.data, z.data, y.size());
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        for (int i = 0; i < y.length; i++) y[i] = f(x[0][i], x[1][i]);
    }
}
