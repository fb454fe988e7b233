package skein.tensor.vector;

import java.util.Arrays;
import skein.tensor.ConvolutionKernel;
import skein.tensor.ConvolutionShape;
import skein.tensor.Kernels;
import skein.tensor.ReferenceKernels;

/**
 * The kernels with SIMD instructions by name.
 *
 * <p>Every product is a {@link Product} of whole vectors, {@link Updates} or {@link Dots}. What is
 * left beside the last whole vector of a row goes through scratch memory: columns are computed a
 * vector wide, with garbage in the lanes behind them, and only what is meant is added to the
 * result.
 */
public final class VectorKernels implements Kernels {
    private static final int L = Lanes.COUNT;
    private static final int PANEL = 4 * L;       // columns of a transposed panel, one block

    private static final double TINY = 1e-30;     // squares near it lose their digits

    private final Kernels definition = new ReferenceKernels();
    private final Dots dots = new Dots();
    private final Squares squares = new Squares();
    private final RmsPropBlocks rmsProp = new RmsPropBlocks();
    private final RowTable rows = new RowTable();
    private final Alive alive = new Alive();
    private float[] scratch = {};

    /** Kernels with scratch memory of their own. */
    public VectorKernels() {
    }

    // ---- y += x · w -------------------------------------------------------------------------

    @Override public void matmul(int m, int k, int n,
                                 float[] x, int xo, float[] w, int wo, float[] y) {
        if (n == 1) {
            oneColumn(m, k, x, xo, w, wo, y);
        } else if (n == 2 && m == 1) {
            TwoColumns.add(k, x, xo, w, wo, y);
        } else if (n < L) {
            product(m, k, n, x, xo, k, w, wo, rows.of(k, n), y, 0);
        } else {
            aliveProduct(m, k, n, x, xo, w, wo, y);
        }
    }

    /** Four or five rows at a time, without the columns in which x is 0 for all of them. */
    private void aliveProduct(int m, int k, int n,
                              float[] x, int xo, float[] w, int wo, float[] y) {
        int some;
        for (int r = 0; r < m; r += some) {
            some = Product.rows(m - r);
            if (alive.find(some, k, x, xo + r * k, n)) {
                product(some, alive.count, n, alive.x, 0, alive.count, w, wo, alive.rows, y, r * n);
            } else {
                product(some, k, n, x, xo + r * k, k, w, wo, rows.of(k, n), y, r * n);
            }
        }
    }

    /** The value of a state, for example: w is a row as well, for inner products. */
    private void oneColumn(int m, int k, float[] x, int xo, float[] w, int wo, float[] y) {
        int whole = Lanes.floor(k);
        dots.add(m, 1, whole, x, xo, k, w, wo, rows.of(1, k), y, 0, 1);
        for (int r = 0; r < m; r++) {
            for (int i = whole; i < k; i++) y[r] += x[xo + r * k + i] * w[wo + i];
        }
    }

    private void product(int m, int k, int n, float[] x, int xo, int xs,
                         float[] w, int wo, int[] row, float[] y, int yo) {
        int whole = Lanes.floor(n);
        Product.add(m, whole, k, x, xo, xs, 1, w, wo, row, y, yo, n);
        if (whole == n) return;
        int from = wo + whole;
        int safe = k;                             // rows with a vector's length of array behind
        while (safe > 0 && from + row[safe - 1] + L > w.length) safe--;
        float[] sum = zeros(m * L);
        Product.add(m, L, safe, x, xo, xs, 1, w, from, row, sum, 0, L);
        for (int r = 0; r < m; r++) {
            for (int j = whole; j < n; j++) {
                float last = sum[r * L + j - whole];
                for (int i = safe; i < k; i++) last += x[xo + r * xs + i] * w[wo + row[i] + j];
                y[yo + r * n + j] += last;
            }
        }
    }

    // ---- dx += dy · wᵀ ----------------------------------------------------------------------

    @Override public void matmulNT(int m, int k, int n,
                                   float[] dy, float[] w, int wo, float[] dx, int xo) {
        if (n == 1) {                                  // w is a row as well
            outer(m, k, dy, w, wo, dx, xo);
            return;
        }
        int whole = n < 5 * m ? 0 : Lanes.floor(n);    // few rows: inner products
        if (whole > 0) dots.add(m, k, whole, dy, 0, n, w, wo, rows.of(k, n), dx, xo, k);
        if (whole < n) transposed(m, k, n, whole, dy, w, wo, dx, xo);
    }

    /** Four or five rows at a time, without the columns in which x is 0 for all of them. */
    @Override public void matmulNT(int m, int k, int n,
                                   float[] dy, float[] w, int wo, float[] dx, int xo, float[] x) {
        if (n < L || n > Lanes.floor(n)) {
            matmulNT(m, k, n, dy, w, wo, dx, xo);
            return;
        }
        int some;
        for (int r = 0; r < m; r += some) {
            some = Product.rows(m - r);
            if (some > 1 && alive.find(some, k, x, r * k, n)) {
                float[] sums = zeros(some * alive.count);
                dots.add(some, alive.count, n, dy, r * n, n, w, wo, alive.rows,
                        sums, 0, alive.count);
                alive.add(some, sums, k, dx, xo + r * k);
            } else {
                dots.add(some, k, n, dy, r * n, n, w, wo, rows.of(k, n), dx, xo + r * k, k);
            }
        }
    }

    private void outer(int m, int k, float[] dy, float[] w, int wo, float[] dx, int xo) {
        int whole = Lanes.floor(k);
        Product.add(m, whole, 1, dy, 0, 1, 1, w, wo, rows.of(1, k), dx, xo, k);
        for (int r = 0; r < m; r++) {
            for (int i = whole; i < k; i++) dx[xo + r * k + i] += dy[r] * w[wo + i];
        }
    }

    /** Columns from .. n − 1 of w, transposed panel by panel to rows. */
    private void transposed(int m, int k, int n, int from,
                            float[] dy, float[] w, int wo, float[] dx, int xo) {
        int inner = n - from;
        int whole = Lanes.floor(k);
        float[] panel = scratch(inner * PANEL);
        for (int i = 0; i < whole; i += PANEL) {
            int width = Math.min(PANEL, whole - i);
            for (int j = 0; j < inner; j++) {         // few columns: the long loop is the inner one
                int at = wo + i * n + from + j;
                for (int q = 0; q < width; q++) panel[j * PANEL + q] = w[at + q * n];
            }
            Product.add(m, width, inner, dy, from, n, 1, panel, 0, rows.of(inner, PANEL),
                    dx, xo + i, k);
        }
        for (int r = 0; r < m; r++) {
            for (int i = whole; i < k; i++) {
                float sum = 0;
                for (int j = from; j < n; j++) sum += dy[r * n + j] * w[wo + i * n + j];
                dx[xo + r * k + i] += sum;
            }
        }
    }

    // ---- dw += xᵀ · dy ----------------------------------------------------------------------

    @Override public void matmulTN(int m, int k, int n,
                                   float[] x, int xo, float[] dy, float[] dw, int wo) {
        int whole = Lanes.floor(n);
        if (m > 0 && n >= L && alive.find(m, k, x, xo, n)) {
            Updates.add(m, alive.count, whole, alive.x, 0, alive.count, dy, 0,
                    dw, wo, alive.rows, n);
        } else if (m < 10 || n <= 512) {
            Updates.add(m, k, whole, x, xo, k, dy, 0, dw, wo, rows.of(k, n), n);
        } else {                                  // rows of dw far apart: fewer visits, to 1.4 ×
            Product.add(k, whole, m, x, xo, 1, k, dy, 0, rows.of(m, n), dw, wo, n);
        }
        if (whole < n) lastColumns(m, k, n, whole, x, xo, dy, dw, wo);
    }

    /** Columns from .. n − 1 of dw, computed as rows: those are as long as x is wide. */
    private void lastColumns(int m, int k, int n, int from,
                             float[] x, int xo, float[] dy, float[] dw, int wo) {
        int columns = n - from;
        int whole = Lanes.floor(k);
        if (n == 1) {                                 // dw is a row as well
            Product.add(1, whole, m, dy, 0, 1, 1, x, xo, rows.of(m, k), dw, wo, k);
        } else {
            float[] sum = zeros(columns * whole);
            Product.add(columns, whole, m, dy, from, 1, n, x, xo, rows.of(m, k), sum, 0, whole);
            for (int j = 0; j < columns; j++) {
                int at = wo + from + j;
                for (int i = 0; i < whole; i++) dw[at + i * n] += sum[j * whole + i];
            }
        }
        for (int i = whole; i < k; i++) {
            for (int j = from; j < n; j++) {
                float last = 0;
                for (int r = 0; r < m; r++) last += x[xo + r * k + i] * dy[r * n + j];
                dw[wo + i * n + j] += last;
            }
        }
    }

    @Override public void sumRows(int m, int n, float[] y, float[] sum, int so) {
        int whole = Lanes.floor(n);
        for (int j = 0; j < whole; j += L) sumColumns(m, n, y, j, sum, so + j);
        for (int j = whole; j < n; j++) {
            float last = 0;
            for (int r = 0; r < m; r++) last += y[r * n + j];
            sum[so + j] += last;
        }
    }

    private static void sumColumns(int m, int n, float[] y, int j, float[] sum, int at) {
        var total = Lanes.load(sum, at);
        for (int r = 0; r < m; r++) total = total.add(Lanes.load(y, r * n + j));
        total.intoArray(sum, at);
    }

    @Override public ConvolutionKernel convolution(ConvolutionShape shape) {
        return new VectorConvolution(shape);
    }

    // ---- gradients and updates --------------------------------------------------------------

    @Override public double sumOfSquares(int n, float[] a) {
        double sum = squares.sum(n, a);
        return sum > TINY && sum < Float.MAX_VALUE ? sum : definition.sumOfSquares(n, a);
    }

    @Override public void rmsProp(int from, int to, float[] dTheta, float eta, float alpha,
                                  float epsilon, float[] theta, float[] g) {
        rmsProp.step(from, to, dTheta, eta, alpha, epsilon, theta, g);
    }

    // ---- scratch ----------------------------------------------------------------------------

    private float[] scratch(int size) {
        if (scratch.length < size) scratch = new float[size];
        return scratch;
    }

    private float[] zeros(int size) {
        Arrays.fill(scratch(size), 0, size, 0);
        return scratch;
    }

    /** {@return "vector"} */
    @Override public String toString() {
        return "vector";
    }
}
