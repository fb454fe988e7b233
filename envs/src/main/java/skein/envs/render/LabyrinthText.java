package skein.envs.render;

import skein.envs.Environment;
import skein.envs.maze.Labyrinth;
import skein.envs.maze.Maze;

/**
 * Shows {@link Labyrinth} as a map from above, two columns and one line for a cell.
 *
 * <pre>
 * ##############
 * ##  ()  ##@@##
 * ######  ##  ##
 * ##()        ##
 * ##  ##########
 * ##=>      ()##
 * ##############
 * </pre>
 *
 * Apples are {@code ()} and the portal is {@code @@}. The player is {@code /\}, {@code =>},
 * {@code \/} or {@code <=}, whichever is nearest to where it looks: north, east, south or west.
 */
public final class LabyrinthText implements TextRenderer {
    private static final String[] PLAYER = {"/\\", "=>", "\\/", "<="};

    /** Makes a renderer; it keeps nothing between pictures. */
    public LabyrinthText() {
    }

    @Override public String frame(Environment env) {
        return draw(env, false);
    }

    @Override public String colored(Environment env) {
        return draw(env, true);
    }

    private static String draw(Environment env, boolean color) {
        if (!(env.unwrapped() instanceof Labyrinth world)) {
            throw new IllegalArgumentException("LabyrinthText shows a Labyrinth, but got "
                    + env.unwrapped().getClass().getSimpleName() + ".");
        }
        Maze maze = world.maze();
        int player = (int) world.pose().y() * maze.size() + (int) world.pose().x();
        StringBuilder text = new StringBuilder(2 * maze.cells() + maze.size());
        for (int cell = 0; cell < maze.cells(); cell++) {
            if (cell > 0 && cell % maze.size() == 0) text.append('\n');
            String picture = cell == player ? player(world) : picture(world, cell);
            text.append(color ? MazeColors.of(picture) : picture);
        }
        return text.toString();
    }

    private static String player(Labyrinth world) {
        double quarters = 4.0 * world.pose().heading() / world.options().headings();
        return PLAYER[(int) Math.rint(quarters) % 4];
    }

    private static String picture(Labyrinth world, int cell) {
        if (world.maze().wall(cell)) return "##";
        if (cell == world.portal()) return "@@";
        return world.appleAt(cell) ? "()" : "  ";
    }
}
