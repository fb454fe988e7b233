package skein.tensor;

import java.util.Arrays;

/**
 * A batch of images laid out so that a convolution is a product of matrices, without a copy of
 * every patch. For kernels.
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
 * <p>Planes are scratch memory: of one thread, and overwritten by the next batch.
 */
public final class Planes {
    private final ConvolutionShape shape;
    private final int s;                  // stride
    private final int rows;               // of a plane
    private final int pitch;              // columns of a plane
    private final int tapsU;              // rows of the filter that meet one plane
    private final int tapsV;
    private final int spacing;            // from an image's plane to the next image's
    private final int margin;             // zeros before the first row of dy
    private final int slack;              // floats behind the last plane that may be read
    private final int[] taps;
    private final int[] turnedTaps;
    private final Deal deal;

    private int n = -1;                   // images the memory is laid out for
    private float[] x = {};               // [C · s · s, N, spacing]
    private float[] y = {};               // margin + [O, N, spacing]
    private float[] turned = {};          // [C · s · s, O · tapsU · tapsV]

    /**
     * Planes for batches of images of these extents.
     *
     * @param shape the convolution
     * @param lanes windows may be read in pieces of this many floats, a power of two
     */
    public Planes(ConvolutionShape shape, int lanes) {
        this.shape = shape;
        s = shape.stride();
        tapsU = (shape.u() + s - 1) / s;
        tapsV = (shape.v() + s - 1) / s;
        rows = shape.outH() + tapsU - 1;
        pitch = shape.outW() + tapsV - 1;
        margin = (tapsU - 1) * pitch + tapsV - 1;
        spacing = rows * pitch + lanes - 1 & -lanes;
        slack = margin + lanes;
        taps = new int[shape.filterSize()];
        turnedTaps = new int[shape.o() * tapsU * tapsV];
        deal = new Deal(shape, rows, pitch);
    }

    // ---- extents and places -----------------------------------------------------------------

    /** {@return elements of a window: y's first to its last, those between its rows included} */
    public int window() {
        return (shape.outH() - 1) * pitch + shape.outW();
    }

    /** {@return elements of a plane} */
    public int planeSize() {
        return rows * pitch;
    }

    /** {@return planes of an image, C · stride · stride} */
    public int planes() {
        return shape.c() * s * s;
    }

    /** {@return how far the same plane of the next image is} */
    public int spacing() {
        return spacing;
    }

    /** {@return how far an image's next plane, or next channel of y, is: N · spacing} */
    public int step() {
        return n * spacing;
    }

    /** {@return where, in y's planes, the first element is} */
    public int margin() {
        return margin;
    }

    /** {@return where, in x's planes, the window of each weight (c, u, v) begins} */
    public int[] taps() {
        return taps;
    }

    /** {@return where, in dy's planes, the window of each turned weight (o, a, b) begins} */
    public int[] turnedTaps() {
        return turnedTaps;
    }

    /** {@return where element (i, j) of a channel of y is in its window} */
    int place(int i, int j) {
        return i * pitch + j;
    }

    /** Lays out the memory for n images; zeros everywhere if it was another number before. */
    private void layOut(int images) {
        if (n == images) return;
        n = images;
        x = zeros(x, planes() * step() + slack);
        y = zeros(y, margin + shape.o() * step() + slack);
        for (int k = 0; k < taps.length; k++) {
            int c = k / (shape.u() * shape.v());
            int u = k / shape.v() % shape.u();
            int v = k % shape.v();
            taps[k] = ((c * s + u % s) * s + v % s) * step() + u / s * pitch + v / s;
        }
        for (int k = 0; k < turnedTaps.length; k++) {
            int o = k / (tapsU * tapsV);
            int a = k / tapsV % tapsU;
            int b = k % tapsV;
            turnedTaps[k] = margin + o * step() - a * pitch - b;
        }
    }

    private static float[] zeros(float[] a, int size) {
        if (a.length < size) return new float[size];
        Arrays.fill(a, 0);
        return a;
    }

    // ---- x and dx ---------------------------------------------------------------------------

    /**
     * Deals images out to planes.
     *
     * @param images how many
     * @param from   x [N, C, H, W]
     * @param at     where x begins
     * @return the planes, until the next batch
     */
    public float[] split(int images, float[] from, int at) {
        layOut(images);
        for (int image = 0; image < n; image++) {
            for (int p = 0; p < planes(); p++) splitPlane(from, at, image, p);
        }
        return x;
    }

    private void splitPlane(float[] from, int at, int image, int p) {
        int first = deal.firstColumn(p);
        int count = deal.endColumn(p) - first;
        int row = at + deal.place(image, p, deal.firstRow(p), first);
        int to = p * step() + image * spacing + deal.firstRow(p) * pitch + first;
        for (int i = deal.rows(p); i > 0; i--, row += deal.step(), to += pitch) {
            if (s == 1) System.arraycopy(from, row, x, to, count);
            else for (int j = 0; j < count; j++) x[to + j] = from[row + j * s];
        }
    }

    /** {@return memory for the planes of dx, filled with zeros; takes the place of x} */
    public float[] zeros() {
        Arrays.fill(x, 0);
        return x;
    }

    /**
     * Gathers dx from its planes: the opposite of {@link #split}, adding.
     *
     * @param to dx [N, C, H, W]. Modified.
     * @param at where dx begins
     */
    public void merge(float[] to, int at) {
        for (int image = 0; image < n; image++) {
            for (int p = 0; p < planes(); p++) mergePlane(to, at, image, p);
        }
        Arrays.fill(x, 0);                         // where split writes nothing there are zeros
    }

    private void mergePlane(float[] to, int at, int image, int p) {
        int first = deal.firstColumn(p);
        int count = deal.endColumn(p) - first;
        int row = at + deal.place(image, p, deal.firstRow(p), first);
        int from = p * step() + image * spacing + deal.firstRow(p) * pitch + first;
        for (int i = deal.rows(p); i > 0; i--, row += deal.step(), from += pitch) {
            for (int j = 0; j < count; j++) to[row + j * s] += x[from + j];
        }
    }

    // ---- y and dy ---------------------------------------------------------------------------

    /** {@return memory for y's planes, filled with zeros} */
    public float[] blank() {
        Arrays.fill(y, 0);
        return y;
    }

    /**
     * Adds y's planes to y, without what is between the rows, and leaves zeros.
     *
     * @param to y [N, O, outH, outW]. Modified.
     */
    public void collect(float[] to) {
        int width = shape.outW();
        int at = 0;
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < shape.o(); o++) {
                int from = margin + o * step() + image * spacing;
                for (int i = 0; i < shape.outH(); i++, at += width, from += pitch) {
                    for (int j = 0; j < width; j++) to[at + j] += y[from + j];
                }
            }
        }
        Arrays.fill(y, 0);
    }

    /**
     * Spreads y's gradient to planes, zeros between the rows and around.
     *
     * @param images how many
     * @param dy     [N, O, outH, outW]
     * @return the planes, until the next batch
     */
    public float[] spread(int images, float[] dy) {
        layOut(images);
        int width = shape.outW();
        int at = 0;
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < shape.o(); o++) {
                int to = margin + o * step() + image * spacing;
                for (int i = 0; i < shape.outH(); i++, at += width, to += pitch) {
                    System.arraycopy(dy, at, y, to, width);
                }
            }
        }
        return y;
    }

    /**
     * Turns the weights for the way back: turned[(c, p, q)][(o, a, b)] = w[o, c, a s + p, b s + q].
     *
     * @param w  [O, C, U, V]
     * @param wo where w begins
     * @return [{@link #planes}, O · a · b], zeros where a filter ends
     */
    public float[] turn(float[] w, int wo) {
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
