package skein.envs.render;

import skein.envs.Environment;
import skein.envs.maze.TMaze;

/**
 * Shows {@link TMaze} as text, two columns and one line for a cell.
 *
 * <pre>
 * ########################
 * ####################**##
 * /\    ()              ##
 * ####################  ##
 * ########################
 * </pre>
 *
 * The sign at the left says where to turn, {@code /\} north or {@code \/} south; {@code **} is
 * there. The agent is {@code ()}; unlike it, a person sees all at once.
 */
public final class TMazeText implements TextRenderer {
    private static final int HEIGHT = 5;
    private static final int MIDDLE = 2;

    /** Makes a renderer; it keeps nothing between pictures. */
    public TMazeText() {
    }

    @Override public String frame(Environment env) {
        TMaze world = Picture.world(TMaze.class, env);
        TMaze.State s = world.state();
        int fork = 1 + world.length();                 // cells from the left; the sign is the first
        Picture picture = new Picture(2 * (fork + 2), HEIGHT);
        for (int line = 0; line < HEIGHT; line++) {
            for (int cell = 0; cell < fork + 2; cell++) {
                boolean corridor = line == MIDDLE && cell <= fork;
                boolean arm = cell == fork && Math.abs(line - MIDDLE) == 1;
                if (!corridor && !arm) picture.put(2 * cell, line, "##");
            }
        }
        picture.put(0, MIDDLE, s.north() ? "/\\" : "\\/");
        picture.put(2 * fork, MIDDLE + (s.north() ? -1 : 1), "**");
        picture.put(2 * (1 + s.x()), MIDDLE - s.turn(), "()");
        return picture.toString();
    }
}
