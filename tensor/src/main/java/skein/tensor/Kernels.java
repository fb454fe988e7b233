package skein.tensor;

/**
 * The heavy loops. {@link ReferenceKernels} is their definition; the others do the same faster,
 * and one test holds them all against it.
 *
 * <p>Matrices are row-major in plain arrays. Where an argument is followed by an offset, the matrix
 * begins there; the others begin at 0. All products and sums add to their result (+=) and change
 * nothing else; what would only be multiplied by zeros need not be read. An instance may keep
 * scratch memory and belongs to one thread.
 */
public interface Kernels {
    /**
     * y += x · w.
     *
     * @param m  rows of x and y
     * @param k  columns of x, rows of w
     * @param n  columns of w and y
     * @param x  [m, k]
     * @param xo where x begins
     * @param w  [k, n]
     * @param wo where w begins
     * @param y  [m, n]. Modified.
     */
    void matmul(int m, int k, int n, float[] x, int xo, float[] w, int wo, float[] y);

    /**
     * dx += dy · wᵀ.
     *
     * @param m  rows of dx and dy
     * @param k  columns of dx, rows of w
     * @param n  columns of w and dy
     * @param dy [m, n]
     * @param w  [k, n]
     * @param wo where w begins
     * @param dx [m, k]. Modified.
     * @param xo where dx begins
     */
    void matmulNT(int m, int k, int n, float[] dy, float[] w, int wo, float[] dx, int xo);

    /**
     * dx += dy · wᵀ behind a relu that gave out x: where x is 0, dx may be left as it is, for
     * nothing of it goes on.
     *
     * @param m  rows of dx and dy
     * @param k  columns of dx, rows of w
     * @param n  columns of w and dy
     * @param dy [m, n]
     * @param w  [k, n]
     * @param wo where w begins
     * @param dx [m, k]. Modified.
     * @param xo where dx begins
     * @param x  [m, k], beginning at 0
     */
    default void matmulNT(int m, int k, int n, float[] dy, float[] w, int wo, float[] dx, int xo,
                          float[] x) {
        matmulNT(m, k, n, dy, w, wo, dx, xo);
    }

    /**
     * dw += xᵀ · dy.
     *
     * @param m  rows of x and dy
     * @param k  columns of x, rows of dw
     * @param n  columns of dw and dy
     * @param x  [m, k]
     * @param xo where x begins
     * @param dy [m, n]
     * @param dw [k, n]. Modified.
     * @param wo where dw begins
     */
    void matmulTN(int m, int k, int n, float[] x, int xo, float[] dy, float[] dw, int wo);

    /**
     * sum += the rows of y.
     *
     * @param m   rows of y
     * @param n   columns of y
     * @param y   [m, n]
     * @param sum [n]. Modified.
     * @param so  where sum begins
     */
    void sumRows(int m, int n, float[] y, float[] sum, int so);

    /**
     * {@return a new kernel for one use of a convolution}
     *
     * @param shape all extents but the number of images
     */
    ConvolutionKernel convolution(ConvolutionShape shape);

    /**
     * {@return Σ a_i² over the first n elements, to about 1e-6 of itself}
     *
     * <p>Also right where a square is no float any more; NaN or infinite only if an element is.
     *
     * @param n how many
     * @param a [n]
     */
    double sumOfSquares(int n, float[] a);

    /**
     * g ← α g + (1 − α) dθ², θ ← θ − η dθ / √(g + ε), for the elements from .. to − 1.
     *
     * <p>Each element of θ and g is read once and written once, and divided by the root of what was
     * written to g; so other threads may do the same at once. (Except where a g near it comes close
     * to the largest float: before it is written, it may be read a second time, and the first
     * forgotten.) The roots are good to 1e-6 of themselves. Where dθ is 0, θ may be left unread and
     * unwritten.
     *
     * @param from    the first element
     * @param to      the one behind the last
     * @param dTheta  dθ
     * @param eta     η ≥ 0
     * @param alpha   α, 0 ≤ α &lt; 1
     * @param epsilon ε &gt; 0
     * @param theta   θ. Modified.
     * @param g       its running average, ≥ 0. Modified.
     */
    void rmsProp(int from, int to, float[] dTheta, float eta, float alpha, float epsilon,
                 float[] theta, float[] g);

    /**
     * {@return new kernels of the kind that the system property {@code skein.kernels} names}
     *
     * <p>{@code reference}, {@code plain}, {@code vector}, or {@code auto} for the fastest there
     * is: vector kernels where the module skein.tensor.vector is there and the JVM was started with
     * {@code --add-modules jdk.incubator.vector}, otherwise plain ones. {@code auto} if the
     * property is not set.
     *
     * @throws IllegalArgumentException if the property names something else
     * @throws IllegalStateException    if it asks for vector kernels and there are none; the
     *                                  message says what to do
     */
    static Kernels create() {
        return KernelsChoice.create(System.getProperty("skein.kernels", "auto"));
    }
}
