package skein.lab.watch;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Where episodes are shown: a terminal, a file, a window. */
public interface Stage {
    /**
     * Shows a moment, as long as it shall be seen.
     *
     * @param moment of an episode
     * @throws IOException if that fails
     */
    void show(Moment moment) throws IOException;

    /** {@return whether anybody still looks} */
    boolean isOpen();

    /**
     * Lets a picture be looked at.
     *
     * @param millis how long
     * @throws InterruptedIOException if somebody interrupts the thread
     */
    static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Somebody interrupted the film.");
        }
    }
}
