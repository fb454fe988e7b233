package skein.rl.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.nn.Optimizer;

/** Turns: their order, the staleness that they make, and that nobody waits for ever. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)    // a deadlock has to end, too
class LockstepTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<String> diary = new ArrayList<>();    // without a lock: turns must suffice
    private int updates;                                     // and so here
    private int late;                                        // updates after T > T_max

    /** Learns in segments of one to four steps, with θ as it was at their beginning. */
    private final class Walker implements Runnable {
        private final int number;
        private final StepCounter T;
        private final RandomGenerator rng;
        private final Optimizer optimizer;

        Walker(int number, StepCounter T, RandomGenerator rng) {
            this.number = number;
            this.T = T;
            this.rng = rng;
            optimizer = T.scheduled((dTheta, eta) -> updates++);
        }

        @Override public void run() {
            boolean over;
            do {
                int copied = updates;                                // θ' ← θ
                for (int steps = 1 + rng.nextInt(4); steps > 0; steps--) T.tick();
                int staleness = updates - copied;
                optimizer.update(null, 0);
                diary.add(number + ":" + staleness);
                over = T.exceeded();
                if (over) late++;
            } while (!over);
        }
    }

    private long walk(int learners, long steps) {
        StepCounter T = new StepCounter(steps, Schedule.LOCKSTEP);
        ActorLearners.run(T, learners, ActorLearners.generator(1),
                (i, rng) -> new Walker(i, T, rng));
        return T.get();
    }

    @Test void three_learners_update_in_turn_and_the_second_round_is_two_updates_behind() {
        walk(3, 12);
        assertEquals(List.of("0:0", "1:1", "2:2", "0:2", "1:2", "2:2"), diary.subList(0, 6));
    }

    @ParameterizedTest @ValueSource(ints = {1, 2, 3, 8, 32})
    void staleness_is_N_minus_1_for_every_update_after_a_learners_first(int learners) {
        walk(learners, 10_000);
        assertTrue(diary.size() > 3000, () -> "only " + diary.size());
        for (int k = 0; k < diary.size(); k++) {
            int learner = k % learners;
            int expected = k < learners ? learner : learners - 1;
            assertEquals(learner + ":" + expected, diary.get(k), "update " + k);
        }
        assertEquals(learners, late);        // all left in one round
    }

    /** An update every second step, and at the end of an episode, learner 1's fifth step. */
    @Test void a_last_step_that_updates_misses_those_who_left_without_an_update() {
        StepCounter T = new StepCounter(8, Schedule.LOCKSTEP);
        ActorLearners.run(T, 2, ActorLearners.generator(1), (i, rng) -> {
            Optimizer optimizer = T.scheduled((dTheta, eta) -> updates++);
            return () -> {
                int seen = 0;
                int t = 0;
                do {
                    t++;
                    T.tick();
                    if (t % 2 == 0 || i == 1 && t == 5) {
                        diary.add(i + ":" + (updates - seen));
                        optimizer.update(null, 0);
                        seen = updates;
                    }
                } while (!T.exceeded());
            };
        });
        assertEquals(List.of("0:0", "1:1", "0:1", "1:1", "1:0"), diary);     // T = 9 ends learner 0
    }

    @Test void a_turn_goes_on_until_the_first_step_after_an_update_and_all_begin_before_any() {
        StepCounter T = new StepCounter(9, Schedule.LOCKSTEP);
        ActorLearners.run(T, 3, ActorLearners.generator(1), (i, rng) -> {
            diary.add("make " + i);
            Optimizer optimizer = T.scheduled((dTheta, eta) -> diary.add("update " + i));
            return () -> {
                do {
                    for (int k = 0; k < 2; k++) diary.add(i + " makes T = " + T.tick());
                    optimizer.update(null, 0);
                } while (!T.exceeded());
            };
        });
        assertEquals(List.of("make 0", "make 1", "make 2",
                "0 makes T = 1", "0 makes T = 2", "update 0",
                "1 makes T = 3", "1 makes T = 4", "update 1",
                "2 makes T = 5", "2 makes T = 6", "update 2",
                "0 makes T = 7", "0 makes T = 8", "update 0",
                "1 makes T = 9", "1 makes T = 10", "update 1",           // T > T_max: 1 leaves
                "2 makes T = 11", "2 makes T = 12", "update 2",          // and so do 2 and 0
                "0 makes T = 13", "0 makes T = 14", "update 0"), diary);
    }

    @Test void an_event_of_T_sees_no_later_step() {
        StepCounter T = new StepCounter(1000, Schedule.LOCKSTEP);
        List<Long> seen = new ArrayList<>();
        T.every(7, at -> seen.add(T.get() - at));
        ActorLearners.run(T, 4, ActorLearners.generator(1), (i, rng) -> new Walker(i, T, rng));
        assertEquals(T.get() / 7, seen.size());
        assertTrue(seen.stream().allMatch(later -> later == 0), seen::toString);
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2})
    void a_learner_that_fails_hands_its_turn_on_and_the_others_leave_in_theirs(int failing) {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        IllegalStateException cause = new IllegalStateException("the world fell over");
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 3,
                ActorLearners.generator(1), (i, rng) -> {
                    Walker walker = new Walker(i, T, rng);
                    if (i != failing) return walker;
                    return () -> {
                        T.tick();
                        T.tick();
                        throw cause;
                    };
                }));
        assertSame(cause, e.getCause());
        // Who comes before the failing one has updated and gone on: it leaves after one more.
        assertEquals(2 + failing, diary.size(), diary::toString);
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2})
    void a_learner_that_cannot_be_made_hands_its_turn_on(int failing) {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 3,
                ActorLearners.generator(1), (i, rng) -> {
                    if (i == failing) throw new IllegalArgumentException("no such world");
                    return new Walker(i, T, rng);
                }));
        assertTrue(e.getMessage().contains("no such world"), e.getMessage());
        assertEquals(2, diary.size(), diary::toString);
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2, 4})
    void nobody_waits_for_the_turn_of_a_thread_that_could_not_be_started(int refused) {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        var e = assertThrows(NotStartedException.class, () -> ActorLearners.run(T, 5,
                ActorLearners.generator(1), (i, rng) -> new Walker(i, T, rng),
                ActorLearnersTest.refusingThread(refused)));
        assertTrue(e.getMessage().startsWith("Only " + refused + " of 5"), e.getMessage());
        assertEquals(refused, late);         // those before it left, each after an update
    }

    @Test void all_may_fail_at_once() {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 8,
                ActorLearners.generator(1), (i, rng) -> {
                    T.scheduled((dTheta, eta) -> { });
                    return () -> {
                        T.tick();
                        throw new IllegalStateException("learner " + i);
                    };
                }));
        assertTrue(e.getMessage().contains("learner 0"), e.getMessage());
        assertEquals(7, e.getSuppressed().length);
    }

    @Test void a_learner_that_ends_early_is_left_out_of_the_round() {
        StepCounter T = new StepCounter(100, Schedule.LOCKSTEP);
        ActorLearners.run(T, 3, ActorLearners.generator(1), (i, rng) -> {
            Walker walker = new Walker(i, T, rng);
            return i == 1 ? () -> { } : walker;
        });
        assertEquals(List.of("0:0", "2:1", "0:1", "2:1"), diary.subList(0, 4));
    }

    @Test void stop_from_outside_ends_all() throws InterruptedException {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        CountDownLatch underWay = new CountDownLatch(1);
        T.every(1000, at -> underWay.countDown());
        Thread stopper = new Thread(() -> {
            try {
                underWay.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            T.stop();
        });
        stopper.start();
        ActorLearners.run(T, 5, ActorLearners.generator(1), (i, rng) -> new Walker(i, T, rng));
        stopper.join();
        assertTrue(T.get() >= 1000);
        assertEquals(5, late);
    }

    @Test void interrupt_of_the_waiting_thread_stops_all_and_is_kept() {
        StepCounter T = new StepCounter(NEVER, Schedule.LOCKSTEP);
        Thread.currentThread().interrupt();
        ActorLearners.run(T, 3, ActorLearners.generator(1), (i, rng) -> new Walker(i, T, rng));
        assertTrue(Thread.interrupted());
        assertTrue(T.stopped());
        for (int k = 3; k < diary.size(); k++) assertEquals(k % 3 + ":2", diary.get(k));
    }

    @Test void a_learner_that_is_interrupted_waits_for_its_turn_all_the_same() {
        StepCounter T = new StepCounter(1000, Schedule.LOCKSTEP);
        List<Boolean> kept = new ArrayList<>();
        ActorLearners.run(T, 3, ActorLearners.generator(1), (i, rng) -> () -> {
            Thread.currentThread().interrupt();
            new Walker(i, T, rng).run();
            kept.add(Thread.currentThread().isInterrupted());
        });
        assertEquals(List.of(true, true, true), kept);
        for (int k = 3; k < diary.size(); k++) assertEquals(k % 3 + ":2", diary.get(k));
    }

    @Test void learners_whose_updates_nobody_tells_of_fail_at_their_first_step() {
        StepCounter T = new StepCounter(100, Schedule.LOCKSTEP);
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 2,
                ActorLearners.generator(1), (i, rng) -> () -> {
                    while (!T.exceeded()) T.tick();
                }));
        assertTrue(e.getMessage().contains("T.scheduled(optimizer)"), e.getMessage());
        assertEquals(0, T.get());
    }

    @Test void learners_that_leave_before_their_first_update_hand_the_turn_on() {
        StepCounter T = new StepCounter(4, Schedule.LOCKSTEP);
        ActorLearners.run(T, 3, ActorLearners.generator(1), (i, rng) -> {
            Optimizer optimizer = T.scheduled((dTheta, eta) -> diary.add("update " + i));
            return () -> {
                for (int t = 1; !T.exceeded(); t++) {        // a one-step method, I_AsyncUpdate = 3
                    diary.add(i + " makes T = " + T.tick());
                    if (t % 3 == 0) optimizer.update(null, 0);
                }
            };
        });
        assertEquals(List.of("0 makes T = 1", "0 makes T = 2", "0 makes T = 3", "update 0",
                "1 makes T = 4", "1 makes T = 5", "2 makes T = 6", "0 makes T = 7"), diary);
    }

    @Test void a_learner_that_nobody_started_is_alone_and_needs_no_turn() {
        StepCounter T = new StepCounter(100, Schedule.LOCKSTEP);
        new Walker(0, T, ActorLearners.generator(1)).run();
        assertTrue(T.get() > 100);
        assertEquals(Collections.nCopies(diary.size(), "0:0"), diary);
    }

    @Test void a_run_after_another_begins_anew() {
        StepCounter T = new StepCounter(50, Schedule.LOCKSTEP);
        for (int learners : new int[] {3, 2}) {
            ActorLearners.run(T, learners, ActorLearners.generator(1),
                    (i, rng) -> new Walker(i, T, rng));
        }
        assertEquals(List.of("0:0", "1:1"), diary.subList(diary.size() - 2, diary.size()));
    }
}
