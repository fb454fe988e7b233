package skein.envs.render;

import java.awt.Color;
import skein.envs.maze.Maze;

/** A maze from above on a square part of a canvas, 320 by 320 pixels. */
final class MazeMap {
    static final Color FLOOR = new Color(0xF4F1E8);
    static final Color DOOR = new Color(0x8A5A2B);
    static final Color WAY = new Color(0x8FB0DC);
    static final Color SHADE = new Color(0x88202830, true);
    private static final Color WALL = new Color(0x3F4A5A);

    private final Canvas canvas;
    private final int left;                                // pixels
    private final Maze maze;
    private final double cell;                             // pixels

    MazeMap(Canvas canvas, int left, Maze maze) {
        this.canvas = canvas;
        this.left = left;
        this.maze = maze;
        cell = (double) Canvas.SIDE / maze.size();
    }

    Canvas canvas() {
        return canvas;
    }

    /** {@return how many pixels a cell is wide} */
    double cell() {
        return cell;
    }

    /** {@return where the middle of a cell is, in pixels} */
    double x(int number) {
        return left + (number % maze.size() + 0.5) * cell;
    }

    /** {@return where the middle of a cell is, in pixels} */
    double y(int number) {
        return (number / maze.size() + 0.5) * cell;
    }

    void drawWalls() {
        for (int number = 0; number < maze.cells(); number++) {
            if (maze.wall(number)) fill(WALL, number);
        }
    }

    /** Fills a cell; its borders are whole pixels, so that nothing shines through between two. */
    void fill(Color color, int number) {
        int row = number / maze.size();
        int column = number % maze.size();
        long x = Math.round(column * cell);
        long y = Math.round(row * cell);
        canvas.block(color, left + x, y, Math.round((column + 1) * cell) - x,
                Math.round((row + 1) * cell) - y);
    }
}
