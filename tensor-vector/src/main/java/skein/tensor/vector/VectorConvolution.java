package skein.tensor.vector;

import java.util.Arrays;
import skein.tensor.ConvolutionKernel;
import skein.tensor.ConvolutionShape;

/**
 * Convolution in lanes of channels. With the channels last, one number of x meets a whole vector of
 * weights, those of all filters at that place; so forward and both ways back are one kind of
 * product, {@link PatchProduct}, over {@link Patches} that are read where they are. With few
 * filters {@link Runs} do the same faster, forward and back to the weights. What has to be turned
 * to have its channels last is small beside the products: w, y and their gradients, and dx.
 */
final class VectorConvolution implements ConvolutionKernel {
    private final ConvolutionShape shape;
    private final Patches patches;
    private final Runs runs;              // null if filters have not the width for it
    private final int filters;            // O, filled up to whole vectors
    private final int channels;           // C, likewise
    private final int[] dyChannels;       // where in an image of y each channel begins
    private final float[] weights;        // [C U V, filters], w or dw
    private final float[] turned;         // [U, O, V, channels], w for the way back
    private int[] rows = {};              // where rows of filters begin
    private float[] y = {};               // [N outH outW, filters], y or dy
    private float[] dyCopy = {};          // [N, O, outH, outW]
    private float[] dx = {};              // [N, H, W, channels], padding included
    private int images = -1;              // of the last forward

    VectorConvolution(ConvolutionShape shape) {
        this.shape = shape;
        patches = new Patches(shape);
        filters = Lanes.ceil(shape.o());
        channels = Lanes.ceil(shape.c());
        dyChannels = new int[shape.o()];
        for (int o = 0; o < shape.o(); o++) dyChannels[o] = o * shape.outSize();
        runs = Runs.suit(shape) ? new Runs(shape, patches) : null;
        weights = new float[runs != null ? runs.weights() : patches.taps().length * filters];
        turned = new float[shape.u() * shape.o() * shape.v() * channels];
    }

    private void layOut(int n) {
        patches.layOut(n);
        int size = n * shape.outSize();
        if (rows.length > 0 && y.length >= size * filters) return;
        y = new float[size * filters];
        dyCopy = new float[PatchProduct.length(size * shape.o())];
        rows = new int[Math.max(size, patches.taps().length)];
        for (int r = 0; r < rows.length; r++) rows[r] = r * filters;
    }

    /** y[p][o] += Σ_k x[place p + tap k] · w[k][o]. */
    @Override public void forward(int n, float[] x, int xo, float[] w, int wo, float[] yTo) {
        layOut(n);
        images = n;
        int size = shape.outSize();
        Turned.copy(shape.o(), shape.filterSize(), w, wo, shape.filterSize(), weights, 0, filters);
        Arrays.fill(y, 0, n * size * filters, 0);
        if (!readsInPlace()) patches.copy(n, x, xo);
        if (runs != null) {
            runs.forward(n, images(x), start(xo), weights, y);
        } else {
            PatchProduct.add(n * size, filters, shape.filterSize(), patches.padded(),
                    patches.places(), patches.taps(), weights, 0, filters, y, 0, rows);
        }
        for (int image = 0; image < n; image++) {
            Turned.add(shape.o(), size, y, image * size * filters, filters,
                    yTo, image * shape.o() * size, size);
        }
    }

    /** dw[k][o] += Σ_p x[place p + tap k] · dy[p][o]: rows and inner index change places. */
    @Override public void backwardWeight(int n, float[] x, int xo, float[] dy,
                                         float[] dw, int wo) {
        if (n != images) {
            throw new IllegalStateException("backwardWeight needs a forward of the same images "
                    + "before it, but got " + n + " images and the last forward had " + images
                    + ".");
        }
        Arrays.fill(weights, 0);
        if (runs != null) {
            runs.backwardWeight(n, images(x), start(xo), dy, weights);
        } else {
            products(n, dy);
        }
        Turned.add(shape.o(), shape.filterSize(), weights, 0, filters, dw, wo,
                shape.filterSize());
    }

    private boolean readsInPlace() {
        return runs != null && runs.inPlace();
    }

    private float[] images(float[] x) {
        return readsInPlace() ? x : patches.padded();
    }

    private int start(int xo) {
        return readsInPlace() ? xo : 0;
    }

    /** weights[k][o] += ..., any filter. */
    private void products(int n, float[] dy) {
        int size = shape.outSize();
        for (int image = 0; image < n; image++) {
            Turned.copy(shape.o(), size, dy, image * shape.o() * size, size,
                    y, image * size * filters, filters);
        }
        PatchProduct.add(patches.taps().length, filters, n * size, patches.padded(),
                patches.taps(), patches.places(), y, 0, filters, weights, 0, rows);
    }

    /** dx[corner p + (u, v)][c] += Σ_o dy[p][o] · w[o][u, v][c], for one (u, v) after the other. */
    @Override public void backwardInput(int n, float[] dy, float[] w, int wo,
                                        float[] to, int xo) {
        layOut(n);
        turn(w, wo);
        System.arraycopy(dy, 0, dyCopy, 0, n * shape.o() * shape.outSize());
        int size = n * patches.planeSize() * channels;
        if (dx.length < size) dx = new float[size];
        else Arrays.fill(dx, 0, size, 0);
        int width = shape.v() * channels;
        for (int u = 0; u < shape.u(); u++) {
            for (int v = 0; v < shape.v(); v += shape.stride()) {
                int neighbors = Math.min(shape.stride(), shape.v() - v);     // p's do not overlap
                PatchProduct.add(n * shape.outSize(), neighbors * channels, shape.o(),
                        dyCopy, patches.dyPlaces(), dyChannels,
                        turned, u * shape.o() * width + v * channels, width,
                        dx, (u * patches.columns() + v) * channels, patches.corners());
            }
        }
        for (int image = 0; image < n; image++) addImage(image, to, xo);
    }

    /** turned[u][o][v][c] = w[o][c][u][v]. */
    private void turn(float[] w, int wo) {
        int from = wo;
        for (int o = 0; o < shape.o(); o++) {
            for (int c = 0; c < shape.c(); c++) {
                for (int u = 0; u < shape.u(); u++) {
                    int to = (u * shape.o() + o) * shape.v() * channels + c;
                    for (int v = 0; v < shape.v(); v++) turned[to + v * channels] = w[from++];
                }
            }
        }
    }

    private void addImage(int image, float[] to, int xo) {
        int plane = shape.h() * shape.w();
        int at = xo + image * shape.imageSize();
        int first = image * patches.planeSize();
        if (shape.pad() == 0) {
            Turned.add(shape.c(), plane, dx, first * channels, channels, to, at, plane);
            return;
        }
        for (int i = 0; i < shape.h(); i++) {
            int from = first + (i + shape.pad()) * patches.columns() + shape.pad();
            Turned.add(shape.c(), shape.w(), dx, from * channels, channels,
                    to, at + i * shape.w(), plane);
        }
    }
}
