package skein.nn;

import skein.tensor.Kernels;

/**
 * Clips a gradient by its global norm: dθ ← dθ · min(1, maxNorm / ‖dθ‖), with ‖dθ‖ over all
 * parameters together, so that its direction is kept (Pascanu, Mikolov, Bengio 2013).
 *
 * <p>Has kernels of its own, and so belongs to one thread.
 */
public final class GradientClipping {
    private final double maxNorm;
    private final Kernels kernels = Kernels.create();
    private double norm = Double.NaN;        // of the last gradient, as it came

    /**
     * Sets the bound.
     *
     * @param maxNorm the longest gradient let through, &gt; 0; 40 for A3C (its first author, by
     *                mail)
     */
    public GradientClipping(double maxNorm) {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("maxNorm must be > 0, but got " + maxNorm + ".");
        }
        this.maxNorm = maxNorm;
    }

    /**
     * Shortens the gradient if it is too long.
     *
     * @param dTheta the gradient. Modified.
     * @return its norm before that
     * @throws NotFiniteException if the norm is NaN or infinite; dθ is not modified then
     */
    public double clip(Parameters dTheta) {
        float[] d = dTheta.values();
        norm = NotFiniteException.check("gradient's norm",
                Math.sqrt(kernels.sumOfSquares(d.length, d)));
        if (norm > maxNorm) {
            float factor = (float) (maxNorm / norm);
            for (int i = 0; i < d.length; i++) d[i] *= factor;
        }
        return norm;
    }

    /** {@return the norm of the last gradient before it was clipped; NaN before the first} */
    public double norm() {
        return norm;
    }

    /** {@return whether the last gradient was too long} */
    public boolean clipped() {
        return norm > maxNorm;
    }
}
