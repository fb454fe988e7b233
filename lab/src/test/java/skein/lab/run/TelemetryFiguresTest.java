package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.telemetry.LearnerReading;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.LostSteps;
import skein.rl.telemetry.Reading;
import skein.rl.telemetry.Staleness;
import skein.rl.telemetry.Telemetry;

/** Two readings of two learners, 2 seconds apart: each figure stands under its own name. */
class TelemetryFiguresTest {
    private static final LostSteps LOST = new LostSteps(32, true, 0.125, 0.5);

    private final Reading first = new Reading(1, List.of(idle(), idle()), LOST);
    private final Reading second = new Reading(3, List.of(
            new LearnerReading(30, 5, 12, 0.25, 1, staleness(0), 7, 1, 6, 6, 9, 12, 15, 18),
            new LearnerReading(10, 2, 4, 0.75, 2, staleness(1), 1, 0, 3, 2, 0, 0, 0, 0)), LOST);

    /** Both copy θ, then learner 0 updates, and then learner 1 twice: 0, 1 and 0 stale. */
    private static Staleness staleness(int learner) {
        Layout layout = new Layout();
        Parameters theta = layout.zeros();
        Telemetry telemetry = new Telemetry(theta, 2);
        for (int i = 0; i < 2; i++) {
            telemetry.learner(i).around(theta).copyTo(theta.copy().withGradient(theta.copy()));
        }
        for (int i : new int[] {0, 1, 1}) {
            LearnerTelemetry watch = telemetry.learner(i);
            watch.around((dTheta, eta) -> { }).update(theta, 1);
        }
        return telemetry.learner(learner).read().staleness();
    }

    private static LearnerReading idle() {
        Staleness none = new Telemetry(new Layout().zeros(), 1).learner(0).read().staleness();
        return new LearnerReading(0, 0, 0, 0, 0, none, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The last lines of a table, each cell behind the name of its column. */
    private static String last(Path table, int lines, int fromColumn) throws IOException {
        List<String> all = Files.readAllLines(table);
        String[] names = all.get(0).split(",");
        StringJoiner text = new StringJoiner("\n");
        for (String line : all.subList(all.size() - lines, all.size())) {
            String[] cells = line.split(",", -1);
            StringJoiner row = new StringJoiner(", ");
            for (int c = fromColumn; c < cells.length; c++) row.add(names[c] + " " + cells[c]);
            text.add(row.toString());
        }
        return text.toString();
    }

    @Test void the_tables_have_what_happened_since_the_row_before(@TempDir Path folder)
            throws IOException {
        RunFolder run = new RunFolder(folder);
        try (ProgressFiles files = ProgressFiles.create(run, true)) {
            files.append(new ProgressCsv.Row(0, 1, 0, 0, 0, 0, 0, 0), first);
            files.append(new ProgressCsv.Row(40, 3, 0, 0, 0, 0, 0, 0), second);
        }
        // (0 + 1 + 0) / 3, (6 + 3) / 3, 1 / 3, 40² / (2 (900 + 100)), 9 / 3, 12 / 3, 18 / 3
        assertEquals("updates 3, staleness 0.33333334, gradientNorm 3.0, clipped 0.33333334, "
                + "lost 0.125, fairness 0.8, policyLoss 3.0, valueLoss 4.0, absValue 6.0",
                last(run.progress(), 1, 8));
        assertEquals("""
                steps 40, seconds 3.0, thread 0, t 30, stepsPerSecond 15.0, episodes 5, \
                meanReturn100 12.0, exploration 0.25, updates 1, staleness 0.0, gradientNorm 6.0, \
                clipped 1.0
                steps 40, seconds 3.0, thread 1, t 10, stepsPerSecond 5.0, episodes 2, \
                meanReturn100 4.0, exploration 0.75, updates 2, staleness 0.5, gradientNorm 1.5, \
                clipped 0.0""", last(run.threads(), 2, 0));
    }

    @Test void the_summary_has_what_happened_since_the_start() {
        assertEquals("""
                TelemetrySummary[updates=3, fairness=0.8, meanStaleness=0.3333333333333333, \
                largestStaleness=7, staleness=[StalenessBar[from=0, to=0, updates=2], \
                StalenessBar[from=1, to=1, updates=1]], meanNorm=3.0, largestNorm=6.0, \
                clippedShare=0.3333333333333333, lostShare=0.125, lostOffset=0.5, \
                meanPolicyLoss=3.0, meanValueLoss=4.0, meanEntropy=5.0, meanAbsValue=6.0, \
                threads=[OfThread[t=30, stepsPerSecond=10.0, episodes=5, meanReturn100=12.0, \
                exploration=0.25, updates=1, meanStaleness=0.0, meanNorm=6.0, clippedShare=1.0], \
                OfThread[t=10, stepsPerSecond=3.3333333333333335, episodes=2, meanReturn100=4.0, \
                exploration=0.75, updates=2, meanStaleness=0.5, meanNorm=1.5, clippedShare=0.0]]]""",
                TelemetrySummary.of(second).toString());
        assertNull(TelemetrySummary.of(null));
    }
}
