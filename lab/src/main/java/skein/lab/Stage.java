package skein.lab;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Where episodes are shown: a terminal, a file, a window. */
interface Stage {
    /** Shows a moment, as long as it shall be seen. */
    void show(Moment moment) throws IOException;

    /** {@return whether anybody still looks} */
    boolean isOpen();

    /** Lets a picture be looked at. */
    static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Somebody interrupted the film.");
        }
    }
}
