package skein.lab.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** A matrix in colors: white is 0, orange above, blue below; few numbers are written as well. */
public final class HeatMap {
    private static final int SIDE = 320;                     // of the whole, about, in pixels
    private static final int SIDE_WITH_NUMBERS = 480;
    private static final int MOST_NUMBERS = 12;              // in a row or column
    private static final int LARGEST = 56;                   // of a cell, in pixels
    private static final int SMALLEST = 4;
    private static final float DARK = -0.6f;                 // bluer cells have white numbers
    private static final Color ABOVE = new Color(0xE07B00);
    private static final Color BELOW = new Color(0x2563AF);
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xD9D9D4);

    private HeatMap() {
    }

    /**
     * {@return a picture of a matrix, a new one that the caller owns}
     *
     * @param values  row-major, at least rows · columns; not modified
     * @param rows    at least 1
     * @param columns at least 1
     */
    public static BufferedImage of(float[] values, int rows, int columns) {
        if (rows < 1 || columns < 1 || values.length < rows * columns) {
            throw new IllegalArgumentException("A heat map of " + rows + " rows and " + columns
                    + " columns needs " + rows * columns + " values, but got " + values.length
                    + ".");
        }
        int longest = Math.max(rows, columns);
        boolean numbers = longest <= MOST_NUMBERS;
        int cell = Math.max(SMALLEST,
                Math.min(LARGEST, (numbers ? SIDE_WITH_NUMBERS : SIDE) / longest));
        BufferedImage picture = new BufferedImage(columns * cell + 1, rows * cell + 1,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        float largest = 0;
        for (int i = 0; i < rows * columns; i++) largest = Math.max(largest, Math.abs(values[i]));
        for (int i = 0; i < rows * columns; i++) {
            int x = i % columns * cell;
            int y = i / columns * cell;
            float part = largest == 0 ? 0 : values[i] / largest;
            g.setColor(color(part));
            g.fillRect(x, y, cell, cell);
            g.setColor(part < DARK ? Color.WHITE : INK);
            if (numbers) write(g, values[i], x, y, cell);
        }
        g.setColor(GRID);
        g.drawRect(0, 0, columns * cell, rows * cell);
        g.dispose();
        return picture;
    }

    private static void write(Graphics2D g, float value, int x, int y, int cell) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e4 ? "" + (long) value
                : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
        g.drawString(text, x + (cell - g.getFontMetrics().stringWidth(text)) / 2,
                y + cell / 2 + 5);
    }

    /** From white to a color, by how far v is from 0; of −1 .. 1. */
    static Color color(float v) {
        Color end = v > 0 ? ABOVE : BELOW;
        float part = Math.abs(v);
        return new Color(between(end.getRed(), part), between(end.getGreen(), part),
                between(end.getBlue(), part));
    }

    private static int between(int end, float part) {
        return Math.round(255 + (end - 255) * part);
    }
}
