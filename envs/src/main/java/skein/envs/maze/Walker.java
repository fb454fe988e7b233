package skein.envs.maze;

import java.util.List;

/**
 * The physics of a {@link Labyrinth}: how the player turns and walks.
 *
 * <p>The player is a square, 2 · {@link #RADIUS} wide, along the axes. It moves along x and then
 * along y, each as far as the walls let it; so it slides along a wall into which it walks at an
 * angle. A stride of at most half a cell cannot leap over a wall.
 */
final class Walker {
    static final int FORWARD = 0;
    static final int BACK = 1;
    static final int TURN_LEFT = 2;
    static final int TURN_RIGHT = 3;
    static final int STRAFE_LEFT = 4;
    static final int STRAFE_RIGHT = 5;
    static final int ACTIONS = 6;
    static final List<String> NAMES = List.of("forward", "back", "turn left", "turn right",
            "strafe left", "strafe right");

    /** From the player's middle to its sides, in cells. */
    static final double RADIUS = 0.2;

    private static final double GAP = 1e-9;  // to a wall, so that no rounding puts a side in it

    private final double stride;             // cells
    private final int headings;              // in a full turn
    private final double[] sin;              // [headings]
    private final double[] cos;              // [headings]

    /** Makes the physics of a stride in cells, at most 0.5, and a number of headings. */
    Walker(double stride, int headings) {
        this.stride = stride;
        this.headings = headings;
        sin = new double[headings];
        cos = new double[headings];
        for (int k = 0; k < headings; k++) {
            sin[k] = StrictMath.sin(2 * Math.PI * k / headings);
            cos[k] = StrictMath.cos(2 * Math.PI * k / headings);
        }
    }

    /** {@return how far a heading goes east} */
    double eastward(int heading) {
        return sin[heading];
    }

    /** {@return how far a heading goes south} */
    double southward(int heading) {
        return -cos[heading];
    }

    /** {@return where one action leads} */
    Pose next(Maze maze, Pose p, int action) {
        double east = stride * eastward(p.heading());    // a stride forward
        double south = stride * southward(p.heading());
        return switch (action) {
            case FORWARD -> walk(maze, p, east, south);
            case BACK -> walk(maze, p, -east, -south);
            case TURN_LEFT -> new Pose(p.x(), p.y(), (p.heading() + headings - 1) % headings);
            case TURN_RIGHT -> new Pose(p.x(), p.y(), (p.heading() + 1) % headings);
            case STRAFE_LEFT -> walk(maze, p, south, -east);
            case STRAFE_RIGHT -> walk(maze, p, -south, east);
            default -> throw new IllegalArgumentException(
                    "Action " + action + " is not one of 0 .. 5.");
        };
    }

    private static Pose walk(Maze maze, Pose p, double dx, double dy) {
        double x = alongX(maze, p.x(), p.y(), dx);
        double y = alongY(maze, x, p.y(), dy);
        return new Pose(x, y, p.heading());
    }

    private static double alongX(Maze maze, double x, double y, double dx) {
        double to = x + dx;
        int column = cell(dx > 0 ? to + RADIUS : to - RADIUS);
        boolean free = !maze.wall(cell(y - RADIUS), column)
                && !maze.wall(cell(y + RADIUS), column);
        return free ? to : beside(column, dx);
    }

    private static double alongY(Maze maze, double x, double y, double dy) {
        double to = y + dy;
        int row = cell(dy > 0 ? to + RADIUS : to - RADIUS);
        boolean free = !maze.wall(row, cell(x - RADIUS)) && !maze.wall(row, cell(x + RADIUS));
        return free ? to : beside(row, dy);
    }

    /** Where the middle is if a side touches a row or column of cells. */
    private static double beside(int cell, double direction) {
        return direction > 0 ? cell - RADIUS - GAP : cell + 1 + RADIUS + GAP;
    }

    private static int cell(double coordinate) {
        return (int) Math.floor(coordinate);
    }
}
