package skein.tensor;

/** Convolution in double precision, and small ones by chance. */
final class ConvolutionShadow {
    private ConvolutionShadow() {
    }

    static int stride(Draw d) {
        return 1 + (d.bits() & 0xff) % 3;
    }

    static int pad(Draw d) {
        return (d.bits() >>> 8 & 0xff) % 3;
    }

    /** x [N, C, H, W], w [O, C, U, V] and b [O]; N, C and O may be 0. */
    static Shape[] shapes(Draw d) {
        int channels = Math.min(d.k(), 2);
        int filters = (d.m() + d.k()) % 4;
        int u = 1 + (d.bits() >>> 16 & 3) % 3;
        int v = 1 + (d.bits() >>> 18 & 3);
        int h = u + d.k() % 4;
        return new Shape[] {Shape.of(Math.min(d.m(), 2), channels, h, v + d.n()),
            Shape.of(filters, channels, u, v), Shape.of(filters)};
    }

    static double[] y(Shadow in) {
        return y(in.x()[0], in.shape()[0], in.x()[1], in.shape()[1], in.x()[2],
                stride(in.draw()), pad(in.draw()));
    }

    private static double[] y(double[] x, Shape xs, double[] w, Shape ws, double[] b,
                              int stride, int pad) {
        int outH = (xs.dim(2) + 2 * pad - ws.dim(2)) / stride + 1;
        int outW = (xs.dim(3) + 2 * pad - ws.dim(3)) / stride + 1;
        double[] y = new double[xs.dim(0) * ws.dim(0) * outH * outW];
        for (int e = 0; e < y.length; e++) {
            int image = e / outW / outH / ws.dim(0);
            int o = e / outW / outH % ws.dim(0);
            int top = e / outW % outH * stride - pad;
            int left = e % outW * stride - pad;
            y[e] = b[o] + patch(x, xs, image, top, left, w, ws, o);
        }
        return y;
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
