package skein.rl.telemetry;

/**
 * What one learner had counted at a moment, or between two. What its algorithm does not have is
 * NaN, and so is a mean of nothing.
 *
 * @param t             its steps
 * @param episodes      that it finished
 * @param meanReturn100 the mean return of its last 100 episodes
 * @param exploration   its ε
 * @param updates       that it made
 * @param staleness     of its updates
 * @param largestStaleness of its updates, since the run began
 * @param clipped       how many of its gradients were too long
 * @param norms         Σ ‖dθ‖ before clipping
 * @param largestNorm   the largest ‖dθ‖ before clipping, since the run began
 * @param policyLoss    Σ over updates of the policy's loss, a step
 * @param valueLoss     Σ over updates of the value's or Q's loss, a step
 * @param entropy       Σ over updates of the mean entropy, nats
 * @param absValue      Σ over updates of the mean |V| or |Q|, reward
 */
public record LearnerReading(long t, long episodes, double meanReturn100, double exploration,
                             long updates, Staleness staleness, long largestStaleness,
                             long clipped, double norms, double largestNorm, double policyLoss,
                             double valueLoss, double entropy, double absValue) {
    /** {@return mean ‖dθ‖ before clipping} */
    public double meanNorm() {
        return norms / updates;
    }

    /** {@return the share of updates whose gradient was clipped, 0 .. 1} */
    public double clippedShare() {
        return Double.isNaN(norms) ? Double.NaN : (double) clipped / updates;
    }

    LearnerReading minus(LearnerReading earlier) {
        return new LearnerReading(t - earlier.t, episodes - earlier.episodes, meanReturn100,
                exploration, updates - earlier.updates, staleness.minus(earlier.staleness),
                largestStaleness, clipped - earlier.clipped, norms - earlier.norms, largestNorm,
                policyLoss - earlier.policyLoss, valueLoss - earlier.valueLoss,
                entropy - earlier.entropy, absValue - earlier.absValue);
    }
}
