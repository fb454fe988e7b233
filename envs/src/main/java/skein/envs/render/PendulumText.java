package skein.envs.render;

import java.util.Locale;
import skein.envs.Environment;
import skein.envs.Pendulum;

/**
 * Shows {@link Pendulum} as text, 41 columns by 12 lines: the rod and its tip, and beneath them
 * the angle, of −180 to 180 degrees, and the angular velocity.
 */
public final class PendulumText implements TextRenderer {
    /** Columns of a picture. */
    public static final int WIDTH = 41;
    /** Lines of a picture. */
    public static final int HEIGHT = 12;

    private static final int MIDDLE = 20;      // the column of the motor
    private static final int MOTOR = 5;        // its line
    private static final int LENGTH = 5;       // of the rod, in lines

    /** Makes a renderer; it keeps nothing between pictures. */
    public PendulumText() {
    }

    @Override public String frame(Environment env) {
        return draw(Picture.world(Pendulum.class, env).state());
    }

    /**
     * {@return the picture of a state}
     *
     * @param s the state
     */
    public static String draw(Pendulum.State s) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        double right = -LENGTH * Math.sin(s.a());   // counterclockwise from upright is left
        double up = LENGTH * Math.cos(s.a());
        picture.rod(MIDDLE, MOTOR, right, up);
        picture.put(MIDDLE, MOTOR, '+');
        picture.put(Picture.nearest(MIDDLE + 2 * right), Picture.nearest(MOTOR - up), 'O');
        double degrees = Math.IEEEremainder(Math.toDegrees(s.a()), 360);
        picture.center(HEIGHT - 1, String.format(Locale.ROOT,
                "angle = %+.0f degrees    w = %+.1f rad/s", degrees, s.w()));
        return picture.toString();
    }
}
