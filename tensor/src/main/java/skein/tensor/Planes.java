package skein.tensor;

import java.util.Arrays;

/**
 * A batch of images laid out so that a convolution is a product of matrices, without a copy of
 * every patch.
 *
 * <h2>The idea</h2>
 * With stride 1, all of y's elements that meet the same weight w[o, c, u, v] meet a
 * <em>window</em> of x that is one piece of memory: it begins at x[c, u, v] and runs on from row to
 * row. So
 *
 * <pre>
 *   y[o][p] = Σ_k w[o][k] · x[taps[k] + p],        k = (c, u, v),  p = i · pitch + j
 * </pre>
 *
 * a product whose rows of B overlap. At the end of each row a few p are between y's rows; what is
 * computed there is garbage, and thrown away.
 *
 * <p>With stride s, x is first dealt out, as cards are, to s · s smaller planes a channel: plane
 * (a, b) has the elements whose row is a and whose column is b modulo s. Over them the same
 * convolution has stride 1.
 *
 * <p>The gradient of x is the same thing backwards, with y's gradient as the image, zeros before
 * and behind it, and the weights rearranged: each element of a plane collects from where it went.
 *
 * <p>Planes are scratch memory of one thread. Those of x stay until the next batch is split.
 */
final class Planes {
    private final ConvolutionShape shape;
    private final int s;                  // stride
    private final int rows;               // of a plane
    private final int pitch;              // columns of a plane
    private final int tapsU;              // rows of the filter that meet one plane
    private final int tapsV;
    private final int spacing;            // from an image's plane to the next image's
    private final int margin;             // zeros before the first row of dy
    private final int[] taps;
    private final int[] turnedTaps;
    private final Deal deal;

    private int images = -1;              // x is laid out for: those that were split last
    private int dyImages = -1;            // y is laid out for
    private float[] x = {};               // [C · s · s, N, spacing]
    private float[] y = {};               // margin + [O, N, spacing]
    private float[] turned = {};          // [C · s · s, O · tapsU · tapsV]

    Planes(ConvolutionShape shape) {
        this.shape = shape;
        s = shape.stride();
        tapsU = (shape.u() + s - 1) / s;
        tapsV = (shape.v() + s - 1) / s;
        rows = shape.outH() + tapsU - 1;
        pitch = shape.outW() + tapsV - 1;
        margin = (tapsU - 1) * pitch + tapsV - 1;
        spacing = rows * pitch;
        taps = new int[shape.filterSize()];
        turnedTaps = new int[shape.o() * tapsU * tapsV];
        deal = new Deal(shape, rows, pitch);
    }

    // ---- extents and places -----------------------------------------------------------------

    /** Elements of a window: y's first to its last, those between its rows included. */
    int window() {
        return (shape.outH() - 1) * pitch + shape.outW();
    }

    /** Planes of an image, C · stride · stride. */
    int planes() {
        return shape.c() * s * s;
    }

    /** Elements of a plane, and how far the same plane of the next image is. */
    int spacing() {
        return spacing;
    }

    /** Where, in x's planes, the window of each weight (c, u, v) begins. */
    int[] taps() {
        return taps;
    }

    /** Where, in dy's planes, the window of each turned weight (o, a, b) begins. */
    int[] turnedTaps() {
        return turnedTaps;
    }

    /** Where element (i, j) of a channel of y is in its window. */
    int place(int i, int j) {
        return i * pitch + j;
    }

    /** Lays out x for so many images; zeros everywhere if it was another number before. */
    private void layOut(int images) {
        if (this.images == images) return;
        this.images = images;
        int step = images * spacing;                               // to an image's next plane
        x = zeros(x, planes() * step + margin);
        for (int k = 0; k < taps.length; k++) {
            int c = k / (shape.u() * shape.v());
            int u = k / shape.v() % shape.u();
            int v = k % shape.v();
            taps[k] = ((c * s + u % s) * s + v % s) * step + u / s * pitch + v / s;
        }
    }

    /** The same for y, which need not be of as many images. */
    private void layOutDy(int images) {
        if (dyImages == images) return;
        dyImages = images;
        int step = images * spacing;                               // to an image's next channel
        y = zeros(y, margin + shape.o() * step + margin);
        for (int k = 0; k < turnedTaps.length; k++) {
            int o = k / (tapsU * tapsV);
            int a = k / tapsV % tapsU;
            int b = k % tapsV;
            turnedTaps[k] = margin + o * step - a * pitch - b;
        }
    }

    private static float[] zeros(float[] a, int size) {
        if (a.length < size) return new float[size];
        Arrays.fill(a, 0);
        return a;
    }

    // ---- x and dx ---------------------------------------------------------------------------

    /** Deals out the images of x [N, C, H, W], which begins at at, to planes. */
    float[] split(int images, float[] from, int at) {
        layOut(images);
        for (int image = 0; image < images; image++) {
            for (int p = 0; p < planes(); p++) splitPlane(from, at, image, p);
        }
        return x;
    }

    private void splitPlane(float[] from, int at, int image, int p) {
        int first = deal.firstColumn(p);
        int count = deal.endColumn(p) - first;
        int row = at + deal.place(image, p, deal.firstRow(p), first);
        int to = (p * images + image) * spacing + deal.firstRow(p) * pitch + first;
        for (int i = deal.rows(p); i > 0; i--, row += deal.step(), to += pitch) {
            if (s == 1) System.arraycopy(from, row, x, to, count);
            else for (int j = 0; j < count; j++) x[to + j] = from[row + j * s];
        }
    }

    /** The planes of the last split, which must have been of so many images. */
    float[] x(int images) {
        if (images == this.images) return x;
        throw new IllegalStateException("backwardWeight needs a forward of the same images before "
                + "it, but got " + images + " images and the last forward had " + this.images
                + ".");
    }

    /**
     * Gathers dx from its planes: the opposite of {@link #split}, adding.
     *
     * @param from  [C · s · s][count · spacing]
     * @param first the first image
     * @param count images
     * @param to    dx [N, C, H, W]. Modified.
     * @param at    where dx begins
     */
    void merge(float[][] from, int first, int count, float[] to, int at) {
        for (int image = 0; image < count; image++) {
            for (int p = 0; p < planes(); p++) {
                mergePlane(from[p], image * spacing, to, at, first + image, p);
            }
        }
    }

    private void mergePlane(float[] plane, int start, float[] to, int at, int image, int p) {
        int first = deal.firstColumn(p);
        int count = deal.endColumn(p) - first;
        int row = at + deal.place(image, p, deal.firstRow(p), first);
        int from = start + deal.firstRow(p) * pitch + first;
        for (int i = deal.rows(p); i > 0; i--, row += deal.step(), from += pitch) {
            for (int j = 0; j < count; j++) to[row + j * s] += plane[from + j];
        }
    }

    // ---- y and dy ---------------------------------------------------------------------------

    /** Spreads dy [N, O, outH, outW] to planes, zeros between the rows and around. */
    float[] spread(int images, float[] dy) {
        layOutDy(images);
        int width = shape.outW();
        int at = 0;
        for (int image = 0; image < images; image++) {
            for (int o = 0; o < shape.o(); o++) {
                int to = margin + (o * images + image) * spacing;
                for (int i = 0; i < shape.outH(); i++, at += width, to += pitch) {
                    System.arraycopy(dy, at, y, to, width);
                }
            }
        }
        return y;
    }

    /**
     * Turns the weights for the way back: turned[(c, p, q)][(o, a, b)] = w[o, c, a s + p, b s + q],
     * zeros where a filter ends.
     */
    float[] turn(float[] w, int wo) {
        int inner = turnedTaps.length;
        if (turned.length < planes() * inner) turned = new float[planes() * inner];
        for (int p = 0; p < planes(); p++) {
            int k = p * inner;
            for (int o = 0; o < shape.o(); o++) {
                int filter = wo + (o * shape.c() + p / (s * s)) * shape.u() * shape.v();
                for (int u = p / s % s; u < tapsU * s; u += s) {
                    for (int v = p % s; v < tapsV * s; v += s, k++) {
                        boolean inside = u < shape.u() && v < shape.v();
                        turned[k] = inside ? w[filter + u * shape.v() + v] : 0;
                    }
                }
            }
        }
        return turned;
    }
}
