package skein.envs.render;

import java.util.Arrays;
import skein.envs.Environment;
import skein.envs.maze.Labyrinth;

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
 * {@code \/} or {@code <=}, whichever is nearest to where it looks: north, east, south or west. In
 * color, what the player sees is beside the map, two pixels a character.
 */
public final class LabyrinthText implements TextRenderer {
    private static final int VIEW = 40;                    // columns, and twice the lines
    private static final String[] PLAYER = {"/\\", "=>", "\\/", "<="};

    /** Makes a renderer; it keeps nothing between pictures. */
    public LabyrinthText() {
    }

    @Override public String frame(Environment env) {
        return String.join("\n", map(world(env), false));
    }

    /** Beside the map, what the player sees. */
    @Override public String colored(Environment env) {
        Labyrinth world = world(env);
        String[] view = Ansi.lines(world.view(VIEW, VIEW), VIEW, VIEW);
        String[] map = map(world, true);
        int lines = Math.max(view.length, map.length);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append(line < view.length ? view[line] : " ".repeat(VIEW)).append("  ")
                    .append(line < map.length ? map[line] : " ".repeat(2 * map.length))
                    .append(line < lines - 1 ? "\n" : "");
        }
        return text.toString();
    }

    private static Labyrinth world(Environment env) {
        if (env.unwrapped() instanceof Labyrinth world) return world;
        throw new IllegalArgumentException("LabyrinthText shows a Labyrinth, but got "
                + env.unwrapped().getClass().getSimpleName() + ".");
    }

    /** The lines of the map. */
    private static String[] map(Labyrinth world, boolean color) {
        int size = world.maze().size();
        int player = (int) world.pose().y() * size + (int) world.pose().x();
        String[] lines = new String[size];
        Arrays.fill(lines, "");
        for (int cell = 0; cell < size * size; cell++) {
            String picture = cell == player ? player(world) : picture(world, cell);
            lines[cell / size] += color ? MazeColors.of(picture) : picture;
        }
        return lines;
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
