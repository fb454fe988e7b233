package skein.rl.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What all learners had counted at one moment, or between two moments. Each number was true at some
 * time while the reading was made, and what a learner's update adds to several of them is in all or
 * in none; after the learners have ended, all are exact.
 *
 * @param seconds  since the run began, or between the two moments
 * @param learners by their number; unmodifiable
 * @param lost     what of all their steps θ does not show, since the run began
 */
public record Reading(double seconds, List<LearnerReading> learners, LostSteps lost) {
    /**
     * Keeps a copy of the list.
     *
     * @param seconds  ≥ 0
     * @param learners one or more
     * @param lost     what of all their steps θ does not show
     */
    public Reading {
        learners = List.copyOf(learners);
    }

    /**
     * {@return what happened between two readings, this one and one before it}
     *
     * @param earlier of the same run
     */
    public Reading since(Reading earlier) {
        List<LearnerReading> between = new ArrayList<>();
        for (int i = 0; i < learners.size(); i++) {
            between.add(learners.get(i).minus(earlier.learners.get(i)));
        }
        return new Reading(seconds - earlier.seconds, between, lost);
    }

    /** {@return Σ t, steps} */
    public long steps() {
        return learners.stream().mapToLong(LearnerReading::t).sum();
    }

    /** {@return the updates of all} */
    public long updates() {
        return learners.stream().mapToLong(LearnerReading::updates).sum();
    }

    /** {@return the staleness of all updates} */
    public Staleness staleness() {
        return learners.stream().map(LearnerReading::staleness)
                .reduce(Staleness.none(), Staleness::plus);
    }

    /** {@return the largest staleness of all updates since the run began} */
    public long largestStaleness() {
        return learners.stream().mapToLong(LearnerReading::largestStaleness).max().orElseThrow();
    }

    /** {@return mean ‖dθ‖ over all updates, before clipping} */
    public double meanNorm() {
        return mean(LearnerReading::norms);
    }

    /** {@return the largest ‖dθ‖ since the run began, before clipping} */
    public double largestNorm() {
        return learners.stream().mapToDouble(LearnerReading::largestNorm).max().orElseThrow();
    }

    /** {@return the share of updates whose gradient was clipped, 0 .. 1} */
    public double clippedShare() {
        return Double.isNaN(meanNorm()) ? Double.NaN : mean(LearnerReading::clipped);
    }

    /**
     * {@return a mean over all updates}
     *
     * @param sum what a learner summed up over its updates
     */
    public double mean(ToDoubleFunction<LearnerReading> sum) {
        return learners.stream().mapToDouble(sum).sum() / updates();
    }

    /**
     * {@return (Σ t)² / (N Σ t²) over the steps of N learners: 1 if all made equally many, 1/N if
     * one made them all (Jain, Chiu, Hawe 1984); NaN if there was none}
     */
    public double fairness() {
        double squares = learners.stream().mapToDouble(l -> (double) l.t() * l.t()).sum();
        return (double) steps() * steps() / (learners.size() * squares);
    }
}
