package skein.rl.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StepCounterTest {
    private static final int THREADS = 4;
    private static final int TICKS = 100_000;

    @Test void each_tick_returns_the_value_it_made() {
        StepCounter T = new StepCounter(10);
        assertEquals(0, T.get());
        assertEquals(1, T.tick());
        assertEquals(2, T.tick());
        assertEquals(2, T.get());
    }

    @Test void four_threads_lose_no_step_and_each_multiple_of_1000_happens_once() {
        StepCounter T = new StepCounter(1);
        List<Long> events = new CopyOnWriteArrayList<>();
        T.every(1000, events::add);
        ActorLearners.run(T, THREADS, ActorLearners.generator(1), (i, rng) -> () -> {
            for (int k = 0; k < TICKS; k++) T.tick();
        });
        assertEquals((long) THREADS * TICKS, T.get());
        List<Long> expected = LongStream.rangeClosed(1, THREADS * TICKS / 1000).map(k -> 1000 * k)
                .boxed().toList();
        assertEquals(expected, events.stream().sorted().toList());
    }

    @Test void no_value_is_returned_twice() {
        StepCounter T = new StepCounter(1);
        Set<Long> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
        ActorLearners.run(T, THREADS, ActorLearners.generator(1), (i, rng) -> () -> {
            for (int k = 0; k < 10_000; k++) assertTrue(seen.add(T.tick()));
        });
        assertEquals(THREADS * 10_000, seen.size());
    }

    @Test void is_exceeded_after_T_max_and_not_at_it() {
        StepCounter T = new StepCounter(2);
        T.tick();
        T.tick();
        assertFalse(T.exceeded());
        T.tick();
        assertTrue(T.exceeded());
    }

    @Test void stop_ends_it_early() {
        StepCounter T = new StepCounter(1000);
        T.stop();
        assertTrue(T.exceeded());
        assertTrue(T.stopped());
    }

    @Test void an_event_that_comes_after_the_first_step_is_refused() {
        StepCounter T = new StepCounter(5);
        T.every(2, at -> { });
        T.tick();
        var e = assertThrows(IllegalStateException.class, () -> T.every(3, at -> { }));
        assertEquals("What happens at multiples of 3 has to be said before the first step, but T "
                + "is 1 already.", e.getMessage());
    }

    @Test void refuses_fewer_than_one_step() {
        assertThrows(IllegalArgumentException.class, () -> new StepCounter(0));
        assertThrows(IllegalArgumentException.class, () -> new StepCounter(5).every(0, T -> { }));
    }
}
