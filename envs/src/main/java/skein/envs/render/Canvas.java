package skein.envs.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import skein.envs.Environment;

/**
 * A picture to draw on, with smooth edges. Places and lengths are pixels, x to the right and y
 * downwards; an angle is in rad and turns counterclockwise.
 */
final class Canvas {
    /** Pixels of a picture's side, and of the longer one if it is wider. */
    static final int SIDE = 320;
    static final int WIDE = 480;

    static final Color PAPER = new Color(0xFAFAF7);
    static final Color INK = new Color(0x333333);
    static final Color GRAY = new Color(0x8A8A8A);
    static final Color GRID = new Color(0xD9D9D4);
    static final Color BLUE = new Color(0x2563AF);
    static final Color ORANGE = new Color(0xE07B00);
    static final Color GREEN = new Color(0x4C9A52);
    static final Color RED = new Color(0xC8352B);
    static final Color GOLD = new Color(0xE8B10A);

    private static final float[] DOTS = {5, 5};            // pixels drawn, pixels left out

    private final BufferedImage image;
    private final Graphics2D g;

    Canvas(int width, int height, Color paper) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        block(paper, 0, 0, width, height);
    }

    /** The world itself; refuses any other kind, in the name of the renderer. */
    static <W> W world(Class<W> kind, Environment env, PictureRenderer renderer) {
        Environment world = env.unwrapped();
        if (kind.isInstance(world)) return kind.cast(world);
        String name = kind.getSimpleName();
        throw new IllegalArgumentException(renderer.getClass().getSimpleName() + " shows "
                + ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name + ", but got "
                + world.getClass().getSimpleName() + ".");
    }

    /** {@return the picture; nothing is drawn on it any more} */
    BufferedImage finish() {
        g.dispose();
        return image;
    }

    void fill(Color color, Shape shape) {
        g.setColor(color);
        g.fill(shape);
    }

    void block(Color color, double x, double y, double width, double height) {
        fill(color, new Rectangle2D.Double(x, y, width, height));
    }

    /** A block with round corners. */
    void tile(Color color, double x, double y, double width, double height, double round) {
        fill(color, new RoundRectangle2D.Double(x, y, width, height, round, round));
    }

    void disc(Color color, double x, double y, double radius) {
        fill(color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void ring(Color color, double thickness, double x, double y, double radius) {
        outline(color, thickness,
                new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A line with round ends. */
    void line(Color color, double thickness, double x1, double y1, double x2, double y2) {
        outline(color, thickness, new Line2D.Double(x1, y1, x2, y2));
    }

    void outline(Color color, double thickness, Shape shape) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void dashes(Color color, double x1, double y1, double x2, double y2) {
        g.setColor(color);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                DOTS, 0));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Draws as if everything were turned around a place, and moved so that this is (0, 0). */
    void at(double x, double y, double angle, Runnable drawing) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-angle);
        drawing.run();
        g.setTransform(before);
    }

    void picture(BufferedImage small, int x, int y, int width, int height, boolean smooth) {
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, smooth
                ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(small, x, y, width, height, null);
    }

    /** Writes from x on; the letters stand on line y. */
    void text(Color color, int size, double x, double y, String text) {
        g.setColor(color);
        g.setFont(font(size));
        g.drawString(text, (float) x, (float) y);
    }

    /** Writes with the middle at x. */
    void centered(Color color, int size, double x, double y, String text) {
        text(color, size, x - width(size, text) / 2, y, text);
    }

    /** Writes so that it ends at x. */
    void rightAligned(Color color, int size, double x, double y, String text) {
        text(color, size, x - width(size, text), y, text);
    }

    /** Writes from x on, and no wider than there is room: what does not fit is cut. */
    void fitted(Color color, int size, double x, double y, double room, String text) {
        String shown = text;
        for (int n = text.length() - 1; n > 0 && width(size, shown) > room; n--) {
            shown = text.substring(0, n).strip() + "…";
        }
        text(color, size, x, y, shown);
    }

    private double width(int size, String text) {
        return g.getFontMetrics(font(size)).stringWidth(text);
    }

    private static Font font(int size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size);
    }
}
