package skein.tensor;

/**
 * How the elements of an image are dealt out to {@link Planes}: which rows and columns of a plane
 * are elements of x, and not padding or behind x's end, and where in x they are.
 *
 * @param shape the convolution
 * @param rows  rows of a plane
 * @param pitch columns of a plane
 */
record Deal(ConvolutionShape shape, int rows, int pitch) {
    /** The first row of plane p that is in x. */
    int firstRow(int p) {
        return first(rowOffset(p));
    }

    /** How many rows of plane p are in x. */
    int rows(int p) {
        return end(rowOffset(p), shape.h(), rows) - firstRow(p);
    }

    /** The first column of plane p that is in x. */
    int firstColumn(int p) {
        return first(columnOffset(p));
    }

    /** The first column behind it that is not. */
    int endColumn(int p) {
        return end(columnOffset(p), shape.w(), pitch);
    }

    /** Where in x [N, C, H, W] element (i, j) of plane p is. */
    int place(int image, int p, int i, int j) {
        int s = shape.stride();
        int c = p / (s * s);
        int row = i * s + rowOffset(p);
        int column = j * s + columnOffset(p);
        return ((image * shape.c() + c) * shape.h() + row) * shape.w() + column;
    }

    /** How far, in x, the next row of a plane is. */
    int step() {
        return shape.stride() * shape.w();
    }

    /** The row of x, perhaps a negative one, that is row 0 of plane p. */
    private int rowOffset(int p) {
        return p / shape.stride() % shape.stride() - shape.pad();
    }

    private int columnOffset(int p) {
        return p % shape.stride() - shape.pad();
    }

    /** The least i with i · stride + offset ≥ 0. */
    private int first(int offset) {
        return Math.max(0, (shape.stride() - 1 - offset) / shape.stride());
    }

    /** The least i with i · stride + offset ≥ size, at most the plane's extent. */
    private int end(int offset, int size, int extent) {
        return Math.min(extent, (size - offset + shape.stride() - 1) / shape.stride());
    }
}
