package skein.lab.notebook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Something that takes its time, with a picture of it that is drawn again and again.
 *
 * <p>The calling thread does nothing but wait: an interrupt that came while it draws would be lost
 * in there, and the run would go on for ever.
 */
final class LiveRun {
    private static final long REFRESH_MILLIS = 300;
    private static final long LAST_REFRESH_SECONDS = 5;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private final Runnable refresh;

    private LiveRun(Runnable training, Runnable refresh) {
        this.refresh = refresh;
        thread = new Thread(() -> {
            try {
                training.run();
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        }, "training");
    }

    /**
     * Runs to the end, and refreshes meanwhile and once more. An interrupt of the calling thread
     * is handed on to what runs, which is not waited for any longer.
     *
     * @param training what runs, in a thread of its own; what it throws is thrown here
     * @param refresh  draws; called by one thread at a time
     */
    static void of(Runnable training, Runnable refresh) {
        new LiveRun(training, refresh).run();
    }

    private void run() {
        ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
                task -> new Thread(task, "live picture"));
        painter.scheduleWithFixedDelay(refresh, REFRESH_MILLIS, REFRESH_MILLIS,
                TimeUnit.MILLISECONDS);
        thread.start();
        try {
            waitForEnd();
            painter.shutdown();
            painter.awaitTermination(LAST_REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            painter.shutdownNow();
            if (!end.isDone()) thread.interrupt();           // whatever stopped this cell
            refresh.run();
        }
    }

    private void waitForEnd() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            if (e.getCause() instanceof Error failure) throw failure;
            throw new CompletionException(e.getCause());
        }
    }
}
