package skein.rl.loss;

/**
 * How much moving away from π_old costs (Schulman et al., <i>Proximal policy optimization
 * algorithms</i>, 2017, section 4): d = mean KL(π_old‖π) is looked at once after each batch, and
 *
 * <pre>
 *   coefficient ← coefficient / 2   if d &lt; target / 1.5
 *   coefficient ← coefficient · 2   if d &gt; target · 1.5
 * </pre>
 */
public final class KlPenalty {
    private static final double TOLERANCE = 1.5;
    private static final double STEP = 2;

    private final double target;
    private volatile double coefficient;     // volatile: read by the thread that reports

    /**
     * Begins anywhere; it soon finds its place.
     *
     * @param coefficient at first, ≥ 0; 1 in the article. 0 stays 0: no penalty.
     * @param target      the KL divergence aimed at, nats, &gt; 0; 0.003 .. 0.03 in the article
     */
    public KlPenalty(double coefficient, double target) {
        this.coefficient = ActorCriticLoss.weight("klCoefficient", coefficient);
        this.target = target;
        if (!(target > 0)) {
            throw new IllegalArgumentException("klTarget must be > 0, but got " + target + ".");
        }
    }

    /**
     * Moves the coefficient; to be called once per batch, after its last update.
     *
     * @param d mean KL(π_old‖π) over the batch, nats
     */
    public void adapt(double d) {
        if (d < target / TOLERANCE) coefficient /= STEP;
        else if (d > target * TOLERANCE) coefficient *= STEP;
    }

    /** {@return whether there is any penalty} */
    public boolean active() {
        return coefficient > 0;
    }

    /** {@return the coefficient as it is now; any thread} */
    public double coefficient() {
        return coefficient;
    }
}
