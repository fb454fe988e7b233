package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.envs.Worlds;
import skein.envs.games.Breakout;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Labyrinth;

class ColorTextTest {
    private static String plain(String colored) {
        return colored.replaceAll("\033\\[[0-9;]*m", "");
    }

    @Test void the_nearest_of_216_colors_and_24_grays_is_taken() {
        assertEquals(16, Ansi.number(0x000000));
        assertEquals(231, Ansi.number(0xFFFFFF));
        assertEquals(196, Ansi.number(0xFF0000));          // 16 + 36 · 5
        assertEquals(21, Ansi.number(0x0000FF));           // 16 + 5
        assertEquals(16 + 36 * 1 + 6 * 2 + 3, Ansi.number(0x5F87AF));
        assertEquals(232, Ansi.number(0x080808));
        assertEquals(234, Ansi.number(0x1C1C1D));          // 8 + 2 · 10 = 28 = 0x1C
    }

    @Test void boards_and_mazes_have_the_same_characters_with_and_without_color() {
        for (String name : List.of("breakout", "freeway", "seaquest", "maze-key", "maze-memory")) {
            Environment env = Worlds.named(name).make();
            env.reset(new SplittableRandom(1));
            TextRenderer renderer = Worlds.named(name).renderer();
            String colored = renderer.colored(env);
            assertEquals(renderer.frame(env), plain(colored));
            for (String line : colored.split("\n")) {
                int last = line.lastIndexOf("\033[");
                assertTrue(last < 0 || line.startsWith("\033[0m", last), "ends without color");
            }
        }
    }

    @Test void a_brick_is_white_on_its_channel_s_red() {
        Breakout env = new Breakout();
        env.reset(new SplittableRandom(1));
        String line = new PlanesText("=o.#").colored(env).split("\n")[2];
        int red = Ansi.number(BoardPicture.color(3).getRGB());
        assertTrue(line.startsWith("|\033[48;5;" + red + ";38;5;231m# \033[0m"), line);
    }

    @Test void the_agent_of_a_maze_and_an_apple_differ_in_color() {
        GridMaze maze = new GridMaze(GridMaze.Options.ofSize(9));
        maze.reset(new SplittableRandom(1));
        assertTrue(new GridMazeText().colored(maze).contains(MazeColors.walker("()")));
        assertTrue(!MazeColors.walker("()").equals(MazeColors.of("()")));
    }

    @Test void a_labyrinth_has_its_view_beside_the_map_two_pixels_a_character() {
        Labyrinth env = new Labyrinth(Labyrinth.Options.SMALL);
        env.reset(new SplittableRandom(1));
        String[] lines = new LabyrinthText().colored(env).split("\n");
        String[] map = new LabyrinthText().frame(env).split("\n");
        assertEquals(20, lines.length);
        for (int i = 0; i < 20; i++) {
            String beside = i < 7 ? map[i] : " ".repeat(14);
            assertEquals("▀".repeat(40) + "  " + beside, plain(lines[i]));
        }
        float[] view = env.view(40, 40);
        int upper = Ansi.number(Rgb.color(view, 2 * 5 * 40, 40 * 40));
        int lower = Ansi.number(Rgb.color(view, (2 * 5 + 1) * 40, 40 * 40));
        assertTrue(lines[5].startsWith("\033[38;5;" + upper + ";48;5;" + lower + "m▀"));
    }
}
