package skein.rl.telemetry;

import java.util.List;

/**
 * How many steps θ does not show, by a sample of its weights.
 *
 * <p><b>Method.</b> Each learner keeps a ledger: after an update it asks its optimizer for the step
 * s that it just took off each of the sampled weights, and adds it to a sum that nobody else
 * writes. All ledgers together say where a weight must be if no step was lost; the weight itself
 * says where it is; D is the difference, the sum of the lost steps. If each step is lost with
 * probability p, independently of its size, then for each weight
 *
 * <pre>
 *   E[D²] = p (1 − p) Σ s²  +  p² (Σ s)²
 * </pre>
 *
 * <p>and p is estimated from the sums of both sides over all sampled weights.
 *
 * <p><b>Limits.</b> It is an estimate from K sums: its standard error is about √(2/K) of itself,
 * 25 % for 32 weights. Shared RMSProp's step is computed again from g as it is right after the
 * update; if another learner has moved g by then, the step in the ledger is off: by little as a
 * rule, by much at the beginning of a run, as long as g is small. θ is a float and rounds each
 * step, the ledger does not; with steps near the last digit of a weight that shows too. So what
 * loses nothing is seen to lose a little: compare with {@code --memory locked}. In the middle of a
 * run steps under way count as lost.
 *
 * @param weights K, how many are sampled
 * @param possible whether θ's memory mode may lose a step at all; if not, the other figures are the
 *                 error of the estimate
 * @param share   p, 0 .. 1; NaN if there was no step, or if an optimizer does not tell its steps
 * @param offset  √(Σ D² / Σ (Σ s)²): how far the sampled weights are from where all steps lead
 *                them, as a part of their way there; NaN as above
 */
public record LostSteps(int weights, boolean possible, double share, double offset) {
    static LostSteps of(Sample sample, List<Ledger> ledgers) {
        double missing = 0;                                  // Σ D²
        double way = 0;                                      // Σ (Σ s)²
        for (int k = 0; k < sample.size(); k++) {
            double sum = 0;
            for (Ledger ledger : ledgers) sum += ledger.sum(k);
            double d = sum - sample.taken(k);
            missing += d * d;
            way += sum * sum;
        }
        double squares = ledgers.stream().mapToDouble(Ledger::squares).sum();
        return new LostSteps(sample.size(), sample.mayLose(), share(missing, squares, way),
                Math.sqrt(missing / way));
    }

    /** The smallest p ≥ 0 with missing = p squares + p² (way − squares). */
    static double share(double missing, double squares, double way) {
        double root = Math.sqrt(Math.max(0, squares * squares + 4 * (way - squares) * missing));
        return Math.min(1, 2 * missing / (squares + root));
    }
}
