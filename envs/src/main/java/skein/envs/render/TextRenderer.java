package skein.envs.render;

import skein.envs.Environment;

/** Shows a world as plain text. */
public interface TextRenderer {
    /**
     * {@return a picture of what the world looks like now}
     *
     * <p>All pictures of one renderer have the same number of lines, and all lines the same
     * length. Lines are separated by {@code '\n'}; the last one ends without it.
     *
     * @param env a world, or a wrapper around it; not modified
     * @throws IllegalArgumentException if this renderer shows another kind of world
     */
    String frame(Environment env);

    /**
     * {@return a picture for a terminal that shows colors: characters, and between them escape
     * sequences that take no room}
     *
     * <p>Here too all pictures have the same number of lines, and all lines the same length; each
     * begins and ends without color. If a renderer knows no colors, this is {@link #frame}.
     *
     * @param env a world, or a wrapper around it; not modified
     * @throws IllegalArgumentException if this renderer shows another kind of world
     */
    default String colored(Environment env) {
        return frame(env);
    }
}
