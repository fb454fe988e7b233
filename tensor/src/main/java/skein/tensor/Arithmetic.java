package skein.tensor;

/**
 * The four operations on two tensors of one shape, element by element. Where the shapes differ,
 * {@link Broadcast} has stretched both to the common one before.
 */
abstract class Arithmetic extends Operation {
    static final Arithmetic ADD = new Arithmetic("add") {
        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] + z[i];
        }

        @Override void backwardFirst(float[] dx, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }

        @Override void backwardSecond(float[] dz, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += dy[i];
        }
    };

    static final Arithmetic SUB = new Arithmetic("sub") {
        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] - z[i];
        }

        @Override void backwardFirst(float[] dx, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i];
        }

        @Override void backwardSecond(float[] dz, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] -= dy[i];
        }
    };

    static final Arithmetic MUL = new Arithmetic("mul") {
        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] * z[i];
        }

        @Override void backwardFirst(float[] dx, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] * z[i];
        }

        @Override void backwardSecond(float[] dz, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] += dy[i] * x[i];
        }
    };

    static final Arithmetic DIV = new Arithmetic("div") {
        @Override void forward(float[] y, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) y[i] = x[i] / z[i];
        }

        @Override void backwardFirst(float[] dx, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dx[i] += dy[i] / z[i];
        }

        @Override void backwardSecond(float[] dz, float[] dy, float[] x, float[] z, int n) {
            for (int i = 0; i < n; i++) dz[i] -= dy[i] * x[i] / (z[i] * z[i]);
        }
    };

    private Arithmetic(String name) {
        super(name);
    }

    static Tensor apply(Arithmetic operation, Tensor x, Tensor z) {
        Tape tape = x.tape != null ? x.tape : z.onTape(operation.toString());
        Shape shape = Broadcast.common(operation, x.shape(), z.shape(), tape.shapes());
        return tape.record(operation, shape,
                Broadcast.to(shape, x, tape), Broadcast.to(shape, z, tape));
    }

    abstract void forward(float[] y, float[] x, float[] z, int n);

    abstract void backwardFirst(float[] dx, float[] dy, float[] x, float[] z, int n);

    abstract void backwardSecond(float[] dz, float[] dy, float[] x, float[] z, int n);

    @Override protected void forward(Tensor y) {
        forward(y.data, y.input(0).data, y.input(1).data, y.size());
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        Tensor z = y.input(1);
        if (x.needsGradient()) backwardFirst(x.grad, y.grad, x.data, z.data, y.size());
        if (z.needsGradient()) backwardSecond(z.grad, y.grad, x.data, z.data, y.size());
    }
}
