package skein.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.run.ProgressCsv;
import skein.lab.run.RunFolder;
import skein.lab.setup.Method;
import skein.lab.setup.Settings;
import skein.nn.Parameters;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** What is written of moments that were noted, of a CartPole that is solved with 5 steps. */
class ReporterTest {
    private final Method method = Settings.defaults("cartpole", "a3c").method();
    private final Parameters theta = method.layout().initialize(ActorLearners.generator(1));
    private final StepCounter T = new StepCounter(10_000);
    private final Reporter reporter;

    ReporterTest(@TempDir Path folder) {
        World w = Worlds.named("cartpole");
        World easy = new World(w.name(), w.summary(), 5, w::make, w.renderer(), w.picture(),
                w.pace());
        reporter = new Reporter(RunFolder.create(folder.resolve("run")), easy, method,
                ActorLearners.generator(2), T, false, () -> { });
    }

    private void note(long steps, double seconds, Parameters snapshot) {
        reporter.add(new Reporter.Moment(new LiveLine.Status(steps, 10_000, 0, 0, 0, 0, 0),
                seconds, snapshot, null));
    }

    private List<ProgressCsv.Row> written() {
        reporter.start();
        reporter.finish();
        reporter.rethrow();
        return reporter.rows();
    }

    @Test void the_speed_of_a_row_is_that_since_the_row_before() {
        note(100, 2, null);
        note(700, 4, null);
        List<ProgressCsv.Row> rows = written();
        assertEquals(50, rows.get(0).stepsPerSecond());      // 100 / 2
        assertEquals(300, rows.get(1).stepsPerSecond());     // (700 − 100) / (4 − 2)
        assertEquals(4, rows.get(1).seconds());
    }

    @Test void the_first_evaluation_that_reaches_the_mark_is_when_it_was_solved() {
        note(100, 1, null);
        note(200, 2, theta);
        note(300, 3, theta);
        List<ProgressCsv.Row> rows = written();
        assertEquals(Double.NaN, rows.get(0).evaluation());
        assertTrue(rows.get(1).evaluation() > 5);            // a pole needs more to fall
        reporter.evaluate(theta, 400);
        assertEquals(200, reporter.solvedAtStep());
    }

    @Test void it_may_be_the_last_one() {
        note(100, 1, null);
        written();
        assertNull(reporter.solvedAtStep());
        reporter.evaluate(theta, 400);
        assertEquals(400, reporter.solvedAtStep());
    }

    @Test void theta_is_saved_when_5_seconds_have_passed_since_it_was() {
        note(600, 6, theta);
        note(900, 9, theta);
        written();
        assertEquals(600, reporter.savedAt());
    }

    @Test void parameters_that_are_not_finite_are_neither_evaluated_nor_saved() {
        theta.values()[0] = Float.NaN;
        note(600, 6, theta);
        assertEquals(Double.NaN, written().get(0).evaluation());
        assertEquals(0, reporter.savedAt());
        assertNull(reporter.solvedAtStep());
    }

    @Test void once_training_was_stopped_nobody_waits_for_what_was_not_evaluated_yet() {
        T.stop();
        note(600, 6, theta);
        assertEquals(Double.NaN, written().get(0).evaluation());
    }
}
