package skein.lab.run;

import java.util.List;
import skein.rl.telemetry.LearnerReading;
import skein.rl.telemetry.Reading;

/**
 * The figures of telemetry in a run's files, a line of each table for each moment that was noted.
 *
 * <p>More columns of progress.csv; where not said otherwise, over what happened since the row
 * before. What is not known stays empty.
 *
 * <pre>
 * updates       of θ so far, by all learners
 * staleness     mean: updates by others between θ' ← θ and a learner's own update
 * gradientNorm  mean ‖dθ‖ before clipping
 * clipped       share of updates whose gradient was too long, 0 .. 1
 * lost          share of steps that θ does not show, since the start, 0 .. 1; an estimate
 * fairness      (Σ t)² / (N Σ t²): 1 if all N learners made equally many steps, 1/N if one did
 * policyLoss    mean of −log π·A − βH, a step
 * valueLoss     mean of (R − V)², or (R − Q)², a step; DQN: half of it, or Huber's loss;
 *               one-step methods: of the last step before each update
 * absValue      mean |V|, or |Q| of what was done, reward
 * </pre>
 *
 * <p>threads.csv has a line for each learner instead.
 *
 * <pre>
 * steps, seconds  of the run: T at that moment, and the time since the start
 * thread          which learner, from 0
 * t               its steps so far
 * stepsPerSecond  its own
 * episodes        that it finished so far
 * meanReturn100   of its last 100 episodes
 * exploration     its ε now
 * updates         of θ that it made so far
 * staleness, gradientNorm, clipped
 *                 as above, of its own updates
 * </pre>
 */
final class TelemetryLog implements AutoCloseable {
    static final List<String> COLUMNS = List.of("updates", "staleness", "gradientNorm", "clipped",
            "lost", "fairness", "policyLoss", "valueLoss", "absValue");
    private static final List<String> THREADS = List.of("steps", "seconds", "thread", "t",
            "stepsPerSecond", "episodes", "meanReturn100", "exploration", "updates", "staleness",
            "gradientNorm", "clipped");

    private final CsvFile threads;
    private Reading last;                    // null before the first

    private TelemetryLog(CsvFile threads) {
        this.threads = threads;
    }

    static TelemetryLog create(RunFolder folder) {
        return new TelemetryLog(new CsvFile(folder.threads(), THREADS));
    }

    /**
     * Writes threads.csv.
     *
     * @param now     what the learners had done
     * @param steps   T
     * @param seconds since the start of training
     * @return the cells of progress.csv
     */
    List<String> append(Reading now, long steps, double seconds) {
        Reading between = last == null ? now : now.since(last);
        last = now;
        for (int i = 0; i < now.learners().size(); i++) {
            threads.append(line(i, now.learners().get(i), between, steps, seconds));
        }
        return List.of(CsvFile.cell(now.updates()), CsvFile.cell(between.staleness().mean()),
                CsvFile.cell(between.meanNorm()), CsvFile.cell(between.clippedShare()),
                CsvFile.cell(now.lost().share()), CsvFile.cell(between.fairness()),
                CsvFile.cell(between.mean(LearnerReading::policyLoss)),
                CsvFile.cell(between.mean(LearnerReading::valueLoss)),
                CsvFile.cell(between.mean(LearnerReading::absValue)));
    }

    private static List<String> line(int i, LearnerReading now, Reading between, long steps,
                                     double seconds) {
        LearnerReading own = between.learners().get(i);
        return List.of(CsvFile.cell(steps), CsvFile.cell(seconds), CsvFile.cell(i),
                CsvFile.cell(now.t()), CsvFile.cell(own.t() / between.seconds()),
                CsvFile.cell(now.episodes()), CsvFile.cell(now.meanReturn100()),
                CsvFile.cell(now.exploration()), CsvFile.cell(now.updates()),
                CsvFile.cell(own.staleness().mean()), CsvFile.cell(own.meanNorm()),
                CsvFile.cell(own.clippedShare()));
    }

    @Override public void close() {
        threads.close();
    }
}
