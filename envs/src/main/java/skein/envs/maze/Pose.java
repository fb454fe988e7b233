package skein.envs.maze;

/**
 * Where the player of a {@link Labyrinth} stands, and where it looks. A cell is 1 long.
 *
 * @param x       from the western border to the east, in cells; the column is ⌊x⌋
 * @param y       from the northern border to the south, in cells; the row is ⌊y⌋
 * @param heading 0 is north, then clockwise; how many there are in a turn, the labyrinth says
 */
public record Pose(double x, double y, int heading) {
}
