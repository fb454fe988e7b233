package skein.tensor;

/**
 * The definition of a convolution: every product of its sum, one by one.
 *
 * @param shape the extents
 */
record ReferenceConvolution(ConvolutionShape shape) implements ConvolutionKernel {
    /** One product of the sum: where in y, x and w its three elements are. */
    @FunctionalInterface
    private interface Term {
        void at(int y, int x, int w);
    }

    @Override public void forward(int n, float[] x, int xo, float[] w, int wo, float[] y) {
        forEachTerm(n, (yi, xi, wi) -> y[yi] += x[xo + xi] * w[wo + wi]);
    }

    @Override public void backwardInput(int n, float[] dy, float[] w, int wo, float[] dx, int xo) {
        forEachTerm(n, (yi, xi, wi) -> dx[xo + xi] += dy[yi] * w[wo + wi]);
    }

    @Override public void backwardWeight(int n, float[] x, int xo, float[] dy,
                                         float[] dw, int wo) {
        forEachTerm(n, (yi, xi, wi) -> dw[wo + wi] += dy[yi] * x[xo + xi]);
    }

    private void forEachTerm(int n, Term term) {
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < shape.o(); o++) {
                for (int i = 0; i < shape.outH(); i++) {
                    for (int j = 0; j < shape.outW(); j++) forEachTerm(image, o, i, j, term);
                }
            }
        }
    }

    private void forEachTerm(int image, int o, int i, int j, Term term) {
        int y = ((image * shape.o() + o) * shape.outH() + i) * shape.outW() + j;
        for (int c = 0; c < shape.c(); c++) {
            for (int u = 0; u < shape.u(); u++) {
                for (int v = 0; v < shape.v(); v++) {
                    int row = i * shape.stride() + u - shape.pad();
                    int column = j * shape.stride() + v - shape.pad();
                    if (row < 0 || row >= shape.h() || column < 0 || column >= shape.w()) continue;
                    term.at(y, ((image * shape.c() + c) * shape.h() + row) * shape.w() + column,
                            ((o * shape.c() + c) * shape.u() + u) * shape.v() + v);
                }
            }
        }
    }
}
