package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skein.envs.Acrobot;
import skein.envs.BoardGame;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.MountainCar;
import skein.envs.Pendulum;
import skein.envs.TimeLimit;
import skein.envs.games.Breakout;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Labyrinth;
import skein.envs.pixels.BoardFrame;

/** Where things are in the pictures, looked up pixel by pixel. */
class PicturesTest {
    private static Color at(BufferedImage picture, double x, double y) {
        return new Color(picture.getRGB((int) Math.round(x), (int) Math.round(y)));
    }

    @Property(tries = 100) void cartpole_s_pole_leans_as_it_does(
            @ForAll @DoubleRange(min = -2, max = 2) double x,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double a) {
        CartPole env = new CartPole();
        env.reset(new CartPole.State(x, 0, a, 0));
        BufferedImage picture = new CartPolePicture().frame(new TimeLimit(env, 5));
        double axle = 240 + 85 * x;                          // 85 pixels per meter
        assertEquals(Canvas.ORANGE, at(picture, axle + 60 * Math.sin(a), 204 - 60 * Math.cos(a)));
        assertEquals(Canvas.BLUE, at(picture, axle - 20, 215));
        assertNotEquals(Canvas.ORANGE,
                at(picture, axle + 95 * Math.sin(a), 204 - 95 * Math.cos(a)));
    }

    @Property(tries = 100) void pendulum_at_0_is_upright_and_turns_counterclockwise(
            @ForAll @DoubleRange(min = -7, max = 7) double a) {
        Pendulum env = new Pendulum();
        env.reset(new Pendulum.State(a, 0));
        BufferedImage picture = new PendulumPicture().frame(env);
        assertEquals(Canvas.ORANGE,
                at(picture, 160 - 80 * Math.sin(a), 146 - 80 * Math.cos(a)));
        assertNotEquals(Canvas.ORANGE,
                at(picture, 160 + 80 * Math.sin(a), 146 + 80 * Math.cos(a)));
    }

    @Property(tries = 100) void acrobot_s_second_rod_begins_where_the_first_one_ends(
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double a1,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double a2) {
        Acrobot env = new Acrobot();
        env.reset(new Acrobot.State(a1, a2, 0, 0));
        BufferedImage picture = new AcrobotPicture().frame(env);
        assertEquals(Canvas.BLUE, at(picture, 160 + 33 * Math.sin(a1), 148 + 33 * Math.cos(a1)));
        double x = 160 + 66 * Math.sin(a1) + 33 * Math.sin(a1 + a2);
        double y = 148 + 66 * Math.cos(a1) + 33 * Math.cos(a1 + a2);
        assertEquals(Canvas.ORANGE, at(picture, x, y));
    }

    @Test void mountain_car_stands_on_its_road() {
        MountainCar env = new MountainCar();
        env.reset(new MountainCar.State(-Math.PI / 6, 0));   // the bottom, where the road is level
        BufferedImage picture = new MountainCarPicture().frame(env);
        // x: 15 + 250 (1.2 − 0.5236) = 184.1; the road's y: 168 + 95 = 263
        assertEquals(Canvas.BLUE, at(picture, 184, 263 - 18));
        assertEquals(Canvas.INK, at(picture, 184 + 12, 263 - 12));      // a wheel, 13 pixels high
        assertNotEquals(Canvas.INK, at(picture, 184 + 12, 263 - 16));
        assertEquals(Canvas.ORANGE, at(picture, 15 + 250 * 1.7 + 6, 168 - 95 + 2 - 43));
    }

    @Property(tries = 50) void each_cell_of_a_board_has_the_color_of_the_first_channel_there(
            @ForAll long seed) {
        Breakout env = new Breakout();
        SplittableRandom rng = new SplittableRandom(seed);
        env.reset(rng);                                      // the ball is before a brick
        assertCells(env);
        for (int t = 0; t < 5; t++) {
            if (env.step(rng.nextInt(6)).last()) break;
        }
        assertCells(env);
    }

    private static void assertCells(Breakout env) {
        BufferedImage picture = new BoardPicture("=o.#").frame(env);
        for (int y = 0; y < BoardGame.HEIGHT; y++) {
            for (int x = 0; x < BoardGame.WIDTH; x++) {
                Color seen = at(picture, 32 * x + 16, 32 * y + 16);
                assertEquals(expected(env, x, y), seen, x + ", " + y);
            }
        }
    }

    private static Color expected(BoardGame game, int x, int y) {
        for (int c = 0; c < game.channels(); c++) {
            float[] rgb = BoardFrame.color(c);
            if (game.occupied(c, x, y)) return new Color(rgb[0], rgb[1], rgb[2]);
        }
        return new Color(0x101014);
    }

    @Property(tries = 50) void a_maze_shows_agent_goal_key_door_and_walls(@ForAll long seed) {
        GridMaze env = new GridMaze(GridMaze.Options.ofSize(9).withKey());
        env.reset(new SplittableRandom(seed));
        BufferedImage picture = new GridMazePicture().frame(env);
        double cell = 320 / 9.0;
        for (int i = 0; i < 81; i++) {
            double x = (i % 9 + 0.5) * cell;
            double y = (i / 9 + 0.5) * cell;
            Color corner = at(picture, x + 0.45 * cell, y + 0.45 * cell);
            if (i == env.agent()) assertEquals(Canvas.BLUE, at(picture, x + 0.24 * cell, y));
            else if (i == env.goal()) assertEquals(Color.WHITE, at(picture, x + 0.22 * cell, y));
            else if (i == env.door()) assertEquals(Canvas.GOLD, at(picture, x, y));
            else if (i == env.key()) assertEquals(Canvas.GOLD, at(picture, x + 0.1 * cell, y));
            else assertEquals(env.maze().wall(i), !corner.equals(MazeMap.FLOOR), "cell " + i);
        }
    }

    @Test void dots_lead_to_the_key_and_on_to_the_goal_and_are_gone_behind_the_agent() {
        GridMaze env = new GridMaze(GridMaze.Options.ofSize(9).withKey());
        env.reset(new SplittableRandom(3));
        double cell = 320 / 9.0;
        int[] way = env.maze().way(env.agent(), env.key());
        assertTrue(way.length > 2);
        Runnable moves = () -> env.step(way[1] - way[0] == 9 ? 2 : way[1] - way[0] == -9 ? 0
                : way[1] - way[0] == 1 ? 1 : 3);
        BufferedImage before = new GridMazePicture().frame(env);
        assertEquals(MazeMap.WAY, at(before, (way[1] % 9 + 0.5) * cell, (way[1] / 9 + 0.5) * cell));
        moves.run();
        BufferedImage after = new GridMazePicture().frame(env);
        assertEquals(MazeMap.FLOOR,
                at(after, (way[0] % 9 + 0.5) * cell, (way[0] / 9 + 0.5) * cell));
    }

    @Test void what_the_agent_of_a_maze_does_not_see_lies_in_the_shade() {
        GridMaze env = new GridMaze(GridMaze.Options.ofSize(9).seen(1));
        env.reset(new SplittableRandom(3));
        BufferedImage picture = new GridMazePicture().frame(env);
        Color wall = new Color(0x3F4A5A);
        double cell = 320 / 9.0;
        for (int i = 0; i < 81; i++) {
            if (!env.maze().wall(i)) continue;
            boolean near = Math.abs(i / 9 - env.agent() / 9) <= 1
                    && Math.abs(i % 9 - env.agent() % 9) <= 1;
            Color seen = at(picture, (i % 9 + 0.5) * cell, (i / 9 + 0.5) * cell);
            assertEquals(near, seen.equals(wall), "cell " + i);
        }
    }

    @Test void a_labyrinth_is_its_view_at_320_by_320_and_its_map() {
        Labyrinth env = new Labyrinth(Labyrinth.Options.SMALL);
        env.reset(new SplittableRandom(1));
        BufferedImage picture = new LabyrinthPicture().frame(env);
        float[] view = env.view(320, 320);
        for (int i = 0; i < 320 * 320; i += 997) {
            Color seen = at(picture, i % 320, i / 320);
            assertEquals(255 * view[i], seen.getRed(), 0.51);
            assertEquals(255 * view[320 * 320 + i], seen.getGreen(), 0.51);
            assertEquals(255 * view[2 * 320 * 320 + i], seen.getBlue(), 0.51);
        }
        double cell = 320 / 7.0;
        assertEquals(Canvas.BLUE, at(picture, 320 + env.pose().x() * cell, env.pose().y() * cell));
        for (int i = 0; i < 49; i++) {
            if (!env.appleAt(i)) continue;
            assertEquals(Canvas.RED,
                    at(picture, 320 + (i % 7 + 0.5) * cell, (i / 7 + 0.5) * cell));
        }
    }

    @Test void other_worlds_are_refused_by_name() {
        refused(new CartPolePicture(), new Pendulum(), "CartPolePicture shows a CartPole");
        refused(new AcrobotPicture(), new CartPole(), "AcrobotPicture shows an Acrobot");
        refused(new BoardPicture("=o.#"), new CartPole(), "BoardPicture shows a BoardGame");
        refused(new LabyrinthPicture(), new CartPole(), "LabyrinthPicture shows a Labyrinth");
    }

    private static void refused(PictureRenderer renderer, Environment env, String sentence) {
        var e = assertThrows(IllegalArgumentException.class, () -> renderer.frame(env));
        assertEquals(sentence + ", but got " + env.getClass().getSimpleName() + ".",
                e.getMessage());
    }
}
