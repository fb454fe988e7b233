/**
 * Mazes: seen from above, cell by cell, and from within, as pictures.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.maze.Maze}, the cells and the ways between them, and the class
 *     {@code Backtracker}, which carves them
 * <li>{@link skein.envs.maze.GridMaze}, the world seen from above, with {@code Level}, what lies
 *     where, and {@code GridMazeView}, what of it the agent sees
 * <li>{@link skein.envs.maze.TMaze}, the smallest world that cannot be solved without a memory
 * <li>{@link skein.envs.maze.Labyrinth}, the world seen from within, with {@code Things}, its
 *     apples and its portal, and {@code Walker}, which takes the player from one
 *     {@link skein.envs.maze.Pose} to the next and never into a wall
 * <li>{@code Painter}, what the player sees: walls by a {@code Ray} for each column of pixels, in
 *     the colors of {@code Palette} and the bricks of {@code Masonry}; over them the
 *     {@code Billboards}, each with its {@code Look} and mixed in {@code Paint}
 * </ol>
 */
package skein.envs.maze;
