package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveRunTest {
    @Test void the_last_picture_is_drawn_after_the_end() {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean seen = new AtomicBoolean();
        LiveRun.of(() -> ended.set(true), () -> seen.set(ended.get()));
        assertTrue(seen.get());
    }

    @Test void pictures_are_drawn_while_it_runs() {
        CountDownLatch twice = new CountDownLatch(2);
        LiveRun.of(() -> await(twice), twice::countDown);
        assertEquals(0, twice.getCount());
    }

    @Test void what_fails_in_there_fails_here() {
        RuntimeException failure = new IllegalStateException("η is NaN");
        AtomicInteger pictures = new AtomicInteger();
        assertSame(failure, assertThrows(IllegalStateException.class, () -> LiveRun.of(() -> {
            throw failure;
        }, pictures::incrementAndGet)));
        assertTrue(pictures.get() > 0);
    }

    @Timeout(60)                                             // instead of for ever
    @Test void an_interrupt_ends_it() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread cell = new Thread(() -> LiveRun.of(() -> {
            running.countDown();
            await(new CountDownLatch(1));                    // for ever
            stopped.countDown();
        }, () -> { }));
        cell.start();
        running.await();
        cell.interrupt();
        stopped.await();
        cell.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
