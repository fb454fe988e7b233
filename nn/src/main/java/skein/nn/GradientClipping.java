package skein.nn;

/**
 * Clips a gradient by its global norm: dθ ← dθ · min(1, maxNorm / ‖dθ‖), with ‖dθ‖ over all
 * parameters together, so that its direction is kept (Pascanu, Mikolov, Bengio 2013).
 *
 * @param maxNorm the longest gradient let through, &gt; 0; 40 for A3C (its first author, by mail)
 */
public record GradientClipping(double maxNorm) {
    /**
     * Refuses a bound that is not positive.
     *
     * @param maxNorm the longest gradient let through
     */
    public GradientClipping {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("maxNorm must be > 0, but got " + maxNorm + ".");
        }
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
        double norm = NotFiniteException.check("gradient's norm", norm(d));
        if (norm > maxNorm) {
            float factor = (float) (maxNorm / norm);
            for (int i = 0; i < d.length; i++) d[i] *= factor;
        }
        return norm;
    }

    /** In four sums, in double: no square of a float overflows there. */
    private static double norm(float[] d) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= d.length; i += 4) {
            s0 += (double) d[i] * d[i];
            s1 += (double) d[i + 1] * d[i + 1];
            s2 += (double) d[i + 2] * d[i + 2];
            s3 += (double) d[i + 3] * d[i + 3];
        }
        for (; i < d.length; i++) s0 += (double) d[i] * d[i];
        return Math.sqrt(s0 + s1 + (s2 + s3));
    }
}
