package skein.tensor;

/**
 * y = x · w + b, what a layer of neurons computes for a batch: x [B, I], w [I, O], b [O], y [B, O].
 *
 * <p>The bias is part of the product because the rows of y can start from it.
 */
final class Affine extends Operation {
    private static final Affine AFFINE = new Affine("affine");
    private static final Affine MATMUL = new Affine("matmul");     // without b

    private Affine(String name) {
        super(name);
    }

    static Tensor matmul(Tensor x, Tensor w) {
        Tape tape = x.tape != null ? x.tape : w.onTape(MATMUL);
        return tape.close(tape.open(MATMUL, product(MATMUL, x, w, tape), x, w, null));
    }

    /** The next node, which the tape's close computes. */
    static Tensor begin(Tape tape, Tensor x, Tensor w, Tensor b) {
        Shape shape = product(AFFINE, x, w, tape);
        if (b.shape().rank() != 1 || b.size() != w.shape().dim(1)) {
            throw new IllegalArgumentException("affine of x " + x.shape() + " and w " + w.shape()
                    + " needs b of shape [" + w.shape().dim(1) + "], but got " + b.shape() + ".");
        }
        return tape.open(AFFINE, shape, x, w, b);
    }

    private static Shape product(Affine operation, Tensor x, Tensor w, Tape tape) {
        if (x.shape().rank() != 2 || w.shape().rank() != 2
                || x.shape().dim(1) != w.shape().dim(0)) {
            throw new IllegalArgumentException(operation + " needs x [B, I] and w [I, O], but got "
                    + x.shape() + " and " + w.shape() + ".");
        }
        return tape.shapes().of(x.shape().dim(0), w.shape().dim(1));
    }

    @Override boolean readsViews() {
        return true;
    }

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);                                     // [B, I]
        Tensor w = y.input(1);                                     // [I, O]
        int rows = x.shape().dim(0);
        int columns = w.shape().dim(1);
        for (int r = 0; r < rows; r++) startRow(y, r * columns, columns);
        y.tape.kernels().matmul(rows, w.shape().dim(0), columns,
                x.data, x.offset, w.data, w.offset, y.data);
    }

    private void startRow(Tensor y, int row, int columns) {
        if (this == AFFINE) {
            Tensor b = y.input(2);
            System.arraycopy(b.data, b.offset, y.data, row, columns);
        } else {
            java.util.Arrays.fill(y.data, row, row + columns, 0);
        }
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        Tensor w = y.input(1);
        int rows = x.shape().dim(0);
        int inner = w.shape().dim(0);
        int columns = w.shape().dim(1);
        Kernels kernels = y.tape.kernels();
        if (x.needsGradient()) {                                   // dx += dy · wᵀ
            kernels.matmulNT(rows, inner, columns, y.grad, w.data, w.offset, x.grad, x.offset);
        }
        if (w.needsGradient()) {                                   // dw += xᵀ · dy
            kernels.matmulTN(rows, inner, columns, x.data, x.offset, y.grad, w.grad, w.offset);
        }
        if (this == AFFINE && y.input(2).needsGradient()) {        // db += Σ_rows dy
            Tensor b = y.input(2);
            kernels.sumRows(rows, columns, y.grad, b.grad, b.offset);
        }
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        int inner = use.input(1).shape().dim(0);
        int columns = use.shape().dim(1);
        for (int e = 0; e < y.length; e++) {
            int row = e / columns;
            int column = e % columns;
            y[e] = this == AFFINE ? x[2][column] : 0;
            for (int i = 0; i < inner; i++) {
                y[e] += x[0][row * inner + i] * x[1][i * columns + column];
            }
        }
    }
}
