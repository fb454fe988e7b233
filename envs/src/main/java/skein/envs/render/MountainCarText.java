package skein.envs.render;

import java.util.Locale;
import skein.envs.Environment;
import skein.envs.MountainCar;

/**
 * Shows {@link MountainCar} as text, 57 columns by 12 lines: the road, the car, the flag at the
 * top, and beneath them position and velocity.
 */
public final class MountainCarText implements TextRenderer {
    /** Columns of a picture. */
    public static final int WIDTH = 57;
    /** Lines of a picture. */
    public static final int HEIGHT = 12;

    private static final double LEFT = -1.2 - 1 / 30.0;   // the position in column 0
    private static final double PER_UNIT = 30;            // columns
    private static final double MIDDLE = 5.5;             // the line of height 0
    private static final double HILL = 4.5;               // lines that are a height of 1
    private static final double FLAG = 0.5;

    /** Makes a renderer; it keeps nothing between pictures. */
    public MountainCarText() {
    }

    @Override public String frame(Environment env) {
        return draw(Picture.world(MountainCar.class, env).state());
    }

    /**
     * {@return the picture of a state}
     *
     * @param s the state
     */
    public static String draw(MountainCar.State s) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        for (int column = 0; column < WIDTH; column++) {
            picture.put(column, road(LEFT + column / PER_UNIT), '.');
        }
        picture.put(column(FLAG), road(FLAG) - 1, "|>");
        picture.put(column(s.x()) - 1, road(s.x()) - 1, "[o]");
        picture.center(HEIGHT - 1, String.format(Locale.ROOT,
                "x = %+.2f    v = %+.3f", s.x(), s.v()));
        return picture.toString();
    }

    private static int column(double x) {
        return Picture.nearest((x - LEFT) * PER_UNIT);
    }

    private static int road(double x) {
        return Picture.nearest(MIDDLE - HILL * Math.sin(3 * x));
    }
}
