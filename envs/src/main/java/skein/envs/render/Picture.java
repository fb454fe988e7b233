package skein.envs.render;

import java.util.Arrays;
import skein.envs.Environment;

/**
 * Lines of characters to draw on; what lies outside is not shown.
 *
 * <p>A line is as high as two columns are wide.
 */
final class Picture {
    private final char[][] lines;

    Picture(int width, int height) {
        lines = new char[height][width];
        for (char[] line : lines) Arrays.fill(line, ' ');
    }

    /** The world itself; refuses any other kind. */
    static <W extends Environment> W world(Class<W> kind, Environment env) {
        Environment world = env.unwrapped();
        if (kind.isInstance(world)) return kind.cast(world);
        String name = kind.getSimpleName();
        throw new IllegalArgumentException(name + "Text shows "
                + ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name + ", but got "
                + world.getClass().getSimpleName() + ".");
    }

    void put(int column, int line, char c) {
        boolean inside = 0 <= line && line < lines.length
                && 0 <= column && column < lines[line].length;
        if (inside) lines[line][column] = c;
    }

    void put(int column, int line, String text) {
        for (int i = 0; i < text.length(); i++) put(column + i, line, text.charAt(i));
    }

    void center(int line, String text) {
        put((lines[line].length - text.length()) / 2, line, text);
    }

    /**
     * Draws a rod without its ends.
     *
     * @param column where it begins
     * @param line   where it begins
     * @param right  how far it reaches to the right, in lines
     * @param up     how far it reaches up, in lines
     */
    void rod(double column, double line, double right, double up) {
        char piece = piece(right, up);
        int points = (int) Math.ceil(Math.max(2 * Math.abs(right), Math.abs(up)));
        for (int k = 1; k < points; k++) {
            double part = (double) k / points;
            put(nearest(column + 2 * right * part), nearest(line - up * part), piece);
        }
    }

    /** The character whose stroke is nearest to the direction. */
    private static char piece(double right, double up) {
        double steep = Math.abs(up) / Math.hypot(right, up);
        if (steep > Math.cos(Math.PI / 8)) return '|';
        if (steep < Math.sin(Math.PI / 8)) return '-';
        return right * up > 0 ? '/' : '\\';
    }

    /** The nearest column or line; rint, and not round, so that left mirrors right. */
    static int nearest(double place) {
        return (int) Math.rint(place);
    }

    @Override public String toString() {
        StringBuilder text = new StringBuilder();
        for (char[] line : lines) text.append(line).append('\n');
        return text.substring(0, text.length() - 1);
    }
}
