package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.rl.thread.Schedule;

/** Whole runs of each algorithm, in real threads. */
class WatchedRunTest {
    @ParameterizedTest
    @EnumSource(WatchedRun.Method.class)
    void alone_nothing_is_stale_and_every_step_is_counted(WatchedRun.Method method) {
        WatchedRun run = WatchedRun.of(method, 1, 3_000);
        Reading read = run.telemetry().read();
        assertEquals(run.T().get(), read.steps());
        assertTrue(read.updates() > 100, read.updates() + " updates");
        assertEquals(read.updates(), read.staleness().count(0));
        assertEquals(read.updates(), read.staleness().updates());
        assertEquals(run.episodes(), read.learners().get(0).episodes());
        assertTrue(read.meanNorm() > 0);
        assertTrue(read.mean(LearnerReading::absValue) > 0);
        assertTrue(read.mean(LearnerReading::valueLoss) > 0);
        assertEquals(method.explores(), read.learners().get(0).exploration() <= 1);
        assertEquals(method.explores(), Double.isNaN(read.mean(LearnerReading::entropy)));
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 5})
    void together_the_steps_add_up_to_T_and_each_update_is_in_the_histogram(int threads) {
        for (WatchedRun.Method method : WatchedRun.Method.values()) {
            if (!method.asynchronous()) continue;
            WatchedRun run = WatchedRun.of(method, threads, 20_000);
            Reading read = run.telemetry().read();
            assertEquals(run.T().get(), read.steps(), method::toString);
            assertEquals(run.updates(), read.updates());
            assertEquals(read.updates(), read.staleness().updates());
            assertEquals(threads, read.learners().size());
            assertTrue(read.fairness() <= 1 && read.fairness() >= 1.0 / threads);
        }
    }

    /** A thread that is late is stale: what all others do meanwhile adds up. */
    @Test void between_them_learners_miss_no_more_than_there_was() {
        WatchedRun run = WatchedRun.of(WatchedRun.Method.A3C, 4, 40_000);
        Reading read = run.telemetry().read();
        for (LearnerReading learner : read.learners()) {
            double missed = learner.staleness().mean() * learner.updates();
            double others = read.updates() - learner.updates();
            assertFalse(missed > others, missed + " of " + others);
        }
    }

    /** All begin with θ_0, so the first update of learner i comes after i others. */
    @ParameterizedTest
    @EnumSource(value = WatchedRun.Method.class, names = {"A2C", "PPO", "DQN"},
            mode = EnumSource.Mode.EXCLUDE)
    @Timeout(60)
    void in_lockstep_of_4_every_update_but_the_first_ones_is_3_stale(WatchedRun.Method method) {
        WatchedRun run = WatchedRun.of(method, 4, 4_000, Schedule.LOCKSTEP);
        Reading read = run.telemetry().read();
        Staleness staleness = read.staleness();
        assertEquals(1, staleness.count(0));
        assertEquals(1, staleness.count(1));
        assertEquals(1, staleness.count(2));
        assertEquals(read.updates() - 3, staleness.count(3));
        assertEquals(0, read.lost().share(), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(WatchedRun.Method.class)
    void a_watched_learner_learns_the_same(WatchedRun.Method method) {
        WatchedRun watched = WatchedRun.of(method, 1, 3_000);
        assertArrayEquals(WatchedRun.unwatched(method, 3_000), watched.theta().values());
    }
}
