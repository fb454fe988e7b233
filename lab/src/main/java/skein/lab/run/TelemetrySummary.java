package skein.lab.run;

import java.util.List;
import skein.rl.telemetry.LearnerReading;
import skein.rl.telemetry.Reading;
import skein.rl.telemetry.Staleness;

/**
 * What telemetry counted in a whole run; a part of summary.json. What is not known is null.
 *
 * @param updates         of θ, by all threads
 * @param fairness        (Σ t)² / (N Σ t²), 1/N .. 1
 * @param meanStaleness   updates by others between θ' ← θ and the update
 * @param largestStaleness the largest
 * @param staleness       its histogram, without empty bins
 * @param meanNorm        mean ‖dθ‖ before clipping
 * @param largestNorm     the largest
 * @param clippedShare    share of updates whose gradient was too long, 0 .. 1
 * @param lostShare       share of steps that θ does not show, by a sample of its weights, 0 .. 1
 * @param lostOffset      how far these are from where all steps lead, as a part of their way
 * @param meanPolicyLoss  mean of −log π·A − βH, a step
 * @param meanValueLoss   mean of (R − V)², or (R − Q)², a step; see {@code TelemetryLog}
 * @param meanEntropy     of the policy, nats
 * @param meanAbsValue    mean |V|, or |Q| of what was done, reward
 * @param threads         by their number
 */
public record TelemetrySummary(long updates, double fairness, double meanStaleness,
                               long largestStaleness, List<StalenessBar> staleness,
                               double meanNorm, double largestNorm, double clippedShare,
                               double lostShare, double lostOffset, double meanPolicyLoss,
                               double meanValueLoss, double meanEntropy, double meanAbsValue,
                               List<OfThread> threads) {
    /**
     * One thread's.
     *
     * @param t              its steps
     * @param stepsPerSecond t / seconds
     * @param episodes       that it finished
     * @param meanReturn100  of its last 100 episodes
     * @param exploration    its last ε
     * @param updates        that it made
     * @param meanStaleness  of them
     * @param meanNorm       of its gradients before clipping
     * @param clippedShare   of its updates
     */
    public record OfThread(long t, double stepsPerSecond, long episodes, double meanReturn100,
                           double exploration, long updates, double meanStaleness,
                           double meanNorm, double clippedShare) {
        private static OfThread of(LearnerReading l, double seconds) {
            return new OfThread(l.t(), l.t() / seconds, l.episodes(), l.meanReturn100(),
                    l.exploration(), l.updates(), l.staleness().mean(), l.meanNorm(),
                    l.clippedShare());
        }
    }

    /**
     * {@return what it counted, or null without telemetry}
     *
     * @param reading at the end of the run, or null
     */
    public static TelemetrySummary of(Reading reading) {
        if (reading == null) return null;
        Staleness staleness = reading.staleness();
        return new TelemetrySummary(reading.updates(), reading.fairness(), staleness.mean(),
                reading.largestStaleness(), bars(staleness), reading.meanNorm(),
                reading.largestNorm(), reading.clippedShare(), reading.lost().share(),
                reading.lost().offset(), reading.mean(LearnerReading::policyLoss),
                reading.mean(LearnerReading::valueLoss), reading.mean(LearnerReading::entropy),
                reading.mean(LearnerReading::absValue), reading.learners().stream()
                .map(l -> OfThread.of(l, reading.seconds())).toList());
    }

    private static List<StalenessBar> bars(Staleness staleness) {
        return StalenessBar.of(staleness, Integer.MAX_VALUE).stream()
                .filter(bar -> bar.updates() > 0).toList();
    }
}
