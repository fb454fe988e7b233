package skein.envs.render;

import java.util.Locale;
import skein.envs.Acrobot;
import skein.envs.Environment;

/**
 * Shows {@link Acrobot} as text, 41 columns by 18 lines: the two rods, the joint and the tip, the
 * line to reach, and beneath them the tip's height.
 */
public final class AcrobotText implements TextRenderer {
    /** Columns of a picture. */
    public static final int WIDTH = 41;
    /** Lines of a picture. */
    public static final int HEIGHT = 18;

    private static final int MIDDLE = 20;      // the column of the upper end
    private static final int TOP = 8;          // its line
    private static final int LENGTH = 4;       // of a rod, in lines

    /** Makes a renderer; it keeps nothing between pictures. */
    public AcrobotText() {
    }

    @Override public String frame(Environment env) {
        return draw(Picture.world(Acrobot.class, env).state());
    }

    /**
     * {@return the picture of a state}
     *
     * @param s the state
     */
    public static String draw(Acrobot.State s) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        picture.center(TOP - LENGTH, "- ".repeat(WIDTH / 2) + "-");
        double right = LENGTH * Math.sin(s.a1());
        double up = -LENGTH * Math.cos(s.a1());
        double jointColumn = MIDDLE + 2 * right;
        double jointLine = TOP - up;
        double right2 = LENGTH * Math.sin(s.a1() + s.a2());
        double up2 = -LENGTH * Math.cos(s.a1() + s.a2());
        picture.rod(MIDDLE, TOP, right, up);
        picture.rod(jointColumn, jointLine, right2, up2);
        picture.put(MIDDLE, TOP, '+');
        picture.put(Picture.nearest(jointColumn), Picture.nearest(jointLine), 'o');
        picture.put(Picture.nearest(jointColumn + 2 * right2),
                Picture.nearest(jointLine - up2), 'O');
        picture.center(HEIGHT - 1, String.format(Locale.ROOT,
                "height = %+.2f    line = +1.00", s.height()));
        return picture.toString();
    }
}
