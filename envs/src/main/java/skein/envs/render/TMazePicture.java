package skein.envs.render;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import skein.envs.Environment;
import skein.envs.maze.TMaze;

/**
 * Shows {@link TMaze} as a picture from above, 480 by 320: the sign, the corridor, the fork, where
 * the goal is, and the agent. What the agent does not see lies in the shade.
 */
public final class TMazePicture implements PictureRenderer {
    private static final double MARGIN = 20;               // pixels
    private static final double LARGEST = 60;              // of a cell
    private static final double MIDDLE = Canvas.SIDE / 2.0;

    /** Makes a renderer; it keeps nothing between pictures. */
    public TMazePicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        TMaze world = Canvas.world(TMaze.class, env, this);
        TMaze.State s = world.state();
        int cells = world.length() + 1;
        double cell = Math.min(LARGEST, (Canvas.WIDE - 2 * MARGIN) / cells);
        Canvas canvas = new Canvas(Canvas.WIDE, Canvas.SIDE, Canvas.INK);
        for (int x = 0; x < cells; x++) floor(canvas, cell, x, 0, x == s.x() && s.turn() == 0);
        for (int turn = -1; turn <= 1; turn += 2) {
            floor(canvas, cell, world.length(), turn, turn == s.turn());
        }
        int up = s.north() ? 1 : -1;
        sign(canvas, x(cell, 0), cell, up);
        canvas.disc(Canvas.GREEN, x(cell, world.length()), MIDDLE - up * cell, 0.3 * cell);
        double y = MIDDLE - s.turn() * cell;
        canvas.disc(Canvas.BLUE, x(cell, s.x()), y, 0.3 * cell);
        canvas.disc(Color.WHITE, x(cell, s.x()), y, 0.1 * cell);
        return canvas.finish();
    }

    /** The middle of a cell of the corridor. */
    private static double x(double cell, int steps) {
        return MARGIN + (steps + 0.5) * cell;
    }

    private static void floor(Canvas canvas, double cell, int x, int turn, boolean seen) {
        canvas.block(seen ? Canvas.PAPER : Canvas.GRID, x(cell, x) - cell / 2,
                MIDDLE - (turn + 0.5) * cell, cell, cell);
    }

    /** An arrow on the wall behind the first cell. */
    private static void sign(Canvas canvas, double x, double cell, int up) {
        double y = MIDDLE - up * cell;
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, y - up * 0.35 * cell);
        arrow.lineTo(x - 0.3 * cell, y + up * 0.3 * cell);
        arrow.lineTo(x + 0.3 * cell, y + up * 0.3 * cell);
        arrow.closePath();
        canvas.fill(Canvas.ORANGE, arrow);
    }
}
