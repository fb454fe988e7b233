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

    @Override public double sumOfSquares(int n, float[] a) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += (double) a[i] * a[i];
        return sum;
    }

    @Override public void rmsProp(int from, int to, float[] dTheta, float eta, float alpha,
                                  float epsilon, float[] theta, float[] g) {
        for (int i = from; i < to; i++) {
            float own = alpha * g[i] + (1 - alpha) * (dTheta[i] * dTheta[i]);
            g[i] = own;
            theta[i] -= eta * dTheta[i] / (float) Math.sqrt(own + epsilon);
        }
    }

    /** {@return "reference"} */
    @Override public String toString() {
        return "reference";
    }
}
