package skein.lab.watch;

import java.io.IOException;
import skein.lab.view.AnimatedGif;

/** Into an animated GIF. */
public final class GifStage implements Stage {
    private final AnimatedGif gif;
    private int pictures;

    /**
     * Adds pictures to a film.
     *
     * @param gif the film; left open
     */
    public GifStage(AnimatedGif gif) {
        this.gif = gif;
    }

    @Override public void show(Moment moment) throws IOException {
        gif.add(moment.picture());
        pictures++;
    }

    int pictures() {
        return pictures;
    }

    @Override public boolean isOpen() {
        return true;
    }
}
