package skein.lab;

import java.io.IOException;
import skein.lab.view.AnimatedGif;

/** Into an animated GIF. */
final class GifStage implements Stage {
    private final AnimatedGif gif;
    private int pictures;

    GifStage(AnimatedGif gif) {
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
