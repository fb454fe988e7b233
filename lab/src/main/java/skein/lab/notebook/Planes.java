package skein.lab.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Several planes beside each other, in the colors of {@link HeatMap} on one scale: the channels of
 * an observation, the filters of a convolution, or what these make of an observation.
 */
public final class Planes {
    private static final int WIDTH = 760;                    // of a row, at most, in pixels
    private static final int SIDE = 116;                     // of a plane, at most, in pixels
    private static final int GAP = 10;
    private static final int LABEL = 18;                     // above each plane, if there are names
    private static final Color INK = new Color(0x333333);
    private static final Color FRAME = new Color(0xB5B5B0);

    private Planes() {
    }

    /**
     * {@return a picture of planes, a new one that the caller owns}
     *
     * @param values  [N, rows, columns], at least so many; not modified
     * @param rows    of a plane, at least 1
     * @param columns of a plane, at least 1
     * @param planes  N ≥ 1
     * @param names   what to write above each; none, or N
     */
    public static BufferedImage of(float[] values, int planes, int rows, int columns,
                                   String... names) {
        if (planes < 1 || rows < 1 || columns < 1 || values.length < planes * rows * columns) {
            throw new IllegalArgumentException(planes + " planes of " + rows + " × " + columns
                    + " need " + planes * rows * columns + " values, but got " + values.length
                    + ".");
        }
        if (names.length != 0 && names.length != planes) {
            throw new IllegalArgumentException(planes + " planes need as many names, or none, but "
                    + "got " + names.length + ".");
        }
        int cell = Math.max(1, SIDE / Math.max(rows, columns));
        int label = names.length == 0 ? 0 : LABEL;
        int acrossOne = columns * cell + GAP;
        int perRow = Math.max(1, Math.min(planes, WIDTH / acrossOne));
        int downOne = rows * cell + GAP + label;
        BufferedImage picture = new BufferedImage(perRow * acrossOne,
                (planes + perRow - 1) / perRow * downOne, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        float largest = largest(values, planes * rows * columns);
        for (int n = 0; n < planes; n++) {
            int x = n % perRow * acrossOne;
            int y = n / perRow * downOne + label;
            g.setColor(INK);
            if (label > 0) g.drawString(names[n], x, y - 5);
            plane(g, values, n * rows * columns, rows, columns, x, y, cell, largest);
        }
        g.dispose();
        return picture;
    }

    private static float largest(float[] values, int n) {
        float largest = 0;
        for (int i = 0; i < n; i++) largest = Math.max(largest, Math.abs(values[i]));
        return largest;
    }

    private static void plane(Graphics2D g, float[] values, int from, int rows, int columns, int x,
                              int y, int cell, float largest) {
        for (int i = 0; i < rows * columns; i++) {
            g.setColor(HeatMap.color(largest == 0 ? 0 : values[from + i] / largest));
            g.fillRect(x + i % columns * cell, y + i / columns * cell, cell, cell);
        }
        g.setColor(FRAME);
        g.drawRect(x, y, columns * cell - 1, rows * cell - 1);
    }
}
