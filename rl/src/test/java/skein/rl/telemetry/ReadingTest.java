package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Parameters;

class ReadingTest {
    private static LearnerReading learner(long t, long updates, double norms, long clipped) {
        long[] counts = new long[Staleness.bins()];
        counts[1] = updates;
        return new LearnerReading(t, 0, Double.NaN, Double.NaN, updates,
                new Staleness(counts, updates), 1, clipped, norms, 0, 0, 0, 0, 0);
    }

    private static Reading reading(double seconds, LearnerReading... learners) {
        return new Reading(seconds, List.of(learners), null);
    }

    @Test void steps_of_3_and_1_are_fair_to_0_point_8() {
        // (3 + 1)² / (2 (9 + 1)) = 16 / 20
        assertEquals(0.8, reading(1, learner(3, 1, 0, 0), learner(1, 1, 0, 0))
                .fairness(), 1e-12);
    }

    @Test void equal_steps_are_fair_and_one_of_four_that_makes_all_is_a_quarter() {
        LearnerReading idle = learner(0, 0, 0, 0);
        LearnerReading busy = learner(7, 0, 0, 0);
        assertEquals(1, reading(1, busy, busy, busy).fairness());
        assertEquals(0.25, reading(1, idle, busy, idle, idle).fairness());
        assertEquals(Double.NaN, reading(1, idle, idle).fairness());
    }

    @Test void means_are_over_the_updates_of_all() {
        Reading reading = reading(1, learner(1, 1, 5, 1), learner(1, 3, 3, 0));
        assertEquals(4, reading.updates());
        assertEquals(2, reading.meanNorm());                 // (5 + 3) / 4
        assertEquals(0.25, reading.clippedShare());
    }

    @Test void where_nobody_clips_no_share_is_clipped_and_none_is_not() {
        assertEquals(0.0, reading(1, learner(1, 4, 5, 0)).clippedShare());
        assertEquals(Double.NaN, reading(1, learner(1, 4, Double.NaN, 0)).clippedShare());
    }

    @Test void since_is_the_difference() {
        Reading before = reading(2, learner(10, 2, 4, 1));
        Reading after = reading(5, learner(25, 5, 10, 2));
        Reading between = after.since(before);
        assertEquals(3, between.seconds());
        assertEquals(15, between.steps());
        assertEquals(3, between.updates());
        assertEquals(3, between.staleness().updates());
        assertEquals(2, between.meanNorm());                 // (10 − 4) / 3
        assertEquals(1.0 / 3, between.clippedShare());
    }

    @Test void a_reading_keeps_a_list_of_its_own() {
        List<LearnerReading> learners = new ArrayList<>(List.of(learner(3, 1, 0, 0)));
        Reading reading = new Reading(1, learners, null);
        learners.clear();
        assertEquals(3, reading.steps());
    }

    @Test void what_was_counted_is_subtracted_and_what_holds_at_a_moment_stays() {
        Staleness none = Staleness.none();
        LearnerReading before = new LearnerReading(1, 2, 3, 4, 5, none, 7, 8, 9, 10, 11, 12, 13,
                14);
        LearnerReading between = new LearnerReading(100, 200, 300, 400, 500, none, 700, 800, 900,
                1000, 1100, 1200, 1300, 1400).minus(before);
        assertEquals(new LearnerReading(99, 198, 300, 400, 495, between.staleness(), 700, 792, 891,
                1000, 1089, 1188, 1287, 1386), between);
    }

    @Test void seconds_are_counted_from_the_beginning_of_the_run() {
        long before = System.nanoTime();
        Telemetry telemetry = new Telemetry(new Layout().zeros(), 1);
        double first = telemetry.read().seconds();
        double second = telemetry.read().seconds();
        double most = (System.nanoTime() - before) * 1e-9;
        assertTrue(0 <= first && first <= second && second <= most, first + ", " + second);
    }

    @Test void a_run_has_a_learner() {
        Parameters theta = new Layout().zeros();
        assertThrows(IllegalArgumentException.class, () -> new Telemetry(theta, 0));
        Telemetry telemetry = new Telemetry(theta, 2);
        for (int i : new int[] {-1, 2}) {
            var e = assertThrows(IllegalArgumentException.class, () -> telemetry.learner(i));
            assertEquals("There is no learner " + i + " of 2.", e.getMessage());
        }
    }
}
