package skein.tensor;

/**
 * One use of a convolution: its forward pass and the two ways back, for images of one shape in
 * batches of any size. {@link ReferenceConvolution} is the definition.
 *
 * <p>All methods add to their result (+=) and change nothing else. Whoever made the kernel keeps it
 * for the next pass: it holds scratch memory, which grows with the largest batch, and what it
 * prepared from x. It belongs to one thread.
 */
public interface ConvolutionKernel {
    /**
     * y += w ∗ x.
     *
     * @param n  images
     * @param x  [N, C, H, W]
     * @param xo where x begins
     * @param w  [O, C, U, V]
     * @param wo where w begins
     * @param y  [N, O, outH, outW]. Modified.
     */
    void forward(int n, float[] x, int xo, float[] w, int wo, float[] y);

    /**
     * dx += what dy causes through the convolution.
     *
     * @param n  images
     * @param dy [N, O, outH, outW]
     * @param w  [O, C, U, V]
     * @param wo where w begins
     * @param dx [N, C, H, W]. Modified.
     * @param xo where dx begins
     */
    void backwardInput(int n, float[] dy, float[] w, int wo, float[] dx, int xo);

    /**
     * dw += what dy causes through the convolution. The last {@link #forward} must have been for
     * the same n and the same x, unchanged since: what it prepared from x may be used here again.
     * A {@link #backwardInput} between the two, of any n, does no harm. If x is not finite
     * somewhere, more weights may become NaN than meet it there.
     *
     * @param n  images
     * @param x  [N, C, H, W]
     * @param xo where x begins
     * @param dy [N, O, outH, outW]
     * @param dw [O, C, U, V]. Modified.
     * @param wo where dw begins
     */
    void backwardWeight(int n, float[] x, int xo, float[] dy, float[] dw, int wo);
}
