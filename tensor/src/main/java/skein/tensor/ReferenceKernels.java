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

    @Override public ConvolutionKernel convolution(ConvolutionShape shape) {
        return new ReferenceConvolution(shape);
    }

    /** {@return "reference"} */
    @Override public String toString() {
        return "reference";
    }
}
