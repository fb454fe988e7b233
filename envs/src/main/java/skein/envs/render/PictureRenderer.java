package skein.envs.render;

import java.awt.image.BufferedImage;
import skein.envs.Environment;

/** Shows a world as a picture in color, as a person likes to see it. */
public interface PictureRenderer {
    /**
     * {@return a picture of what the world looks like now; a new one that the caller owns}
     *
     * <p>All pictures of one renderer have the same size, opaque red, green and blue. A world that
     * is only known since its first reset is to be reset before.
     *
     * @param env a world, or a wrapper around it; not modified
     * @throws IllegalArgumentException if this renderer shows another kind of world
     */
    BufferedImage frame(Environment env);
}
