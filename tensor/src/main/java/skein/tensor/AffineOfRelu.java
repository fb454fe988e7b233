package skein.tensor;

import java.util.Arrays;

/**
 * y = relu(x) · w + b, where the features of a picture go over into a layer of neurons: x [B, ...]
 * with I elements for each of the B, w [I, O], b [O], y [B, O].
 *
 * <p>Most of what a relu gives out may be 0, and w is large here. As one operation, the way back
 * can leave out what would end at a closed relu; as three, the tape would show a gradient with
 * holes.
 */
final class AffineOfRelu extends Operation {
    private static final AffineOfRelu AFFINE_OF_RELU = new AffineOfRelu();

    private AffineOfRelu() {
        super("affineOfRelu");
    }

    static Tensor affineOfRelu(Tensor x, Tensor w, Tensor b) {
        Tape tape = x.onTape(AFFINE_OF_RELU);
        if (x.shape().rank() < 1 || w.shape().rank() != 2
                || x.shape().sizeFrom(1) != w.shape().dim(0)) {
            throw new IllegalArgumentException(AFFINE_OF_RELU + " needs x [B, ...] with I elements "
                    + "for each of the B and w [I, O], but got " + x.shape() + " and " + w.shape()
                    + ".");
        }
        if (b.shape().rank() != 1 || b.size() != w.shape().dim(1)) {
            throw new IllegalArgumentException(AFFINE_OF_RELU + " of x " + x.shape() + " and w "
                    + w.shape() + " needs b of shape [" + w.shape().dim(1) + "], but got "
                    + b.shape() + ".");
        }
        Shape shape = tape.shapes().of(x.shape().dim(0), w.shape().dim(1));
        return tape.close(tape.open(AFFINE_OF_RELU, shape, x, w, b));
    }

    @Override boolean readsViews() {
        return true;
    }

    /** What the relu gave out, kept for the way back; reused by the next pass. */
    private static final class Rectified {
        float[] r = {};                                            // [B, I]
        float[] dr = {};                                           // [B, I]
    }

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        Tensor w = y.input(1);
        Tensor b = y.input(2);
        int rows = y.shape().dim(0);
        int columns = y.shape().dim(1);
        float[] r = rectified(y).r;
        Pointwise.RELU.forward(r, x.data, 0, x.size());
        for (int i = 0; i < rows; i++) {
            System.arraycopy(b.data, b.offset, y.data, i * columns, columns);
        }
        y.tape.kernels().matmul(rows, w.shape().dim(0), columns, r, 0, w.data, w.offset, y.data);
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        Tensor w = y.input(1);
        Tensor b = y.input(2);
        int rows = y.shape().dim(0);
        int inner = w.shape().dim(0);
        int columns = y.shape().dim(1);
        Kernels kernels = y.tape.kernels();
        float[] r = rectified(y).r;
        if (x.needsGradient()) {                                   // dr = dy · wᵀ where r is not 0
            float[] dr = rectified(y).dr;
            Arrays.fill(dr, 0, x.size(), 0);
            kernels.matmulNT(rows, inner, columns, y.grad, w.data, w.offset, dr, 0, r);
            Pointwise.RELU.backward(x.grad, dr, r, x.data, 0, x.size());
        }
        if (w.needsGradient()) {                                   // dw += rᵀ · dy
            kernels.matmulTN(rows, inner, columns, r, 0, y.grad, w.grad, w.offset);
        }
        if (b.needsGradient()) {                                   // db += Σ_rows dy
            kernels.sumRows(rows, columns, y.grad, b.grad, b.offset);
        }
    }

    private static Rectified rectified(Tensor y) {
        if (!(y.memo instanceof Rectified)) y.memo = new Rectified();
        Rectified memo = (Rectified) y.memo;
        int size = y.input(0).size();
        if (memo.r.length < size) {
            memo.r = new float[size];
            memo.dr = new float[size];
        }
        return memo;
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        int inner = use.input(1).shape().dim(0);
        int columns = use.shape().dim(1);
        for (int e = 0; e < y.length; e++) {
            int row = e / columns;
            int column = e % columns;
            y[e] = x[2][column];
            for (int i = 0; i < inner; i++) {
                y[e] += Math.max(x[0][row * inner + i], 0) * x[1][i * columns + column];
            }
        }
    }
}
