package skein.lab.watch;

import java.io.IOException;
import skein.lab.error.UserError;
import skein.lab.view.Window;

/** In a window, opened with the first moment. */
public final class WindowStage implements Stage {
    private final int fps;
    private Window window;                                   // null before the first moment

    /**
     * Opens nothing yet.
     *
     * @param fps pictures a second, ≥ 1
     * @throws UserError if there is no display
     */
    public WindowStage(int fps) {
        if (!Window.isPossible()) {
            throw new UserError("There is no display here for --window. Watch in the terminal, or "
                    + "write a film: --gif FILE.");
        }
        this.fps = fps;
    }

    @Override public void show(Moment moment) throws IOException {
        if (window == null) {
            window = Window.open("Skein: " + moment.world().name(), moment.picture());
        } else {
            window.show(moment.picture());
        }
        Stage.pause(1000 / fps);
    }

    /** Closes the window, if there is one. */
    public void close() {
        if (window != null) window.close();
    }

    @Override public boolean isOpen() {
        return window == null || window.isOpen();
    }
}
