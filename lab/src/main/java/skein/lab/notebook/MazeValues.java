package skein.lab.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import skein.envs.maze.GridMaze;

/** Pictures of a maze that show what a table of Q knows of it. */
public final class MazeValues {
    private static final int CELL = 22;                      // pixels
    private static final int GAP = 24;
    private static final int CAPTION = 26;
    private static final String ARROWS = "↑→↓←";             // north, east, south, west
    private static final Color WALL = new Color(0x5B4A3F);
    private static final Color FLOOR = new Color(0xF4F4F2);
    private static final Color GOAL = new Color(0xE07B00);
    private static final int FAINT = 0x40;                   // of 255
    private static final int STRONG = 0xE0;

    private MazeValues() {
    }

    /**
     * {@return the same maze once for each table: in each cell that has a positive value an arrow
     * to where the best action leads, the darker the more it is worth}
     *
     * @param maze     after a reset; not modified
     * @param captions a line above each
     * @param tables   Q, [cells, 4] each; not modified
     */
    public static BufferedImage picture(GridMaze maze, String[] captions, double[][]... tables) {
        int width = maze.maze().size() * CELL;
        BufferedImage picture = new BufferedImage(tables.length * (width + GAP), width + CAPTION,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int k = 0; k < tables.length; k++) {
            g.setColor(Color.DARK_GRAY);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            g.drawString(captions[k], 0, CAPTION - 9);
            g.translate(0, CAPTION);
            draw(g, maze, tables[k]);
            g.translate(width + GAP, -CAPTION);
        }
        g.dispose();
        return picture;
    }

    private static void draw(Graphics2D g, GridMaze maze, double[][] Q) {
        int n = maze.maze().size();
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        for (int cell = 0; cell < n * n; cell++) {
            int x = cell % n * CELL;
            int y = cell / n * CELL;
            int best = best(Q[cell]);
            boolean floor = !maze.maze().wall(cell);
            boolean known = floor && cell != maze.goal() && Q[cell][best] > 0;
            g.setColor(cell == maze.goal() ? GOAL : floor ? FLOOR : WALL);
            g.fillRect(x, y, CELL, CELL);
            if (!known) continue;
            g.setColor(blue(Q[cell][best]));
            g.fillRect(x, y, CELL, CELL);
            g.setColor(Color.BLACK);
            g.drawString(ARROWS.substring(best, best + 1), x + 4, y + CELL - 6);
        }
    }

    private static int best(double[] q) {
        int best = 0;
        for (int a = 1; a < q.length; a++) {
            if (q[a] > q[best]) best = a;
        }
        return best;
    }

    /** The goal pays 1, so no value is larger. */
    private static Color blue(double value) {
        int alpha = FAINT + (int) ((STRONG - FAINT) * Math.min(1, value));
        return new Color(0x4C, 0x8F, 0xD8, alpha);
    }
}
