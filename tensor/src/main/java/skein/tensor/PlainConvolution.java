package skein.tensor;

import java.util.Arrays;

/**
 * Convolution for {@link PlainKernels}: the windows of {@link Planes}, each copied to an array of
 * its own because the JIT compiler wants all arrays to begin at 0. A copy serves all channels of
 * the result.
 */
final class PlainConvolution implements ConvolutionKernel {
    private final ConvolutionShape shape;
    private final Planes planes;
    private final float[][] windows;      // [C U V][window], the rows of x that meet each weight
    private final float[][] patches;      // [outH outW][C U V], what each element of y sees
    private final float[][] turned;       // [O a b][plane], the rows of dy that meet each weight
    private final float[] sum;

    PlainConvolution(ConvolutionShape shape) {
        this.shape = shape;
        planes = new Planes(shape, 1);
        windows = new float[shape.filterSize()][planes.window()];
        patches = new float[shape.outSize()][shape.filterSize()];
        turned = new float[planes.turnedTaps().length][planes.planeSize()];
        sum = new float[Math.max(planes.planeSize(), shape.filterSize())];
    }

    /** y[o] += Σ_k w[o][k] · window_k. */
    @Override public void forward(int n, float[] x, int xo, float[] w, int wo, float[] y) {
        float[] from = planes.split(n, x, xo);
        int size = planes.window();
        for (int image = 0; image < n; image++) {
            copy(from, planes.taps(), image, windows, size);
            for (int o = 0; o < shape.o(); o++) {
                Arrays.fill(sum, 0, size, 0);
                PlainKernels.combine(size, sum, windows.length, w, wo + o * windows.length, 1,
                        windows);
                addRows(sum, y, (image * shape.o() + o) * shape.outSize());
            }
        }
    }

    private void copy(float[] from, int[] taps, int image, float[][] to, int size) {
        int first = image * planes.spacing();
        for (int k = 0; k < taps.length; k++) {
            System.arraycopy(from, first + taps[k], to[k], 0, size);
        }
    }

    private void addRows(float[] window, float[] y, int at) {
        for (int i = 0; i < shape.outH(); i++) {
            for (int j = 0; j < shape.outW(); j++) {
                y[at + i * shape.outW() + j] += window[planes.place(i, j)];
            }
        }
    }

    /** dw[o] += Σ_p dy[o][p] · patch_p: sums of rows, where windows would give inner products. */
    @Override public void backwardWeight(int n, float[] x, int xo, float[] dy, float[] dw, int wo) {
        float[] from = planes.split(n, x, xo);
        int size = shape.filterSize();
        for (int image = 0; image < n; image++) {
            copyPatches(from, image * planes.spacing());
            for (int o = 0; o < shape.o(); o++) {
                System.arraycopy(dw, wo + o * size, sum, 0, size);
                PlainKernels.combine(size, sum, patches.length,
                        dy, (image * shape.o() + o) * patches.length, 1, patches);
                System.arraycopy(sum, 0, dw, wo + o * size, size);
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
    @Override public void backwardInput(int n, float[] dy, float[] w, int wo, float[] dx, int xo) {
        float[] from = planes.spread(n, dy);
        float[] weights = planes.turn(w, wo);
        float[] to = planes.zeros();
        int size = planes.planeSize();
        for (int image = 0; image < n; image++) {
            copy(from, planes.turnedTaps(), image, turned, size);
            for (int p = 0; p < planes.planes(); p++) {
                Arrays.fill(sum, 0, size, 0);
                PlainKernels.combine(size, sum, turned.length, weights, p * turned.length, 1,
                        turned);
                System.arraycopy(sum, 0, to, p * planes.step() + image * planes.spacing(), size);
            }
        }
        planes.merge(dx, xo);
    }
}
