package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import skein.envs.pixels.BoardFrame;
import skein.envs.pixels.FrameStack;
import skein.envs.pixels.Grayscale84;
import skein.envs.pixels.MaxOfLastTwo;
import skein.envs.pixels.Pixels;

/** Grayscale84, MaxOfLastTwo, FrameStack, and all of them together. */
class PixelsTest {
    @Nested class AsItIs extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(Pixels.atari(new Meteors()), 40);
        }
    }

    @Nested class AsInThePaper extends EnvironmentContract {
        @Override Environment make() {
            return Pixels.paper(new Meteors());
        }
    }

    @Nested class StackedTorques extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new FrameStack(new MaxOfLastTwo(new Pendulum()), 3), 30);
        }
    }

    @Nested class TwoTorquesAtOnce extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new MaxOfLastTwo(new Pendulum()), 30);
        }
    }

    /** Shows the given observations in their order, and the last one for ever. */
    private record Film(Box observationSpace, float[][] frames, int[] t) implements Environment {
        static Film of(Box space, float[]... frames) {
            return new Film(space, frames, new int[1]);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(1);
        }

        @Override public float[] reset(RandomGenerator rng) {
            t[0] = 0;
            return frames[0].clone();
        }

        @Override public Step step(int action) {
            t[0] = Math.min(t[0] + 1, frames.length - 1);
            return new Step(frames[t[0]].clone(), 0, false, false);
        }
    }

    private static float[] first(Environment env) {
        return env.reset(new SplittableRandom(1));
    }

    // ---- Grayscale84

    @Test void gray_is_30_percent_red_59_percent_green_and_11_percent_blue() {
        float[] rgb = new float[3 * 84 * 84];
        rgb[0] = 1;                            // red in pixel 0, green in 1, blue in 2
        rgb[84 * 84 + 1] = 1;
        rgb[2 * 84 * 84 + 2] = 1;
        Arrays.fill(rgb, 3, 4, 1);             // white in 3
        rgb[84 * 84 + 3] = rgb[2 * 84 * 84 + 3] = 1;
        float[] gray = first(new Grayscale84(Film.of(new Box(0, 1, 3, 84, 84), rgb)));
        float[] expected = {0.299f, 0.587f, 0.114f, 1, 0};
        assertArrayEquals(expected, Arrays.copyOf(gray, 5), 1e-6f);
    }

    @Test void a_pixel_is_the_mean_over_the_area_that_it_covers() {
        // 168 lines and 126 columns: a pixel covers 2 lines and 1.5 columns
        float[] rgb = new float[3 * 168 * 126];
        for (int c = 0; c < 3; c++) rgb[c * 168 * 126 + 1] = 1;   // white in line 0, column 1
        float[] gray = first(new Grayscale84(Film.of(new Box(0, 1, 3, 168, 126), rgb)));
        assertEquals(0.5 * 0.5 / 1.5, gray[0], 1e-6);             // half of column 1
        assertEquals(0.5 * 0.5 / 1.5, gray[1], 1e-6);             // the other half
        assertEquals(0, gray[2]);
        assertEquals(0, gray[84]);
    }

    @Property(tries = 50) void the_mean_brightness_stays(
            @ForAll @IntRange(min = 1, max = 200) int height,
            @ForAll @IntRange(min = 1, max = 200) int width, @ForAll long seed) {
        float[] rgb = new float[3 * height * width];
        SplittableRandom rng = new SplittableRandom(seed);
        for (int i = 0; i < rgb.length; i++) rgb[i] = rng.nextFloat();
        Box space = new Box(0, 1, 3, height, width);
        float[] gray = first(new Grayscale84(Film.of(space, rgb)));
        double expected = 0.299 * mean(rgb, 0) + 0.587 * mean(rgb, 1) + 0.114 * mean(rgb, 2);
        double sum = 0;
        for (float g : gray) sum += g;
        assertEquals(expected, sum / gray.length, 1e-5);
    }

    private static double mean(float[] rgb, int plane) {
        int n = rgb.length / 3;
        double sum = 0;
        for (int i = plane * n; i < (plane + 1) * n; i++) sum += rgb[i];
        return sum / n;
    }

    @Property(tries = 20) void white_stays_1_and_never_more(
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 1, max = 300) int width) {
        float[] rgb = new float[3 * height * width];
        Arrays.fill(rgb, 1);
        Box space = new Box(0, 1, 3, height, width);
        for (float g : first(new Grayscale84(Film.of(space, rgb)))) {
            assertTrue(0.999999 < g && g <= 1, "gray " + g);
        }
    }

    @Test void what_is_no_color_picture_is_refused_with_its_shape() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Grayscale84(new CartPole()));
        assertTrue(e.getMessage().startsWith("Grayscale84 needs pictures of shape [3, H, W] with "
                + "values of 0 .. 1, but got Box([4]: "), e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> new Grayscale84(Film.of(new Box(0, 255, 3, 20, 20), new float[1200])));
        assertTrue(e.getMessage().contains("got Box([3, 20, 20]: 0.0 .. 255.0)"), e.getMessage());
    }

    // ---- MaxOfLastTwo and FrameStack

    @Test void of_1_4_then_3_2_then_0_5_the_larger_are_1_4_then_3_4_then_3_5() {
        Box space = new Box(0, 9, 2);
        Environment env = new MaxOfLastTwo(Film.of(space, new float[] {1, 4}, new float[] {3, 2},
                new float[] {0, 5}));
        assertArrayEquals(new float[] {1, 4}, first(env));
        assertArrayEquals(new float[] {3, 4}, env.step(0).observation());
        assertArrayEquals(new float[] {3, 5}, env.step(0).observation());
        assertArrayEquals(new float[] {1, 4}, first(env));
    }

    @Test void the_stack_begins_with_the_first_frame_everywhere_and_shifts() {
        Environment env = new FrameStack(Film.of(new Box(0, 9, 1, 1), new float[] {1},
                new float[] {2}, new float[] {3}), 3);
        assertArrayEquals(new float[] {1, 1, 1}, first(env));
        assertArrayEquals(new float[] {1, 1, 2}, env.step(0).observation());
        assertArrayEquals(new float[] {1, 2, 3}, env.step(0).observation());
        assertArrayEquals(new float[] {2, 3, 3}, env.step(0).observation());
        assertArrayEquals(new float[] {1, 1, 1}, first(env));
    }

    @Property void each_stack_is_the_one_before_without_its_oldest_and_with_a_new_one(
            @ForAll @Size(min = 2, max = 20) float[] film,
            @ForAll @IntRange(min = 1, max = 5) int depth) {
        float[][] frames = new float[film.length][];
        for (int i = 0; i < film.length; i++) frames[i] = new float[] {film[i], i};
        float inf = Float.POSITIVE_INFINITY;
        Environment env = new FrameStack(Film.of(new Box(-inf, inf, 2), frames), depth);
        float[] before = first(env);
        for (int t = 1; t < film.length; t++) {
            float[] now = env.step(0).observation();
            assertArrayEquals(Arrays.copyOfRange(before, 2, 2 * depth),
                    Arrays.copyOf(now, 2 * depth - 2));
            assertArrayEquals(frames[t], Arrays.copyOfRange(now, 2 * depth - 2, 2 * depth));
            before = now;
        }
    }

    @Test void pictures_get_a_new_axis_and_planes_stand_behind_each_other() {
        assertEquals(new Box(0, 1, 4, 84, 84), stacked(new Box(0, 1, 84, 84)));
        assertEquals(new Box(0, 1, 12, 10, 10), stacked(new Box(0, 1, 3, 10, 10)));
        Box one = new Box(new float[] {0, -1}, new float[] {5, 1}, 2);
        assertEquals(new Box(new float[] {0, -1, 0, -1, 0, -1, 0, -1},
                new float[] {5, 1, 5, 1, 5, 1, 5, 1}, 4, 2), stacked(one));
        var e = assertThrows(IllegalArgumentException.class,
                () -> new FrameStack(new CartPole(), 0));
        assertEquals("FrameStack needs a depth >= 1, but got 0.", e.getMessage());
    }

    private static Box stacked(Box one) {
        return new FrameStack(Film.of(one, new float[one.size()]), 4).observationSpace();
    }

    // ---- together

    @Test void blocks_of_one_pixel_give_the_same_gray_picture_as_blocks_of_an_Atari() {
        Environment fast = Pixels.atari(new Meteors());
        Environment slow = new FrameStack(new Grayscale84(new BoardFrame(new Meteors())), 4);
        assertArrayEquals(first(slow), first(fast), 1e-6f);
        SplittableRandom rng = new SplittableRandom(2);
        for (boolean last = false; !last;) {
            int action = rng.nextInt(3);
            Step step = fast.step(action);
            assertArrayEquals(slow.step(action).observation(), step.observation(), 1e-6f);
            last = step.last();
        }
    }

    @Test void a_stone_at_the_top_is_seen_there_and_falls_from_picture_to_picture() {
        // a cell is 8.4 pixels: the stone of column x covers those from 8.4 x to 8.4 (x + 1)
        Meteors world = new Meteors();
        Environment env = Pixels.atari(world);
        first(env);
        int column = (int) (8.4 * world.stoneX + 4.2);
        for (int t = 1; t <= 3; t++) env.step(0);
        float[] s = env.step(0).observation();       // the stone in rows 1, 2, 3, 4
        float yellow = 0.299f + 0.587f * 0.85f;
        for (int k = 0; k < 4; k++) {
            for (int row = 0; row < 9; row++) {
                int line = (int) (8.4 * row + 4.2);
                assertEquals(row == k + 1 ? yellow : 0, s[(84 * k + line) * 84 + column], 1e-6);
            }
        }
        assertEquals(new Box(0, 1, 4, 84, 84), env.observationSpace());
    }

    @Test void as_in_the_paper_an_action_is_four_steps_and_a_reward_of_2_is_1() {
        Meteors world = new Meteors();
        Environment env = Pixels.paper(world);
        SplittableRandom rng = new SplittableRandom(3);
        env.reset(rng);
        double least = 0;
        for (int t = 0; t < 200; t++) {
            int before = world.stoneY;
            Step step = env.step(0);
            if (step.reward() == 0) assertEquals(before + 4, world.stoneY);
            least = Math.min(least, step.reward());
            if (step.last()) env.reset(rng);
        }
        assertEquals(-1, least);
    }
}
