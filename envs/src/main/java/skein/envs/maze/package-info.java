/**
 * Mazes: seen from above, cell by cell, and from within, as pictures.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.maze.Maze}, the cells and the ways between them, and the class
 *     {@code Backtracker}, which carves them
 * <li>{@link skein.envs.maze.GridMaze}, the world seen from above, with {@code Level}, what lies
 *     where, and {@code GridMazeView}, what of it the agent sees
 * </ol>
 */
package skein.envs.maze;
