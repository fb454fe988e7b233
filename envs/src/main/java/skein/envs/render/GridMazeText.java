package skein.envs.render;

import skein.envs.Environment;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Maze;

/**
 * Shows {@link GridMaze} as text from above, two columns and one line for a cell.
 *
 * <pre>
 * ##################
 * ##      ##      ##
 * ##  ##  ##  ##  ##
 * ##()##      ##  ##
 * ##############  ##
 * ##**##      ##  ##
 * ##  ##[]##  ##  ##
 * ##      ##kk    ##
 * ##################
 * </pre>
 *
 * The agent is {@code ()}, the goal {@code **}, the key {@code kk} and the closed door {@code []}.
 * Walls that the agent does not see are {@code ::}.
 */
public final class GridMazeText implements TextRenderer {
    /** Makes a renderer; it keeps nothing between pictures. */
    public GridMazeText() {
    }

    @Override public String frame(Environment env) {
        return draw(env, false);
    }

    @Override public String colored(Environment env) {
        return draw(env, true);
    }

    private static String draw(Environment env, boolean color) {
        if (!(env.unwrapped() instanceof GridMaze world)) {
            throw new IllegalArgumentException("GridMazeText shows a GridMaze, but got "
                    + env.unwrapped().getClass().getSimpleName() + ".");
        }
        Maze maze = world.maze();
        StringBuilder text = new StringBuilder(2 * maze.cells() + maze.size());
        for (int cell = 0; cell < maze.cells(); cell++) {
            if (cell > 0 && cell % maze.size() == 0) text.append('\n');
            String picture = picture(world, cell);
            text.append(!color ? picture : cell == world.agent() ? MazeColors.walker(picture)
                    : MazeColors.of(picture));
        }
        return text.toString();
    }

    private static String picture(GridMaze world, int cell) {
        if (cell == world.agent()) return "()";
        if (cell == world.goal()) return "**";
        if (cell == world.key()) return "kk";
        if (cell == world.door()) return "[]";
        if (!world.maze().wall(cell)) return "  ";
        return seen(world, cell) ? "##" : "::";
    }

    private static boolean seen(GridMaze world, int cell) {
        int radius = world.options().radius();
        int size = world.maze().size();
        int rows = Math.abs(cell / size - world.agent() / size);
        int columns = Math.abs(cell % size - world.agent() % size);
        return radius == 0 || Math.max(rows, columns) <= radius;
    }
}
