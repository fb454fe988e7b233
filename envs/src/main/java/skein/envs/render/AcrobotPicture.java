package skein.envs.render;

import java.awt.image.BufferedImage;
import java.util.Locale;
import skein.envs.Acrobot;
import skein.envs.Environment;

/** Shows {@link Acrobot} as a picture, 320 by 320: two rods, and the line for the tip to pass. */
public final class AcrobotPicture implements PictureRenderer {
    private static final double MIDDLE_X = 160;
    private static final double MIDDLE_Y = 148;
    private static final double LENGTH = 66;               // pixels of a rod

    /** Makes a renderer; it keeps nothing between pictures. */
    public AcrobotPicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        Acrobot.State s = Canvas.world(Acrobot.class, env, this).state();
        Canvas canvas = new Canvas(Canvas.SIDE, Canvas.SIDE, Canvas.PAPER);
        double line = MIDDLE_Y - LENGTH;
        canvas.dashes(Canvas.GREEN, 12, line, Canvas.SIDE - 12, line);
        double jointX = MIDDLE_X + LENGTH * Math.sin(s.a1());
        double jointY = MIDDLE_Y + LENGTH * Math.cos(s.a1());
        double tipX = jointX + LENGTH * Math.sin(s.a1() + s.a2());
        double tipY = jointY + LENGTH * Math.cos(s.a1() + s.a2());
        canvas.line(Canvas.BLUE, 11, MIDDLE_X, MIDDLE_Y, jointX, jointY);
        canvas.line(Canvas.ORANGE, 11, jointX, jointY, tipX, tipY);
        canvas.disc(Canvas.INK, MIDDLE_X, MIDDLE_Y, 6);
        canvas.disc(Canvas.PAPER, jointX, jointY, 4);
        canvas.disc(s.reached() ? Canvas.GREEN : Canvas.INK, tipX, tipY, 7);
        canvas.centered(Canvas.INK, 14, MIDDLE_X, 306, String.format(Locale.ROOT,
                "height = %+.2f     line = +1.00", s.height()));
        return canvas.finish();
    }
}
