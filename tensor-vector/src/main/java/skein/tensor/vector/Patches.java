package skein.tensor.vector;

import java.util.Arrays;
import skein.tensor.ConvolutionShape;

/**
 * Where a convolution's elements are. The patch of x that an element p = (image, i, j) of y sees
 * begins at {@code places[p]}, and in every patch the element that meets weight k = (c, u, v) is
 * {@code taps[k]} behind that:
 *
 * <pre>
 *   y[p][o] = Σ_k x[places[p] + taps[k]] · w[o][k]
 * </pre>
 *
 * <p>So no patch is ever copied. x is, once, with zeros around it where there is padding; only
 * {@link Runs} can do without, where there is none.
 *
 * <p>The tables of a large batch begin with those of a small one: they grow, and that is all. So
 * does the copy of x, because a way back may come with a larger batch before it is used again.
 */
final class Patches {
    private final ConvolutionShape shape;
    private final int rows;               // of a padded image
    private final int columns;
    private final int[] taps;

    private int most;                     // images the tables are for
    private int[] places = {};
    private int[] dyPlaces = {};
    private int[] corners = {};
    private float[] padded = {};          // [N, C, rows, columns]

    Patches(ConvolutionShape shape) {
        this.shape = shape;
        rows = shape.h() + 2 * shape.pad();
        columns = shape.w() + 2 * shape.pad();
        taps = new int[PatchProduct.rows(shape.filterSize())];     // those at the end are 0
        for (int k = 0; k < shape.filterSize(); k++) {
            int c = k / (shape.u() * shape.v());
            taps[k] = (c * rows + k / shape.v() % shape.u()) * columns + k % shape.v();
        }
    }

    /** Makes tables for n images, if they are not there. */
    void layOut(int n) {
        if (n <= most) return;
        most = n;
        int size = shape.outSize();
        places = new int[n * size];
        dyPlaces = new int[n * size];
        corners = new int[n * size];
        for (int p = 0; p < n * size; p++) {
            int image = p / size;
            int corner = (p % size / shape.outW() * columns + p % shape.outW()) * shape.stride();
            places[p] = image * shape.c() * planeSize() + corner;
            dyPlaces[p] = image * shape.o() * size + p % size;
            corners[p] = (image * planeSize() + corner) * Lanes.ceil(shape.c());
        }
        padded = Arrays.copyOf(padded, PatchProduct.length(n * shape.c() * planeSize()));
    }

    /**
     * Copies images, with zeros around, to {@link #padded}: 5 percent of a convolution's time, and
     * without it the blocks would have to check every index.
     */
    void copy(int n, float[] x, int xo) {
        if (shape.pad() == 0) {
            System.arraycopy(x, xo, padded, 0, n * shape.imageSize());
            return;
        }
        for (int row = 0; row < n * shape.c() * shape.h(); row++) {
            int to = row / shape.h() * rows + row % shape.h() + shape.pad();
            System.arraycopy(x, xo + row * shape.w(),
                    padded, to * columns + shape.pad(), shape.w());
        }
    }

    /** The images copied last [N, C, H, W], H and W with padding; as PatchBlocks want it. */
    float[] padded() {
        return padded;
    }

    /** Elements of one channel, padding included. */
    int planeSize() {
        return rows * columns;
    }

    /** Columns of a channel, padding included. */
    int columns() {
        return columns;
    }

    /** Where, in a patch, the element for each weight is; filled up with zeros to whole blocks. */
    int[] taps() {
        return taps;
    }

    /** Where in x, padding included, the patch of each element of y begins. */
    int[] places() {
        return places;
    }

    /** Where in y, channel 0, each element is. */
    int[] dyPlaces() {
        return dyPlaces;
    }

    /** Where a patch begins in an x that has its channels last, filled up to whole vectors. */
    int[] corners() {
        return corners;
    }
}
