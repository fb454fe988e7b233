package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.TimeLimit;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Labyrinth;

class MazeTextTest {
    private static String at(String picture, int size, int cell) {
        int from = cell / size * (2 * size + 1) + cell % size * 2;
        return picture.substring(from, from + 2);
    }

    @Property(tries = 100) void each_cell_of_a_grid_maze_shows_what_is_there(@ForAll long seed) {
        GridMaze env = new GridMaze(GridMaze.Options.ofSize(7).withKey());
        env.reset(new SplittableRandom(seed));
        String picture = new GridMazeText().frame(new TimeLimit(env, 5));
        for (int cell = 0; cell < 49; cell++) {
            String expected = cell == env.agent() ? "()" : cell == env.goal() ? "**"
                    : cell == env.key() ? "kk" : cell == env.door() ? "[]"
                    : env.maze().wall(cell) ? "##" : "  ";
            assertEquals(expected, at(picture, 7, cell));
        }
        assertEquals(7 * 15 - 1, picture.length());
    }

    @Property(tries = 100) void walls_that_are_not_seen_are_drawn_otherwise(@ForAll long seed) {
        GridMaze env = new GridMaze(GridMaze.Options.ofSize(7).seen(1));
        env.reset(new SplittableRandom(seed));
        String picture = new GridMazeText().frame(env);
        for (int cell = 0; cell < 49; cell++) {
            if (!env.maze().wall(cell)) continue;
            int rows = Math.abs(cell / 7 - env.agent() / 7);
            int columns = Math.abs(cell % 7 - env.agent() % 7);
            assertEquals(rows <= 1 && columns <= 1 ? "##" : "::", at(picture, 7, cell));
        }
    }

    @Property(tries = 100) void a_labyrinth_is_a_map_with_the_player_its_apples_and_the_portal(
            @ForAll long seed) {
        Labyrinth env = new Labyrinth(Labyrinth.Options.SMALL);
        env.reset(new SplittableRandom(seed));
        String picture = new LabyrinthText().frame(new TimeLimit(env, 5));
        int player = (int) env.pose().y() * 7 + (int) env.pose().x();
        for (int cell = 0; cell < 49; cell++) {
            if (cell == player) continue;
            String expected = cell == env.portal() ? "@@" : env.appleAt(cell) ? "()"
                    : env.maze().wall(cell) ? "##" : "  ";
            assertEquals(expected, at(picture, 7, cell));
        }
        assertEquals(7 * 15 - 1, picture.length());
    }

    @Test void of_12_headings_0_is_north_3_east_6_south_9_west_and_others_the_nearest() {
        Labyrinth env = new Labyrinth(Labyrinth.Options.SMALL);
        env.reset(new SplittableRandom(1));
        String[] expected = {"/\\", "/\\", "=>", "=>", "=>", "\\/", "\\/", "\\/", "<=", "<=", "<=",
            "/\\"};
        for (int turn = 0; turn < 12; turn++) {
            env.step(3);
            int player = (int) env.pose().y() * 7 + (int) env.pose().x();
            assertEquals(expected[env.pose().heading()],
                    at(new LabyrinthText().frame(env), 7, player));
        }
    }

    @Test void other_worlds_are_refused_by_name() {
        var grid = assertThrows(IllegalArgumentException.class,
                () -> new GridMazeText().frame(new CartPole()));
        assertEquals("GridMazeText shows a GridMaze, but got CartPole.", grid.getMessage());
        var labyrinth = assertThrows(IllegalArgumentException.class,
                () -> new LabyrinthText().frame(new CartPole()));
        assertEquals("LabyrinthText shows a Labyrinth, but got CartPole.", labyrinth.getMessage());
    }
}
