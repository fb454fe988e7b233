package skein.tensor;

import java.util.Arrays;

/**
 * The kernels as plain loops that the JIT compiler turns into SIMD code.
 *
 * <p>The compiler does that for {@code y[j] += s * a[j]} when all arrays are indexed alike, but not
 * when they begin at different offsets: 24 against 7 GFLOP/s for a [1, 128] · [128, 128] product.
 * Copying a row is much cheaper than that difference. So every inner loop here works on rows that
 * were copied to scratch arrays and begin at 0, and adds four of them at a time, because then y is
 * loaded and stored once for four products. (36 GFLOP/s without the copy, 20 with it for one row of
 * x; the copy serves all rows of x.)
 *
 * <p>Columns of x that are 0 in all rows, as many are behind relus, are left out: the row of w that
 * would meet them is not even copied.
 *
 * <p>A matrix with few columns would give inner loops that end before they have begun; it is
 * worked on transposed, the long side innermost.
 */
public final class PlainKernels implements Kernels {
    private static final int NARROW = 16;
    private static final double TINY = 1e-30;      // squares near it lose their digits

    private final Kernels definition = new ReferenceKernels();
    private final PlainSquares squares = new PlainSquares();
    private float[][] a = {};          // scratch rows, grown on demand
    private float[][] b = {};
    private int[] alive = {};          // numbers of columns, as many as alive() found

    /** Kernels with scratch memory of their own. */
    public PlainKernels() {
    }

    @Override public void matmul(int m, int k, int n,
                                 float[] x, int xo, float[] w, int wo, float[] y) {
        if (n < NARROW) {
            matmulNarrow(m, k, n, x, xo, w, wo, y);
            return;
        }
        float[][] sum = a = rows(a, m, n);
        float[][] row = b = rows(b, 4, n);
        for (int r = 0; r < m; r++) System.arraycopy(y, r * n, sum[r], 0, n);
        int count = alive(m, k, x, xo);
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            for (int q = 0; q < 4; q++) System.arraycopy(w, wo + alive[i + q] * n, row[q], 0, n);
            for (int r = 0; r < m; r++) {
                int o = xo + r * k;
                add(n, sum[r], x[o + alive[i]], row[0], x[o + alive[i + 1]], row[1],
                        x[o + alive[i + 2]], row[2], x[o + alive[i + 3]], row[3]);
            }
        }
        for (; i < count; i++) {
            System.arraycopy(w, wo + alive[i] * n, row[0], 0, n);
            for (int r = 0; r < m; r++) add(n, sum[r], x[xo + r * k + alive[i]], row[0]);
        }
        for (int r = 0; r < m; r++) System.arraycopy(sum[r], 0, y, r * n, n);
    }

    /** Finds the columns of x that are not 0 in all rows, as many are behind relus; how many. */
    private int alive(int m, int k, float[] x, int xo) {
        if (alive.length < k) alive = new int[k];
        int count = 0;
        for (int i = 0; i < k; i++) {
            float any = 0;
            for (int r = 0; r < m && any == 0; r++) any = x[xo + r * k + i];
            alive[count] = i;
            count += any != 0 ? 1 : 0;
        }
        return count;
    }

    private static void matmulNarrow(int m, int k, int n,
                                     float[] x, int xo, float[] w, int wo, float[] y) {
        for (int r = 0; r < m; r++) {
            for (int j = 0; j < n; j++) y[r * n + j] += dot(k, x, xo + r * k, w, wo + j, n);
        }
    }

    @Override public void matmulNT(int m, int k, int n,
                                   float[] dy, float[] w, int wo, float[] dx, int xo) {
        if (alive.length < k) alive = new int[k];
        for (int i = 0; i < k; i++) alive[i] = i;
        aliveNT(m, k, n, dy, w, wo, dx, xo, k);
    }

    @Override public void matmulNT(int m, int k, int n,
                                   float[] dy, float[] w, int wo, float[] dx, int xo, float[] x) {
        aliveNT(m, k, n, dy, w, wo, dx, xo, alive(m, k, x, 0));
    }

    /** Only those columns of dx that are alive. */
    private void aliveNT(int m, int k, int n, float[] dy, float[] w, int wo,
                         float[] dx, int xo, int count) {
        float[][] wT = a = rows(a, n, count);                      // [n, count]
        transpose(count, n, w, wo, wT);
        float[] sum = (b = rows(b, 1, count))[0];
        for (int r = 0; r < m; r++) {
            Arrays.fill(sum, 0, count, 0);
            combine(count, sum, n, dy, r * n, 1, wT);
            for (int i = 0; i < count; i++) dx[xo + r * k + alive[i]] += sum[i];
        }
    }

    /** Four rows at a time, because each column is another array to be fetched: 1.2 ×. */
    private void transpose(int count, int n, float[] w, int wo, float[][] wT) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int w0 = wo + alive[i] * n;
            int w1 = wo + alive[i + 1] * n;
            int w2 = wo + alive[i + 2] * n;
            int w3 = wo + alive[i + 3] * n;
            for (int j = 0; j < n; j++) {
                float[] column = wT[j];
                column[i] = w[w0 + j];
                column[i + 1] = w[w1 + j];
                column[i + 2] = w[w2 + j];
                column[i + 3] = w[w3 + j];
            }
        }
        for (; i < count; i++) {
            for (int j = 0; j < n; j++) wT[j][i] = w[wo + alive[i] * n + j];
        }
    }

    @Override public void matmulTN(int m, int k, int n,
                                   float[] x, int xo, float[] dy, float[] dw, int wo) {
        if (n < NARROW) {
            matmulTNNarrow(m, k, n, x, xo, dy, dw, wo);
            return;
        }
        float[][] row = a = rows(a, m, n);                         // dy, row by row
        for (int r = 0; r < m; r++) System.arraycopy(dy, r * n, row[r], 0, n);
        float[] sum = (b = rows(b, 1, n))[0];
        int count = alive(m, k, x, xo);
        for (int i = 0; i < count; i++) {
            int at = wo + alive[i] * n;
            System.arraycopy(dw, at, sum, 0, n);
            combine(n, sum, m, x, xo + alive[i], k, row);
            System.arraycopy(sum, 0, dw, at, n);
        }
    }

    private void matmulTNNarrow(int m, int k, int n,
                                float[] x, int xo, float[] dy, float[] dw, int wo) {
        float[][] row = a = rows(a, m, k);                         // x, row by row
        for (int r = 0; r < m; r++) System.arraycopy(x, xo + r * k, row[r], 0, k);
        float[] sum = (b = rows(b, 1, k))[0];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < k; i++) sum[i] = dw[wo + i * n + j];
            combine(k, sum, m, dy, j, n, row);
            for (int i = 0; i < k; i++) dw[wo + i * n + j] = sum[i];
        }
    }

    @Override public void sumRows(int m, int n, float[] y, float[] sum, int so) {
        float[] total = (a = rows(a, 1, n))[0];
        float[] row = (b = rows(b, 1, n))[0];
        System.arraycopy(sum, so, total, 0, n);
        for (int r = 0; r < m; r++) {
            System.arraycopy(y, r * n, row, 0, n);
            add(n, total, 1, row);
        }
        System.arraycopy(total, 0, sum, so, n);
    }

    @Override public ConvolutionKernel convolution(ConvolutionShape shape) {
        return new PlainConvolution(shape);
    }

    @Override public double sumOfSquares(int n, float[] elements) {
        double sum = squares.sum(n, elements);
        return sum > TINY && sum < Float.MAX_VALUE ? sum : definition.sumOfSquares(n, elements);
    }

    /** The definition's loop is already one that the JIT compiler makes SIMD code of. */
    @Override public void rmsProp(int from, int to, float[] dTheta, float eta, float alpha,
                                  float epsilon, float[] theta, float[] g) {
        definition.rmsProp(from, to, dTheta, eta, alpha, epsilon, theta, g);
    }

    /** y += Σ_q s[so + q · stride] row[q], q = 0 .. count − 1. */
    static void combine(int n, float[] y, int count,
                        float[] s, int so, int stride, float[][] row) {
        int q = 0;
        for (; q + 4 <= count; q += 4) {
            int o = so + q * stride;
            add(n, y, s[o], row[q], s[o + stride], row[q + 1],
                    s[o + 2 * stride], row[q + 2], s[o + 3 * stride], row[q + 3]);
        }
        for (; q < count; q++) add(n, y, s[so + q * stride], row[q]);
    }

    static void add(int n, float[] y, float s, float[] a) {
        for (int j = 0; j < n; j++) y[j] += s * a[j];
    }

    private static void add(int n, float[] y, float s, float[] a, float t, float[] b,
                            float u, float[] c, float v, float[] d) {
        for (int j = 0; j < n; j++) y[j] += s * a[j] + t * b[j] + u * c[j] + v * d[j];
    }

    /** Σ a_i b_(i · stride), in four sums so that one addition need not wait for the last. */
    private static float dot(int n, float[] a, int ao, float[] b, int bo, int stride) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            int o = bo + i * stride;
            s0 += a[ao + i] * b[o];
            s1 += a[ao + i + 1] * b[o + stride];
            s2 += a[ao + i + 2] * b[o + 2 * stride];
            s3 += a[ao + i + 3] * b[o + 3 * stride];
        }
        for (; i < n; i++) s0 += a[ao + i] * b[bo + i * stride];
        return s0 + s1 + (s2 + s3);
    }

    /** At least this many scratch rows of at least this length, with anything in them. */
    private static float[][] rows(float[][] rows, int count, int length) {
        if (rows.length >= count && (count == 0 || rows[0].length >= length)) return rows;
        int known = rows.length > 0 ? rows[0].length : 0;
        return new float[Math.max(count, rows.length)][Math.max(length, known)];
    }

    /** {@return "plain"} */
    @Override public String toString() {
        return "plain";
    }
}
