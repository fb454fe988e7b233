package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static LearnerReading learner(long t, long updates, double norms, long clipped) {
        long[] counts = new long[Staleness.bins()];
        counts[1] = updates;
        return new LearnerReading(t, 0, Double.NaN, Double.NaN, updates,
                new Staleness(counts, updates), clipped, norms, 0, 0, 0, 0, 0);
    }

    @Test void steps_of_3_and_1_are_fair_to_0_point_8() {
        // (3 + 1)² / (2 (9 + 1)) = 16 / 20
        assertEquals(0.8, new Reading(1, List.of(learner(3, 1, 0, 0), learner(1, 1, 0, 0)))
                .fairness(), 1e-12);
    }

    @Test void equal_steps_are_fair_and_one_of_four_that_makes_all_is_a_quarter() {
        LearnerReading idle = learner(0, 0, 0, 0);
        LearnerReading busy = learner(7, 0, 0, 0);
        assertEquals(1, new Reading(1, List.of(busy, busy, busy)).fairness());
        assertEquals(0.25, new Reading(1, List.of(idle, busy, idle, idle)).fairness());
        assertEquals(Double.NaN, new Reading(1, List.of(idle, idle)).fairness());
    }

    @Test void means_are_over_the_updates_of_all() {
        Reading reading = new Reading(1, List.of(learner(1, 1, 5, 1), learner(1, 3, 3, 0)));
        assertEquals(4, reading.updates());
        assertEquals(2, reading.meanNorm());                 // (5 + 3) / 4
        assertEquals(0.25, reading.clippedShare());
    }

    @Test void since_is_the_difference() {
        Reading before = new Reading(2, List.of(learner(10, 2, 4, 1)));
        Reading after = new Reading(5, List.of(learner(25, 5, 10, 2)));
        Reading between = after.since(before);
        assertEquals(3, between.seconds());
        assertEquals(15, between.steps());
        assertEquals(3, between.updates());
        assertEquals(3, between.staleness().updates());
        assertEquals(2, between.meanNorm());                 // (10 − 4) / 3
        assertEquals(1.0 / 3, between.clippedShare());
    }

    @Test void a_run_has_a_learner() {
        assertThrows(IllegalArgumentException.class, () -> new Telemetry(0));
    }
}
