package skein.rl.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ActorLearnersTest {
    private static Map<Integer, Long> firstDraws(long seed, int threads) {
        Map<Integer, Long> draws = new ConcurrentHashMap<>();
        ActorLearners.run(new StepCounter(1), threads, ActorLearners.generator(seed),
                (i, rng) -> () -> draws.put(i, rng.nextLong()));
        return draws;
    }

    @Test void every_learner_has_chance_of_its_own() {
        Map<Integer, Long> draws = firstDraws(1, 16);
        assertEquals(16, draws.size());
        assertEquals(16, new HashSet<>(draws.values()).size());
    }

    @Test void learner_i_sees_the_same_at_every_run_of_a_seed() {
        assertEquals(firstDraws(1, 8), firstDraws(1, 8));
        assertEquals(firstDraws(1, 8).get(3), firstDraws(1, 4).get(3));
        assertTrue(!firstDraws(1, 8).equals(firstDraws(2, 8)));
    }

    @Test void each_learner_has_a_thread_of_its_own_name() {
        Map<Integer, String> names = new ConcurrentHashMap<>();
        ActorLearners.run(new StepCounter(1), 2, ActorLearners.generator(1),
                (i, rng) -> () -> names.put(i, Thread.currentThread().getName()));
        assertEquals(Map.of(0, "actor-learner-0", 1, "actor-learner-1"), names);
    }

    @Test void learners_run_at_the_same_time() {
        CountDownLatch all = new CountDownLatch(3);
        ActorLearners.run(new StepCounter(1), 3, ActorLearners.generator(1), (i, rng) -> () -> {
            all.countDown();
            try {
                all.await();                                 // would never end one after another
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test void failure_of_one_stops_all_and_is_reported_with_its_cause() {
        StepCounter T = new StepCounter(Long.MAX_VALUE);
        IllegalStateException cause = new IllegalStateException("the world fell over");
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 3,
                ActorLearners.generator(1), (i, rng) -> () -> {
                    while (!T.exceeded()) {
                        if (T.tick() == 1000) throw cause;
                    }
                }));
        assertSame(cause, e.getCause());
        assertTrue(e.getMessage().contains("the world fell over"), e.getMessage());
        assertTrue(e.steps() >= 1000);
    }

    @Test void a_failure_without_a_message_is_reported_by_its_class() {
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(
                new StepCounter(1), 1, ActorLearners.generator(1), (i, rng) -> () -> {
                    throw new StackOverflowError();
                }));
        assertEquals("Actor-learner 0 failed at T = 0: java.lang.StackOverflowError",
                e.getMessage());
    }

    /** A launcher of source files takes its own frames off the trace, and fails without them. */
    @Test void a_failure_says_where_the_caller_was_and_its_cause_where_the_learner_was() {
        StepCounter T = new StepCounter(Long.MAX_VALUE);
        var e = assertThrows(ActorLearnerException.class, () -> ActorLearners.run(T, 2,
                ActorLearners.generator(1), (i, rng) -> () -> {
                    throw new IllegalStateException("the world of learner " + i);
                }));
        StackTraceElement[] here = new Throwable().getStackTrace();
        StackTraceElement[] thrown = e.getStackTrace();
        assertEquals(here[here.length - 1], thrown[thrown.length - 1]);
        StackTraceElement[] learner = e.getCause().getStackTrace();
        assertEquals("java.lang.Thread", learner[learner.length - 1].getClassName());
        assertEquals(1, e.getSuppressed().length);
        assertInstanceOf(IllegalStateException.class, e.getSuppressed()[0].getCause());
    }

    @Test void failure_while_a_learner_is_made_is_reported_too() {
        var e = assertThrows(ActorLearnerException.class,
                () -> ActorLearners.run(new StepCounter(1), 1,
                ActorLearners.generator(1), (i, rng) -> {
                    throw new IllegalArgumentException("no such world");
                }));
        assertTrue(e.getMessage().contains("no such world"), e.getMessage());
    }

    @Test void interrupt_of_the_waiting_thread_stops_all_and_is_kept() {
        StepCounter T = new StepCounter(Long.MAX_VALUE);
        Thread.currentThread().interrupt();
        ActorLearners.run(T, 2, ActorLearners.generator(1), (i, rng) -> () -> {
            while (!T.exceeded()) T.tick();
        });
        assertTrue(Thread.interrupted());
        assertTrue(T.stopped());
    }

    @Test void a_thread_that_the_system_refuses_ends_the_run_with_a_sentence() {
        StepCounter T = new StepCounter(Long.MAX_VALUE);
        AtomicInteger ended = new AtomicInteger();
        var e = assertThrows(NotStartedException.class, () -> ActorLearners.run(T, 5,
                ActorLearners.generator(1), (i, rng) -> () -> {
                    while (!T.exceeded()) T.tick();
                    ended.incrementAndGet();
                }, refusingThread(3)));
        assertEquals("Only 3 of 5 threads could be started: unable to create native thread. "
                + "Training was stopped. Ask for fewer threads (--threads), for a larger limit "
                + "(ulimit -u; in a container, its limit of processes) or for more memory.",
                e.getMessage());
        assertInstanceOf(OutOfMemoryError.class, e.getCause());
        assertEquals(3, ended.get());
    }

    /** Threads, of which the system does not start number k, k = 0, 1, ... */
    static ThreadFactory refusingThread(int k) {
        AtomicInteger made = new AtomicInteger();
        return work -> made.getAndIncrement() != k ? new Thread(work) : new Thread(work) {
            @Override public void start() {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
    }

    @Test void refuses_fewer_than_one_thread() {
        assertThrows(IllegalArgumentException.class, () -> firstDraws(1, 0));
    }
}
