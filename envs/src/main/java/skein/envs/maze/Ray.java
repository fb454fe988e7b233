package skein.envs.maze;

/**
 * A line of sight, from a point on the floor to the first wall.
 *
 * <p>It goes from cell to neighboring cell, always over the border that is nearest on the line, and
 * never from corner to corner: so it cannot slip between two walls that touch at a corner. Source:
 * J. Amanatides, A. Woo, <i>A fast voxel traversal algorithm for ray tracing</i>, 1987.
 *
 * <p>One ray is cast again and again; its fields tell about the last time.
 */
final class Ray {
    /** How far the wall is, in lengths of the direction; at least 0. */
    double distance;
    /** The wall's cell. */
    int cell;
    /** The side of that cell that was hit: 0 north, 1 east, 2 south, 3 west. */
    int side;
    /** Where the side was hit: 0 is its left end as one looks at it, 1 its right end. */
    double across;

    /** Looks from (x, y), which lies on floor, into the direction (dx, dy), which is not (0, 0). */
    void cast(Maze maze, double x, double y, double dx, double dy) {
        int column = (int) x;
        int row = (int) y;
        int stepX = dx > 0 ? 1 : -1;
        int stepY = dy > 0 ? 1 : -1;
        double perColumn = Math.abs(1 / dx);         // distance from border to border, maybe ∞
        double perRow = Math.abs(1 / dy);
        double nextX = dx == 0 ? perColumn : (dx > 0 ? column + 1 - x : x - column) * perColumn;
        double nextY = dy == 0 ? perRow : (dy > 0 ? row + 1 - y : y - row) * perRow;
        boolean overX;                               // whether the last border was west or east
        do {
            overX = nextX < nextY;
            if (overX) {
                distance = nextX;
                nextX += perColumn;
                column += stepX;
            } else {
                distance = nextY;
                nextY += perRow;
                row += stepY;
            }
        } while (!maze.wall(row, column));
        cell = row * maze.size() + column;
        if (overX) {
            side = dx > 0 ? Compass.WEST : Compass.EAST;
            double south = y + distance * dy - row;  // from the northern end
            across = dx > 0 ? south : 1 - south;
        } else {
            side = dy > 0 ? Compass.NORTH : Compass.SOUTH;
            double east = x + distance * dx - column;
            across = dy > 0 ? 1 - east : east;
        }
    }
}
