package skein.envs.render;

import java.util.Arrays;
import java.util.Locale;
import skein.envs.CartPole;
import skein.envs.Environment;

/**
 * Shows {@link CartPole} as text, 61 columns by 8 lines.
 *
 * <pre>
 *                                           O
 *                                          /
 *                                         /
 *                                        /
 *                                       /
 *                                    [==+==]
 *       |-----------------------+-----------------------|
 *              x = +0.80 m    angle = +9.0 degrees
 * </pre>
 *
 * A meter is 10 columns or 5 lines, and the pole is as long as the real one. Only its lean is
 * drawn 2.5 times as large, because at 12° all is over.
 */
public final class CartPoleText implements TextRenderer {
    /** Columns of a picture. */
    public static final int WIDTH = 61;
    /** Lines of a picture. */
    public static final int HEIGHT = 8;

    private static final int POLE = 5;                // lines 0 .. 4, the tip first
    private static final int CART = 5;
    private static final int TRACK = 6;
    private static final int TEXT = 7;

    private static final double MIDDLE = 30;          // the column of x = 0
    private static final double PER_METER = 10;       // columns
    private static final double TRACK_END = 2.4;      // m, where the episode ends
    private static final double LINE = 2;             // columns that are as long as a line is high
    private static final double LEAN = 2.5;           // drawn over real
    private static final double MOST_LEAN = Math.toRadians(30);

    /** Makes a renderer; it keeps nothing between pictures. */
    public CartPoleText() {
    }

    @Override public String frame(Environment env) {
        if (!(env.unwrapped() instanceof CartPole cartPole)) {
            throw new IllegalArgumentException("CartPoleText shows a CartPole, but got "
                    + env.unwrapped().getClass().getSimpleName() + ".");
        }
        return draw(cartPole.state());
    }

    /**
     * {@return the picture of a state}
     *
     * @param s the state
     */
    public static String draw(CartPole.State s) {
        char[][] picture = new char[HEIGHT][WIDTH];
        for (char[] line : picture) Arrays.fill(line, ' ');
        drawTrack(picture[TRACK]);
        drawCart(picture[CART], s);
        drawPole(picture, s);
        drawNumbers(picture[TEXT], s);
        StringBuilder text = new StringBuilder(HEIGHT * (WIDTH + 1));
        for (char[] line : picture) text.append(line).append('\n');
        return text.substring(0, text.length() - 1);
    }

    private static void drawTrack(char[] line) {
        int left = column(-TRACK_END);
        int right = column(TRACK_END);
        Arrays.fill(line, left, right, '-');
        line[left] = '|';
        line[column(0)] = '+';
        line[right] = '|';
    }

    private static void drawCart(char[] line, CartPole.State s) {
        String cart = "[==+==]";
        int left = column(s.x()) - cart.length() / 2;
        for (int i = 0; i < cart.length(); i++) put(line, left + i, cart.charAt(i));
    }

    private static void drawPole(char[][] picture, CartPole.State s) {
        double lean = Math.max(-MOST_LEAN, Math.min(MOST_LEAN, LEAN * s.a()));
        double slope = Math.tan(lean) / PER_METER * LINE;   // m to the right per line up
        for (int k = 0; k < POLE; k++) {
            int below = column(s.x() + slope * (k - 0.5));
            int here = column(s.x() + slope * (k + 0.5));
            int above = column(s.x() + slope * (k + 1.5));
            char piece = above > below ? '/' : above < below ? '\\' : '|';
            put(picture[POLE - 1 - k], here, k == POLE - 1 ? 'O' : piece);
        }
    }

    private static void drawNumbers(char[] line, CartPole.State s) {
        String text = String.format(Locale.ROOT, "x = %+.2f m    angle = %+.1f degrees",
                s.x(), Math.toDegrees(s.a()));
        int left = (WIDTH - text.length()) / 2;
        for (int i = 0; i < text.length(); i++) put(line, left + i, text.charAt(i));
    }

    /** The nearest column; rint, and not round, so that left mirrors right. */
    private static int column(double x) {
        return (int) (MIDDLE + Math.rint(x * PER_METER));
    }

    /** What lies outside the picture is not shown. */
    private static void put(char[] line, int column, char c) {
        if (0 <= column && column < line.length) line[column] = c;
    }
}
