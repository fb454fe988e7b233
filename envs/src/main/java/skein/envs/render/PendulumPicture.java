package skein.envs.render;

import java.awt.image.BufferedImage;
import java.util.Locale;
import skein.envs.Environment;
import skein.envs.Pendulum;

/** Shows {@link Pendulum} as a picture, 320 by 320; dashes mark where the rod should stand. */
public final class PendulumPicture implements PictureRenderer {
    private static final double MIDDLE_X = 160;
    private static final double MIDDLE_Y = 146;
    private static final double LENGTH = 108;              // pixels

    /** Makes a renderer; it keeps nothing between pictures. */
    public PendulumPicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        Pendulum.State s = Canvas.world(Pendulum.class, env, this).state();
        Canvas canvas = new Canvas(Canvas.SIDE, Canvas.SIDE, Canvas.PAPER);
        canvas.ring(Canvas.GRID, 1.5, MIDDLE_X, MIDDLE_Y, LENGTH);
        canvas.dashes(Canvas.GREEN, MIDDLE_X, MIDDLE_Y, MIDDLE_X, MIDDLE_Y - LENGTH - 18);
        double x = MIDDLE_X - LENGTH * Math.sin(s.a());
        double y = MIDDLE_Y - LENGTH * Math.cos(s.a());
        canvas.line(Canvas.ORANGE, 16, MIDDLE_X, MIDDLE_Y, x, y);
        canvas.disc(Canvas.INK, MIDDLE_X, MIDDLE_Y, 6);
        double turn = Math.toDegrees(Math.IEEEremainder(s.a(), 2 * Math.PI));
        canvas.centered(Canvas.INK, 14, MIDDLE_X, 306, String.format(Locale.ROOT,
                "angle = %+.0f°     w = %+.1f rad/s", turn, s.w()));
        return canvas.finish();
    }
}
