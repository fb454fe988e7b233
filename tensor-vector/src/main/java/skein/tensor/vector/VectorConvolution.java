package skein.tensor.vector;

import skein.tensor.ConvolutionShape;
import skein.tensor.Planes;

/** Convolution as {@link Product} and {@link Dots} over the windows of {@link Planes}. */
final class VectorConvolution {
    private static final int L = Lanes.COUNT;

    private final ConvolutionShape shape;
    private final Dots dots;
    private final Planes planes;

    VectorConvolution(ConvolutionShape shape, Dots dots) {
        this.shape = shape;
        this.dots = dots;
        planes = new Planes(shape, L);
    }

    /** y[o] += Σ_k w[o][k] · window_k. */
    void forward(int n, float[] x, int xo, float[] w, int wo, float[] y) {
        float[] from = planes.split(n, x, xo);
        float[] to = planes.blank();
        int filter = shape.filterSize();
        for (int image = 0; image < n; image++) {
            int at = image * planes.spacing();
            Product.add(shape.o(), wholeVectors(planes.window()), filter, w, wo, filter, 1,
                    from, at, planes.taps(), to, planes.margin() + at, planes.step());
        }
        planes.collect(y);
    }

    /** dw[o][k] += dy[o] · window_k over all images at once: between them dy's planes are 0. */
    void backwardWeight(int n, float[] x, int xo, float[] dy, float[] dw, int wo) {
        int filter = shape.filterSize();
        dots.add(shape.o(), filter, planes.spacing() * n, planes.spread(n, dy), planes.margin(),
                n * planes.spacing(), planes.split(n, x, xo), 0, planes.taps(), dw, wo, filter);
    }

    /** dx's plane += Σ_k turned w[k] · window_k of dy. */
    void backwardInput(int n, float[] dy, float[] w, int wo, float[] dx, int xo) {
        float[] from = planes.spread(n, dy);
        float[] weights = planes.turn(w, wo);
        float[] to = planes.zeros();
        int inner = planes.turnedTaps().length;
        for (int image = 0; image < n; image++) {
            int at = image * planes.spacing();
            Product.add(planes.planes(), wholeVectors(planes.planeSize()), inner,
                    weights, 0, inner, 1, from, at, planes.turnedTaps(), to, at, planes.step());
        }
        planes.merge(dx, xo);
    }

    private static int wholeVectors(int size) {
        return Lanes.floor(size + L - 1);
    }
}
