package skein.lab.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws what a table of Q makes of the {@link Cliff}. */
final class CliffPicture {
    private static final int CELL = 66;                      // pixels
    private static final int EDGE = 8;
    private static final String ARROWS = "↑→↓←";
    private static final Color CLIFF = new Color(0x5B4A3F);
    private static final Color LINES = new Color(0xB8BCC4);
    private static final Color PATH = new Color(0xF6C58A);
    private static final Color WORTH_MUCH = new Color(0xDDEBFA);
    private static final Color WORTH_LITTLE = new Color(0xFFFFFF);

    private CliffPicture() {
    }

    static BufferedImage of(double[][] Q) {
        BufferedImage picture = new BufferedImage(Cliff.COLUMNS * CELL + 2 * EDGE,
                Cliff.ROWS * CELL + 2 * EDGE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.translate(EDGE, EDGE);
        double least = 0;
        for (int s = 0; s < Cliff.START; s++) least = Math.min(least, Q[s][Cliff.best(Q, s)]);
        for (int s = 0; s < Cliff.STATES; s++) fillCell(g, Q, s, least);
        drawPath(g, Cliff.path(Q));
        g.setColor(Color.DARK_GRAY);
        for (int s = 0; s < Cliff.STATES; s++) labelCell(g, Q, s);
        g.dispose();
        return picture;
    }

    private static void fillCell(Graphics2D g, double[][] Q, int s, double least) {
        double worth = least < 0 ? 1 - Q[s][Cliff.best(Q, s)] / least : 0;
        g.setColor(Cliff.isCliff(s) ? CLIFF : s == Cliff.GOAL ? Color.WHITE : shade(worth));
        g.fillRect(left(s), top(s), CELL, CELL);
        g.setColor(LINES);
        g.drawRect(left(s), top(s), CELL, CELL);
    }

    private static void labelCell(Graphics2D g, double[][] Q, int s) {
        if (Cliff.isCliff(s)) return;
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        if (s == Cliff.START) center(g, "start", s, 14);
        if (s == Cliff.GOAL) {
            center(g, "goal", s, 14);
            return;
        }
        int best = Cliff.best(Q, s);
        center(g, String.format(Locale.ROOT, "%.1f", Q[s][best]), s, CELL - 8);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        center(g, ARROWS.substring(best, best + 1), s, CELL / 2 + 5);
    }

    private static int left(int s) {
        return s % Cliff.COLUMNS * CELL;
    }

    private static int top(int s) {
        return s / Cliff.COLUMNS * CELL;
    }

    private static Color shade(double part) {
        double p = Math.max(0, Math.min(1, part));
        return new Color(mix(WORTH_LITTLE.getRed(), WORTH_MUCH.getRed(), p),
                mix(WORTH_LITTLE.getGreen(), WORTH_MUCH.getGreen(), p),
                mix(WORTH_LITTLE.getBlue(), WORTH_MUCH.getBlue(), p));
    }

    private static int mix(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }

    private static void center(Graphics2D g, String text, int s, int y) {
        int free = CELL - g.getFontMetrics().stringWidth(text);
        g.drawString(text, left(s) + free / 2, top(s) + y);
    }

    private static void drawPath(Graphics2D g, List<Integer> path) {
        g.setColor(PATH);
        g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i < path.size(); i++) {
            g.drawLine(left(path.get(i - 1)) + CELL / 2, top(path.get(i - 1)) + CELL / 2,
                    left(path.get(i)) + CELL / 2, top(path.get(i)) + CELL / 2);
        }
    }
}
