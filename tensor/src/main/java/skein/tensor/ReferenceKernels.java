package skein.tensor;

/** The definition of the kernels: the loops as one would write them on the board. */
public final class ReferenceKernels implements Kernels {
    /** Kernels without any state. */
    public ReferenceKernels() {
    }

    @Override public void matmul(int m, int k, int n,
                                 float[] x, int xo, float[] w, int wo, float[] y) {
        for (int r = 0; r < m; r++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < n; j++) {
                    y[r * n + j] += x[xo + r * k + i] * w[wo + i * n + j];
                }
            }
        }
    }

    @Override public void matmulNT(int m, int k, int n,
                                   float[] dy, float[] w, int wo, float[] dx, int xo) {
        for (int r = 0; r < m; r++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < n; j++) {
                    dx[xo + r * k + i] += dy[r * n + j] * w[wo + i * n + j];
                }
            }
        }
    }

    @Override public void matmulTN(int m, int k, int n,
                                   float[] x, int xo, float[] dy, float[] dw, int wo) {
        for (int r = 0; r < m; r++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < n; j++) {
                    dw[wo + i * n + j] += x[xo + r * k + i] * dy[r * n + j];
                }
            }
        }
    }

    @Override public void sumRows(int m, int n, float[] y, float[] sum, int so) {
        for (int r = 0; r < m; r++) {
            for (int j = 0; j < n; j++) {
                sum[so + j] += y[r * n + j];
            }
        }
    }

    /** One product of the convolution's sum: where in y, x and w its three elements are. */
    @FunctionalInterface
    private interface Term {
        void at(int y, int x, int w);
    }

    @Override public void conv2d(int n, ConvolutionShape s,
                                 float[] x, int xo, float[] w, int wo, float[] y) {
        forEachTerm(n, s, (yi, xi, wi) -> y[yi] += x[xo + xi] * w[wo + wi]);
    }

    @Override public void conv2dInput(int n, ConvolutionShape s,
                                      float[] dy, float[] w, int wo, float[] dx, int xo) {
        forEachTerm(n, s, (yi, xi, wi) -> dx[xo + xi] += dy[yi] * w[wo + wi]);
    }

    @Override public void conv2dWeight(int n, ConvolutionShape s,
                                       float[] x, int xo, float[] dy, float[] dw, int wo) {
        forEachTerm(n, s, (yi, xi, wi) -> dw[wo + wi] += dy[yi] * x[xo + xi]);
    }

    private static void forEachTerm(int n, ConvolutionShape s, Term term) {
        for (int image = 0; image < n; image++) {
            for (int o = 0; o < s.o(); o++) {
                for (int i = 0; i < s.outH(); i++) {
                    for (int j = 0; j < s.outW(); j++) {
                        int y = ((image * s.o() + o) * s.outH() + i) * s.outW() + j;
                        forEachTerm(image, o, i, j, y, s, term);
                    }
                }
            }
        }
    }

    private static void forEachTerm(int image, int o, int i, int j, int y, ConvolutionShape s,
                                    Term term) {
        for (int c = 0; c < s.c(); c++) {
            for (int u = 0; u < s.u(); u++) {
                for (int v = 0; v < s.v(); v++) {
                    int row = i * s.stride() + u - s.pad();
                    int column = j * s.stride() + v - s.pad();
                    if (row < 0 || row >= s.h() || column < 0 || column >= s.w()) continue;
                    term.at(y, ((image * s.c() + c) * s.h() + row) * s.w() + column,
                            ((o * s.c() + c) * s.u() + u) * s.v() + v);
                }
            }
        }
    }

    /** {@return "reference"} */
    @Override public String toString() {
        return "reference";
    }
}
