package skein.lab.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skein.lab.run.StalenessBar;
import skein.rl.telemetry.LearnerReading;
import skein.rl.telemetry.LostSteps;
import skein.rl.telemetry.Reading;
import skein.rl.telemetry.Staleness;

/**
 * What telemetry says at the end of a run, as a page: a line for each thread, how fair the machine
 * was to them, how stale the updates were, how many gradients were too long, and the losses.
 */
public final class TelemetryTable {
    private static final int THREADS_SHOWN = 32;
    private static final int LINES_OF_STALENESS = 16;
    private static final double TINY = 1e-6;
    private static final int WIDTH = 40;                     // of the longest bar
    private static final String HEAD =
            "thread          t   share   steps/s  episodes    return  explores    updates"
            + "  staleness    ‖dθ‖  clipped";

    private final Reading reading;
    private final List<String> lines = new ArrayList<>();

    private TelemetryTable(Reading reading) {
        this.reading = reading;
    }

    /**
     * {@return the lines of the page}
     *
     * @param reading at the end of the run
     */
    public static List<String> of(Reading reading) {
        TelemetryTable table = new TelemetryTable(reading);
        table.threads();
        table.fairness();
        table.staleness();
        table.gradients();
        table.losses();
        table.lost();
        return table.lines;
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private void threads() {
        lines.add(HEAD);
        int shown = Math.min(reading.learners().size(), THREADS_SHOWN);
        for (int i = 0; i < shown; i++) thread(Integer.toString(i), reading.learners().get(i));
        if (shown < reading.learners().size()) {
            line("   ... %d more in threads.csv", reading.learners().size() - shown);
        }
    }

    private void thread(String name, LearnerReading l) {
        line("%6s %,10d %7s %,9.0f %,9d %9s %9s %,10d %10s %7s %8s", name, l.t(),
                percent((double) l.t() / reading.steps()), l.t() / reading.seconds(),
                l.episodes(), StatusText.amount(l.meanReturn100()), number(l.exploration()),
                l.updates(), number(l.staleness().mean()), number(l.meanNorm()),
                percent(l.clippedShare()));
    }

    private void fairness() {
        int n = reading.learners().size();
        if (n == 1) return;
        long most = reading.learners().stream().mapToLong(LearnerReading::t).max().orElseThrow();
        long fewest = reading.learners().stream().mapToLong(LearnerReading::t).min().orElseThrow();
        line("");
        line("Fairness %.3f: 1 if all threads make equally many steps, %.3f if one makes them all. "
                + "Fewest to most: %s.", reading.fairness(), 1.0 / n,
                percent((double) fewest / most));
    }

    private void staleness() {
        Staleness all = reading.staleness();
        if (all.updates() == 0) return;
        line("");
        line("Staleness, updates by others between θ' ← θ and the update: mean %s, median %d, "
                + "99 %% ≤ %d, largest %d.", number(all.mean()), all.quantile(0.5),
                all.quantile(0.99), reading.largestStaleness());
        List<StalenessBar> bars = StalenessBar.of(all, LINES_OF_STALENESS);
        long longest = bars.stream().mapToLong(StalenessBar::updates).max().orElseThrow();
        for (StalenessBar bar : bars) {
            line("%13s %7s  %s", bar.label(), percent((double) bar.updates() / all.updates()),
                    "█".repeat((int) Math.round((double) WIDTH * bar.updates() / longest)));
        }
    }

    private void gradients() {
        double norm = reading.meanNorm();
        if (Double.isNaN(norm)) return;
        line("");
        line("Clipped %s of %,d updates; ‖dθ‖ before it: mean %s, largest %s.",
                percent(reading.clippedShare()), reading.updates(), number(norm),
                number(reading.largestNorm()));
    }

    private void losses() {
        double policyLoss = reading.mean(LearnerReading::policyLoss);
        String valueLoss = number(reading.mean(LearnerReading::valueLoss));
        String absValue = number(reading.mean(LearnerReading::absValue));
        if (Double.isNaN(reading.mean(LearnerReading::valueLoss))) return;
        line("");
        if (Double.isNaN(policyLoss)) {
            line("Means over the run, a step: loss of Q %s, |Q| %s.", valueLoss, absValue);
        } else {
            line("Means over the run, a step: policy's loss %s, value's loss %s, entropy %s nats, "
                    + "|V| %s.", number(policyLoss), valueLoss,
                    number(reading.mean(LearnerReading::entropy)), absValue);
        }
    }

    private void lost() {
        LostSteps lost = reading.lost();
        if (Double.isNaN(lost.share())) return;
        line("");
        if (!lost.possible()) {
            line("Lost: nothing, because this memory mode keeps every step. By the sample it would "
                    + "be %s: so much the estimate errs.", estimate(lost.share()));
            return;
        }
        line("Lost: %s of the steps. %d sampled weights are %s of their way off where all steps "
                + "together lead.", estimate(lost.share()), lost.weights(),
                estimate(lost.offset()));
    }

    /** Two digits of it, for example 0.067 %. */
    private static String estimate(double share) {
        if (share < TINY) return "less than 0.0001 %";
        return new BigDecimal(100 * share).round(new MathContext(2)).toPlainString() + " %";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "–";
    }
}
