package skein.tensor;

import java.util.Arrays;

/**
 * y = w ∗ x + b, a filter that looks at every place of an image: x [N, C, H, W], w [O, C, U, V],
 * b [O], y [N, O, outH, outW].
 *
 * <pre>
 *   y[n,o,i,j] = b[o] + Σ_cuv x[n, c, i · stride + u − pad, j · stride + v − pad] w[o,c,u,v]
 * </pre>
 *
 * <p>Outside of x there are zeros. (The filter is not flipped: strictly, a cross-correlation.)
 */
final class Convolution extends Operation {
    private static final int COMMON = 9;
    private static final Convolution[] KNOWN = new Convolution[COMMON * COMMON];

    static {
        for (int i = 0; i < KNOWN.length; i++) {
            KNOWN[i] = new Convolution(i / COMMON + 1, i % COMMON);
        }
    }

    private final int stride;
    private final int pad;

    private Convolution(int stride, int pad) {
        super("conv2d");
        this.stride = stride;
        this.pad = pad;
    }

    /** The same operation for the same numbers, as far as they are common: nothing is allocated. */
    private static Convolution of(int stride, int pad) {
        if (stride < 1 || pad < 0) {
            throw new IllegalArgumentException("conv2d needs a stride of at least 1 and a padding "
                    + "of at least 0, but got stride " + stride + " and padding " + pad + ".");
        }
        boolean known = stride <= COMMON && pad < COMMON;
        return known ? KNOWN[(stride - 1) * COMMON + pad] : new Convolution(stride, pad);
    }

    static Tensor conv2d(Tensor x, Tensor w, Tensor b, int stride, int pad) {
        Convolution operation = of(stride, pad);
        Tape tape = x.onTape(operation);
        operation.check(x.shape(), w.shape(), b.shape());
        Shape shape = tape.shapes().begin().add(x.shape().dim(0)).add(w.shape().dim(0))
                .add(operation.out(x.shape().dim(2), w.shape().dim(2)))
                .add(operation.out(x.shape().dim(3), w.shape().dim(3))).shape();
        return tape.close(tape.open(operation, shape, x, w, b));
    }

    private int out(int size, int filter) {
        return (size + 2 * pad - filter) / stride + 1;
    }

    private void check(Shape x, Shape w, Shape b) {
        if (x.rank() != 4 || w.rank() != 4 || x.dim(1) != w.dim(1)) {
            throw new IllegalArgumentException("conv2d needs x [N, C, H, W] and w [O, C, U, V], "
                    + "but got " + x + " and " + w + ".");
        }
        if (w.dim(2) < 1 || w.dim(3) < 1
                || x.dim(2) + 2 * pad < w.dim(2) || x.dim(3) + 2 * pad < w.dim(3)) {
            throw new IllegalArgumentException("conv2d needs filters of at least 1 by 1 that fit "
                    + "into the image, but got x " + x + ", padding " + pad + ", and w " + w + ".");
        }
        if (b.rank() != 1 || b.size() != w.dim(0)) {
            throw new IllegalArgumentException("conv2d of x " + x + " and w " + w
                    + " needs b of shape [" + w.dim(0) + "], but got " + b + ".");
        }
    }

    @Override boolean readsViews() {
        return true;
    }

    /**
     * What a result keeps: from forward to backward because the kernel does not forget x, and for
     * the next pass, whatever its batch, so that nothing is allocated.
     */
    private record Plan(ConvolutionShape shape, ConvolutionKernel kernel, float[] ones) {
        static Plan of(ConvolutionShape shape, Kernels kernels) {
            float[] ones = new float[shape.outSize()];
            Arrays.fill(ones, 1);
            return new Plan(shape, kernels.convolution(shape), ones);
        }

        boolean fits(Convolution operation, Shape x, Shape w) {
            return shape.c() == x.dim(1) && shape.h() == x.dim(2) && shape.w() == x.dim(3)
                    && shape.o() == w.dim(0) && shape.u() == w.dim(2) && shape.v() == w.dim(3)
                    && shape.stride() == operation.stride && shape.pad() == operation.pad;
        }
    }

    private Plan plan(Tensor y) {
        Shape x = y.input(0).shape();
        Shape w = y.input(1).shape();
        if (y.memo instanceof Plan known && known.fits(this, x, w)) return known;
        Plan plan = Plan.of(new ConvolutionShape(x.dim(1), x.dim(2), x.dim(3),
                w.dim(0), w.dim(2), w.dim(3), stride, pad), y.tape.kernels());
        y.memo = plan;
        return plan;
    }

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);                                     // [N, C, H, W]
        Tensor w = y.input(1);                                     // [O, C, U, V]
        Tensor b = y.input(2);                                     // [O]
        Plan plan = plan(y);
        ConvolutionShape shape = plan.shape();
        int images = x.shape().dim(0);
        for (int row = 0; row < images * shape.o(); row++) {       // y = b
            int at = row * shape.outSize();
            Arrays.fill(y.data, at, at + shape.outSize(), b.data[b.offset + row % shape.o()]);
        }
        plan.kernel().forward(images, x.data, x.offset, w.data, w.offset, y.data);
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        Tensor w = y.input(1);
        Tensor b = y.input(2);
        Plan plan = plan(y);
        ConvolutionShape shape = plan.shape();
        int images = x.shape().dim(0);
        if (x.needsGradient()) {
            plan.kernel().backwardInput(images, y.grad, w.data, w.offset, x.grad, x.offset);
        }
        if (w.needsGradient()) {
            plan.kernel().backwardWeight(images, x.data, x.offset, y.grad, w.grad, w.offset);
        }
        if (!b.needsGradient()) return;
        for (int image = 0; image < images; image++) {             // db += 1 · dyᵀ
            y.tape.kernels().matmulNT(1, shape.o(), shape.outSize(), plan.ones(), y.grad,
                    image * shape.o() * shape.outSize(), b.grad, b.offset);
        }
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        Shape xs = use.input(0).shape();
        Shape ws = use.input(1).shape();
        int outH = use.shape().dim(2);
        int outW = use.shape().dim(3);
        for (int e = 0; e < y.length; e++) {
            int image = e / outW / outH / ws.dim(0);
            int o = e / outW / outH % ws.dim(0);
            int top = e / outW % outH * stride - pad;
            int left = e % outW * stride - pad;
            y[e] = x[2][o] + patch(x[0], xs, image, top, left, x[1], ws, o);
        }
    }

    private static double patch(double[] x, Shape xs, int image, int top, int left,
                                double[] w, Shape ws, int o) {
        double sum = 0;
        int filter = ws.dim(1) * ws.dim(2) * ws.dim(3);
        for (int k = 0; k < filter; k++) {
            int c = k / ws.dim(3) / ws.dim(2);
            int i = top + k / ws.dim(3) % ws.dim(2);
            int j = left + k % ws.dim(3);
            if (i < 0 || i >= xs.dim(2) || j < 0 || j >= xs.dim(3)) continue;
            sum += x[((image * xs.dim(1) + c) * xs.dim(2) + i) * xs.dim(3) + j]
                    * w[o * filter + k];
        }
        return sum;
    }
}
