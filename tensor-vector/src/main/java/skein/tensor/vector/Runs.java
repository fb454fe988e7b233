package skein.tensor.vector;

import skein.tensor.ConvolutionShape;

/**
 * Forward and back to the weights, for at most a vector of filters that are two or three strides
 * wide, as in MinAtar's network and in the first layer of Atari's: tables for {@link RunForward}
 * and {@link RunBackward}, and the loops around them.
 *
 * <p>Rows of y are cut into runs of four. The one to three columns that are left over go through
 * {@link PatchProduct}.
 */
final class Runs {
    private static final int L = Lanes.COUNT;
    private static final int RUN = 4;

    private final ConvolutionShape shape;
    private final Patches patches;
    private final int strides;            // T, the width of a filter in strides
    private final int far;                // from a weight to the one a stride behind
    private final int taps;               // of the first stride
    private final int block;              // how many of them RunBackward takes
    private final int[] step;             // where x is for each of them, behind a place
    private final int[] row;              // where w is
    private int most;                     // images the tables are for
    private int[] places = {};            // of runs
    private int[] to = {};                // where they are in y
    private int[] leftPlaces = {};        // of what is left over
    private int[] leftTo = {};
    private int[] cells = {};             // places of the elements of y, and of zeros between rows
    private float[] dy = {};              // [cells, L]

    Runs(ConvolutionShape shape, Patches patches) {
        this.shape = shape;
        this.patches = patches;
        strides = shape.v() / shape.stride();
        far = shape.stride() * L;
        taps = shape.c() * shape.u() * shape.stride();
        block = strides == 2 ? 8 : 6;
        int whole = (taps + block - 1) / block * block;
        step = new int[whole];
        row = new int[whole];
        for (int i = 0; i < whole; i++) {                     // beyond taps: behind the weights
            int k = i / shape.stride() * shape.v() + i % shape.stride();
            step[i] = i < taps ? patches.taps()[k] : 0;
            row[i] = (i < taps ? k : shape.filterSize()) * L;
        }
    }

    /**
     * {@return whether this is the faster way}: where filters fill two vectors, those share each
     * number that is spread, and {@link PatchProduct} is as fast.
     */
    static boolean suit(ConvolutionShape shape) {
        int strides = shape.v() / shape.stride();
        return shape.v() % shape.stride() == 0 && (strides == 2 || strides == 3)
                && Lanes.ceil(shape.o()) == L;
    }

    /** {@return whether x can be read where it is: no zeros around it, and no column left over} */
    boolean inPlace() {
        return shape.pad() == 0 && shape.outW() % RUN == 0;
    }

    /** {@return floats of w or dw: [C U V, L], and what nobody reads behind} */
    int weights() {
        return (shape.filterSize() + shape.v()) * L;
    }

    /** Makes tables for n images, if they are not there. */
    private void layOut(int n) {
        if (n <= most) return;
        most = n;
        int rows = n * shape.outH();
        int runs = shape.outW() / RUN;
        int left = shape.outW() % RUN;
        int width = shape.outW() + strides - 1;
        places = new int[rows * runs];
        to = new int[rows * runs];
        leftPlaces = new int[rows * left];
        leftTo = new int[rows * left];
        cells = new int[rows * width];
        dy = new float[rows * width * L];
        for (int r = 0; r < rows; r++) {
            int p = r * shape.outW();
            for (int i = 0; i < runs; i++) put(places, to, r * runs + i, p + i * RUN);
            for (int i = 0; i < left; i++) {
                put(leftPlaces, leftTo, r * left + i, p + runs * RUN + i);
            }
            for (int q = 0; q < width; q++) {
                cells[r * width + q] = patches.places()[p] + q * shape.stride();
            }
        }
    }

    private void put(int[] places, int[] to, int at, int p) {
        places[at] = patches.places()[p];
        to[at] = p * L;
    }

    /**
     * y += w ∗ x.
     *
     * @param n  images
     * @param x  images, with zeros around them if there is padding
     * @param xo where x begins; 0 if not {@link #inPlace}
     * @param w  [C U V, L]
     * @param y  [N outH outW, L]. Modified.
     */
    void forward(int n, float[] x, int xo, float[] w, float[] y) {
        layOut(n);
        int runs = n * shape.outH() * (shape.outW() / RUN);
        int s = shape.stride();
        for (int r = 0; r < runs; r += 2) {
            int other = Math.min(r + 1, runs - 1);                 // the last may be alone
            if (strides == 2) {
                RunForward.taps2(taps, x, xo + places[r], xo + places[other], s, step,
                        w, row, far, y, to[r], to[other]);
            } else {
                RunForward.taps3(taps, x, xo + places[r], xo + places[other], s, step,
                        w, row, far, y, to[r], to[other]);
            }
        }
        PatchProduct.add(n * shape.outH() * (shape.outW() % RUN), L, shape.filterSize(),
                x, leftPlaces, patches.taps(), w, 0, L, y, 0, leftTo);
    }

    /**
     * dw += what dy causes.
     *
     * @param n    images
     * @param x    images, as in forward
     * @param xo   where x begins
     * @param from dy [N, O, outH, outW]
     * @param dw   [C U V, L], and what is behind. Modified.
     */
    void backwardWeight(int n, float[] x, int xo, float[] from, float[] dw) {
        layOut(n);
        int rows = n * shape.outH();
        int width = shape.outW() + strides - 1;
        for (int r = 0; r < rows; r++) {
            int image = r / shape.outH();
            int at = image * shape.o() * shape.outSize() + r % shape.outH() * shape.outW();
            Turned.copy(shape.o(), shape.outW(), from, at, shape.outSize(),
                    dy, r * width * L, L);
        }
        for (int k = 0; k < taps; k += block) {
            if (strides == 2) {
                RunBackward.taps2(rows * width, x, xo, cells, step, k, dy, dw, row, far);
            } else {
                RunBackward.taps3(rows * width, x, xo, cells, step, k, dy, dw, row, far);
            }
        }
    }
}
