package skein.lab.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import skein.lab.view.AnimatedGif;

/** Pictures that are shown one after another, again and again. */
public final class Film {
    private static final int LAST_STAYS = 12;                // times as long as the others

    private final int fps;
    private final List<BufferedImage> pictures = new ArrayList<>();

    /**
     * A film without pictures.
     *
     * @param fps pictures a second, 1 .. 50
     */
    public Film(int fps) {
        if (fps < 1 || fps > 50) {
            throw new IllegalArgumentException("fps must be in 1 .. 50, but got " + fps + ".");
        }
        this.fps = fps;
    }

    /**
     * Adds a picture.
     *
     * @param picture of the same size as all others; kept, not copied
     * @return this
     */
    public Film add(BufferedImage picture) {
        pictures.add(picture);
        return this;
    }

    /** {@return how many pictures it has} */
    public int pictures() {
        return pictures.size();
    }

    /** An animated GIF. Its last picture stays, so that one sees how it ended. */
    byte[] gif() {
        if (pictures.isEmpty()) {
            throw new IllegalStateException("This film has no pictures. Add some first.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (AnimatedGif gif = new AnimatedGif(bytes, fps)) {
            for (BufferedImage picture : pictures) gif.add(picture);
            for (int k = 1; k < LAST_STAYS; k++) gif.add(pictures.get(pictures.size() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException("A film in memory could not be written.", e);
        }
        return bytes.toByteArray();
    }
}
