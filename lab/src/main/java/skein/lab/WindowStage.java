package skein.lab;

import java.io.IOException;
import skein.lab.view.Window;

/** In a window, opened with the first moment. */
final class WindowStage implements Stage {
    private final int fps;
    private Window window;                                   // null before the first moment

    WindowStage(int fps) {
        this.fps = fps;
    }

    @Override public void show(Moment moment) throws IOException {
        if (window == null) {
            window = Window.open("Skein: " + moment.world().name(), moment.picture())
                    .orElseThrow(() -> new UserError("There is no display here for --window. "
                            + "Watch in the terminal, or write a film: --gif FILE."));
        } else {
            window.show(moment.picture());
        }
        Stage.pause(1000 / fps);
    }

    void close() {
        if (window != null) window.close();
    }

    @Override public boolean isOpen() {
        return window == null || window.isOpen();
    }
}
