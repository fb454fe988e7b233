package skein.envs.render;

import java.awt.image.BufferedImage;
import java.util.Locale;
import skein.envs.CartPole;
import skein.envs.Environment;

/**
 * Shows {@link CartPole} as a picture, 480 by 320: a meter is 85 pixels, and the pole leans as it
 * does. Dashes mark the 12° at which all is over, and posts the ends of the track.
 */
public final class CartPolePicture implements PictureRenderer {
    private static final double PER_METER = 85;            // pixels
    private static final double MIDDLE = Canvas.WIDE / 2.0;
    private static final double TRACK = 238;               // y
    private static final double TRACK_END = 2.4;           // m
    private static final double POLE = 1;                  // m
    private static final double FALLEN = Math.toRadians(12);
    private static final double CART = 54;                 // pixels wide
    private static final double WHEEL = 7;                 // pixels, radius
    private static final double AXLE = 34;                 // pixels above the track

    /** Makes a renderer; it keeps nothing between pictures. */
    public CartPolePicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        CartPole.State s = Canvas.world(CartPole.class, env, this).state();
        Canvas canvas = new Canvas(Canvas.WIDE, Canvas.SIDE, Canvas.PAPER);
        double x = MIDDLE + PER_METER * s.x();
        drawTrack(canvas);
        drawCart(canvas, x);
        drawPole(canvas, x, s.a());
        canvas.centered(Canvas.INK, 14, MIDDLE, 296, String.format(Locale.ROOT,
                "x = %+.2f m     angle = %+.1f°", s.x(), Math.toDegrees(s.a())));
        return canvas.finish();
    }

    private static void drawTrack(Canvas canvas) {
        double left = MIDDLE - PER_METER * TRACK_END;
        double right = MIDDLE + PER_METER * TRACK_END;
        canvas.line(Canvas.GRAY, 3, left, TRACK, right, TRACK);
        for (int meter = -2; meter <= 2; meter++) {
            double x = MIDDLE + PER_METER * meter;
            canvas.line(Canvas.GRAY, 1.5, x, TRACK, x, TRACK + 7);
            canvas.centered(Canvas.GRAY, 11, x, TRACK + 22, meter + " m");
        }
        canvas.line(Canvas.RED, 4, left, TRACK, left, TRACK - 22);
        canvas.line(Canvas.RED, 4, right, TRACK, right, TRACK - 22);
    }

    private static void drawCart(Canvas canvas, double x) {
        double top = TRACK - AXLE - 4;
        canvas.tile(Canvas.BLUE, x - CART / 2, top, CART, AXLE + 4 - WHEEL, 8);
        for (int side = -1; side <= 1; side += 2) {
            canvas.disc(Canvas.INK, x + side * CART / 3, TRACK - WHEEL, WHEEL);
            canvas.disc(Canvas.GRID, x + side * CART / 3, TRACK - WHEEL, WHEEL / 3);
        }
    }

    private static void drawPole(Canvas canvas, double x, double angle) {
        double axle = TRACK - AXLE;
        double length = PER_METER * POLE;
        for (int side = -1; side <= 1; side += 2) {
            double reach = 1.25 * length;
            canvas.dashes(Canvas.GRID, x, axle, x + side * reach * Math.sin(FALLEN),
                    axle - reach * Math.cos(FALLEN));
        }
        canvas.line(Canvas.ORANGE, 9, x, axle, x + length * Math.sin(angle),
                axle - length * Math.cos(angle));
        canvas.disc(Canvas.PAPER, x, axle, 3);
    }
}
