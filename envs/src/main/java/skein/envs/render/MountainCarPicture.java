package skein.envs.render;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import skein.envs.Environment;
import skein.envs.MountainCar;

/** Shows {@link MountainCar} as a picture, 480 by 320: the valley, the car, the flag. */
public final class MountainCarPicture implements PictureRenderer {
    private static final double LEFT = -1.2;               // position
    private static final double RIGHT = 0.6;
    private static final double FLAG = 0.5;
    private static final double MARGIN = 15;               // pixels
    private static final double PER_POSITION = (Canvas.WIDE - 2 * MARGIN) / (RIGHT - LEFT);
    private static final double MIDDLE = 168;              // y of height 0
    private static final double PER_HEIGHT = 95;           // pixels
    private static final Color HILL = new Color(0xD8E2CF);

    /** Makes a renderer; it keeps nothing between pictures. */
    public MountainCarPicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        MountainCar.State s = Canvas.world(MountainCar.class, env, this).state();
        Canvas canvas = new Canvas(Canvas.WIDE, Canvas.SIDE, Canvas.PAPER);
        drawHills(canvas);
        drawFlag(canvas);
        drawCar(canvas, s.x());
        canvas.centered(Canvas.INK, 14, Canvas.WIDE / 2.0, 306, String.format(Locale.ROOT,
                "x = %+.2f     v = %+.3f", s.x(), s.v()));
        return canvas.finish();
    }

    private static double x(double position) {
        return MARGIN + PER_POSITION * (position - LEFT);
    }

    private static double y(double position) {
        return MIDDLE - PER_HEIGHT * Math.sin(3 * position);
    }

    private static void drawHills(Canvas canvas) {
        Path2D road = new Path2D.Double();
        double first = LEFT - MARGIN / PER_POSITION;
        road.moveTo(x(first), y(first));
        for (double column = 1; column <= Canvas.WIDE; column++) {
            double position = first + column / PER_POSITION;
            road.lineTo(x(position), y(position));
        }
        Path2D hills = new Path2D.Double(road);
        hills.lineTo(Canvas.WIDE, Canvas.SIDE);
        hills.lineTo(0, Canvas.SIDE);
        canvas.fill(HILL, hills);
        canvas.outline(Canvas.GREEN, 3, road);
        canvas.line(Canvas.RED, 4, x(LEFT), y(LEFT), x(LEFT), y(LEFT) - 26);
    }

    private static void drawFlag(Canvas canvas) {
        double x = x(FLAG);
        double y = y(FLAG);
        Path2D cloth = new Path2D.Double();
        cloth.moveTo(x, y - 52);
        cloth.lineTo(x + 26, y - 43);
        cloth.lineTo(x, y - 34);
        canvas.fill(Canvas.ORANGE, cloth);
        canvas.line(Canvas.INK, 2.5, x, y, x, y - 52);
    }

    private static void drawCar(Canvas canvas, double position) {
        double slope = PER_HEIGHT * 3 * Math.cos(3 * position) / PER_POSITION;
        canvas.at(x(position), y(position), Math.atan(slope), () -> {
            canvas.tile(Canvas.BLUE, -20, -22, 40, 14, 8);
            canvas.tile(Canvas.BLUE, -11, -31, 21, 14, 10);
            canvas.tile(Canvas.PAPER, -7, -27, 13, 6, 3);
            for (int side = -1; side <= 1; side += 2) {
                canvas.disc(Canvas.INK, side * 12, -8, 6.5);
                canvas.disc(Canvas.GRID, side * 12, -8, 2.2);
            }
        });
    }
}
