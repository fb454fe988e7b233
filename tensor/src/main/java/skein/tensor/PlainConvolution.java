package skein.tensor;

import java.util.Arrays;

/**
 * Convolution for {@link PlainKernels}: the windows of {@link Planes}, copied to arrays of their
 * own because the JIT compiler wants all arrays to begin at 0. A copy serves all channels of the
 * result, and several small images in a row make loops long.
 */
final class PlainConvolution implements ConvolutionKernel {
    private static final int ROW = 512;   // floats, about: 20 rows of them fit into the L1 cache

    private final ConvolutionShape shape;
    private final Planes planes;
    private final int group;              // images in a row
    private final float[][] window;       // four at a time
    private final float[][] y;            // [O][group · plane]
    private final float[][] dx;           // [C · stride · stride][group · plane]
    private final float[][] patches;      // [outH outW][C U V], what each element of y sees
    private final float[] dw;             // of one filter

    PlainConvolution(ConvolutionShape shape) {
        this.shape = shape;
        planes = new Planes(shape);
        group = Math.max(1, ROW / planes.spacing());
        window = new float[4][group * planes.spacing()];
        y = new float[shape.o()][group * planes.spacing()];
        dx = new float[planes.planes()][group * planes.spacing()];
        patches = new float[shape.outSize()][shape.filterSize()];
        dw = new float[shape.filterSize()];
    }

    /** y[o] += Σ_k w[o][k] · window_k. */
    @Override public void forward(int n, float[] x, int xo, float[] w, int wo, float[] to) {
        float[] from = planes.split(n, x, xo);
        for (int image = 0; image < n; image += group) {
            int count = Math.min(group, n - image);
            int length = (count - 1) * planes.spacing() + planes.window();
            product(length, y, w, wo, from, image * planes.spacing(), planes.taps());
            for (int q = 0; q < count; q++) addImage(q, to, image + q);
        }
    }

    /** sum[r] = Σ_k a[r][k] · window_k, each window copied once for all rows. */
    private void product(int length, float[][] sum, float[] a, int ao,
                         float[] from, int first, int[] taps) {
        for (float[] row : sum) Arrays.fill(row, 0, length, 0);
        for (int k = 0; k < taps.length; k += 4) {
            int count = Math.min(4, taps.length - k);
            for (int q = 0; q < count; q++) {
                System.arraycopy(from, first + taps[k + q], window[q], 0, length);
            }
            for (int r = 0; r < sum.length; r++) {
                PlainKernels.combine(length, sum[r], count, a, ao + r * taps.length + k, 1, window);
            }
        }
    }

    private void addImage(int q, float[] to, int image) {
        int at = image * shape.o() * shape.outSize();
        for (int o = 0; o < shape.o(); o++) {
            for (int i = 0; i < shape.outH(); i++, at += shape.outW()) {
                int from = q * planes.spacing() + planes.place(i, 0);
                for (int j = 0; j < shape.outW(); j++) to[at + j] += y[o][from + j];
            }
        }
    }

    /** dw[o] += Σ_p dy[o][p] · patch_p: sums of rows, where windows would give inner products. */
    @Override public void backwardWeight(int n, float[] x, int xo, float[] dy,
                                         float[] to, int wo) {
        float[] from = planes.x(n);
        int size = dw.length;
        for (int image = 0; image < n; image++) {
            copyPatches(from, image * planes.spacing());
            for (int o = 0; o < shape.o(); o++) {
                System.arraycopy(to, wo + o * size, dw, 0, size);
                PlainKernels.combine(size, dw, patches.length,
                        dy, (image * shape.o() + o) * patches.length, 1, patches);
                System.arraycopy(dw, 0, to, wo + o * size, size);
            }
        }
    }

    private void copyPatches(float[] from, int first) {
        int[] taps = planes.taps();
        for (int p = 0; p < patches.length; p++) {
            int at = first + planes.place(p / shape.outW(), p % shape.outW());
            float[] patch = patches[p];
            for (int k = 0; k < taps.length; k++) patch[k] = from[at + taps[k]];
        }
    }

    /** dx's plane += Σ_k turned w[k] · window_k of dy. */
    @Override public void backwardInput(int n, float[] dy, float[] w, int wo, float[] to, int xo) {
        float[] from = planes.spread(n, dy);
        float[] weights = planes.turn(w, wo);
        for (int image = 0; image < n; image += group) {
            int count = Math.min(group, n - image);
            product(count * planes.spacing(), dx, weights, 0,
                    from, image * planes.spacing(), planes.turnedTaps());
            planes.merge(dx, image, count, to, xo);
        }
    }
}
