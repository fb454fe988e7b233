package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.Pendulum;
import skein.envs.World;
import skein.envs.Worlds;
import skein.envs.maze.Labyrinth;

class SideBySideTest {
    private static final Choice CHOICE = new Choice(new double[] {0.25, 0.75}, 1, 12.5);

    private static BufferedImage cartpole(Choice choice) {
        World world = Worlds.named("cartpole");
        Environment env = world.make();
        float[] s = env.reset(new SplittableRandom(1));
        return SideBySide.of(world, env, s, choice, "t = 0");
    }

    @Test void bars_are_as_long_as_actions_are_probable_and_the_taken_one_is_orange() {
        BufferedImage picture = cartpole(CHOICE);
        // A row is 22 pixels from y = 34 + 320 + 18 = 372 on; bars begin at 112 and are 166 long.
        assertEquals(List.of(41, 0), lengths(picture, 372 + 11, Canvas.BLUE, Canvas.ORANGE));
        assertEquals(List.of(0, 124), lengths(picture, 394 + 11, Canvas.BLUE, Canvas.ORANGE));
        BufferedImage none = cartpole(Choice.NONE);
        assertEquals(List.of(0, 0), lengths(none, 372 + 11, Canvas.BLUE, Canvas.ORANGE));
    }

    private static List<Integer> lengths(BufferedImage picture, int y, Color... colors) {
        Integer[] n = new Integer[colors.length];
        for (int i = 0; i < colors.length; i++) {
            n[i] = 0;
            for (int x = 112; x < 112 + 166; x++) {
                if (picture.getRGB(x, y) == colors[i].getRGB()) n[i]++;
            }
        }
        return List.of(n);
    }

    @Test void both_pictures_are_there_pixel_by_pixel() {
        World world = Worlds.named("labyrinth-small");
        Environment env = world.make();
        float[] s = env.reset(new SplittableRandom(1));
        BufferedImage both = SideBySide.of(world, env, s, Choice.NONE, "");
        assertSame(ObservationPicture.of(env, s), both, 16, 34);
        assertSame(world.picture().frame(env), both, 2 * 16 + 320, 34);
    }

    private static void assertSame(BufferedImage part, BufferedImage whole, int x, int y) {
        for (int i = 0; i < part.getWidth(); i += 7) {
            for (int j = 0; j < part.getHeight(); j += 7) {
                assertEquals(part.getRGB(i, j), whole.getRGB(x + i, y + j));
            }
        }
    }

    @Test void text_has_a_bar_of_30_characters_for_each_action_and_a_mark_at_the_taken_one() {
        // 0.25 · 30 = 7.5 characters, 0.75 · 30 = 22.5
        String expected = "left  ▕" + "█".repeat(7) + "▌" + " ".repeat(22) + "▏ 0.25  \n"
                + "right ▕" + "█".repeat(22) + "▌" + " ".repeat(7) + "▏ 0.75 ◀\n"
                + "V = 12.50" + " ".repeat(36);
        assertEquals(expected, ChoiceText.of(new CartPole(), CHOICE));
    }

    @Test void a_torque_is_shown_as_the_number_that_it_is_and_not_as_an_empty_bar() {
        Choice choice = new Choice(new double[0], -1, -0.5, new float[] {-1.254f});
        assertEquals("torque -1.25" + " ".repeat(34) + "\nV = -0.50" + " ".repeat(37),
                ChoiceText.of(new Pendulum(), choice));
        assertEquals("torque" + " ".repeat(40) + "\n" + " ".repeat(46),
                ChoiceText.of(new Pendulum(), Choice.NONE));
        World world = Worlds.named("pendulum");
        Environment env = world.make();
        BufferedImage picture = SideBySide.of(world, env, env.reset(new SplittableRandom(1)),
                choice, "");
        assertEquals(List.of(0), lengths(picture, 372 + 4, Canvas.GRID), "no bar");
    }

    @Test void text_has_lines_of_one_length_whatever_the_choice() {
        for (Choice choice : List.of(CHOICE, Choice.NONE, new Choice(new double[] {0, 1}, 0, -1))) {
            List<Integer> lengths = ChoiceText.of(new CartPole(), choice).lines().map(String::length)
                    .toList();
            assertEquals(List.of(45, 45, 45), lengths);
        }
    }

    @Test void a_color_observation_is_shown_as_it_is_and_a_plane_in_its_channel_s_color() {
        Labyrinth labyrinth = new Labyrinth(new Labyrinth.Options(7, 2, 32, 32, 0.5, 12));
        float[] s = labyrinth.reset(new SplittableRandom(1));
        BufferedImage picture = ObservationPicture.of(labyrinth, s);
        Color pixel = new Color(picture.getRGB(10 * 20 + 5, 10 * 13 + 5));   // 10 pixels each
        assertEquals(255 * s[13 * 32 + 20], pixel.getRed(), 0.51);
        assertEquals(255 * s[2 * 32 * 32 + 13 * 32 + 20], pixel.getBlue(), 0.51);

        Environment breakout = Worlds.named("breakout").make();
        BufferedImage planes = ObservationPicture.of(breakout,
                breakout.reset(new SplittableRandom(1)));
        // Four planes, two by two: a side is min(157 − 6, 157 − 24) = 133, the left of both 24.
        assertEquals(BoardPicture.color(3), new Color(planes.getRGB(24 + 133 + 6 + 60,
                picture.getHeight() / 2 + 3 + 18 + 20)));    // bricks, in rows 1 to 3
    }
}
