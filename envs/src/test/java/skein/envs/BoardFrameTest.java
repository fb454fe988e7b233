package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import skein.envs.pixels.BoardFrame;

class BoardFrameTest {
    @Nested class InColor extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new BoardFrame(new Meteors(), 2, 3), 40);
        }
    }

    private static float[] first(Environment env) {
        return env.reset(new SplittableRandom(1));
    }

    @Test void a_cell_is_a_block_of_its_color_and_all_else_is_black() {
        Meteors world = new Meteors();
        float[] frame = first(new BoardFrame(world));
        assertEquals(3 * 210 * 160, frame.length);
        float[] player = BoardFrame.color(0);
        float[] stone = BoardFrame.color(1);
        for (int i = 0; i < frame.length; i++) {
            int plane = i / (210 * 160);
            int y = i / 160 % 210 / 21;
            int x = i % 160 / 16;
            float expected = x == 4 && y == 9 ? player[plane]
                    : x == world.stoneX && y == 0 ? stone[plane] : 0;
            assertEquals(expected, frame[i], "plane " + plane + ", cell " + x + ", " + y);
        }
    }

    @Test void where_two_things_stand_the_lower_channel_is_seen() {
        float[] frame = first(new BoardFrame(new Both(), 1, 1));
        assertArrayEquals(BoardFrame.color(0), new float[] {frame[0], frame[100], frame[200]});
        assertArrayEquals(BoardFrame.color(1), new float[] {frame[1], frame[101], frame[201]});
        assertEquals(0, frame[2] + frame[102] + frame[202]);
    }

    /** Two kinds in cell (0, 0), the second alone in cell (1, 0). */
    private static class Both implements Environment, BoardGame {
        int channels = 2;

        @Override public Box observationSpace() {
            return new Box(0, 0, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(1);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return new float[1];
        }

        @Override public int channels() {
            return channels;
        }

        @Override public String channelName(int c) {
            return "thing";
        }

        @Override public boolean occupied(int c, int x, int y) {
            return y == 0 && x <= c;
        }
    }

    @Test void no_two_colors_are_alike_in_gray_and_none_is_black() {
        float[] gray = new float[13];          // the last one is black
        for (int c = 0; c < 12; c++) {
            float[] rgb = BoardFrame.color(c);
            gray[c] = 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
        }
        Arrays.sort(gray);
        for (int i = 1; i < 13; i++) assertTrue(gray[i] - gray[i - 1] > 0.04, "at " + gray[i]);
    }

    @Test void another_world_too_many_channels_and_blocks_of_nothing_are_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new BoardFrame(new CartPole()));
        assertEquals("BoardFrame draws a BoardGame, but got CartPole.", e.getMessage());
        Both many = new Both();
        many.channels = 13;
        e = assertThrows(IllegalArgumentException.class, () -> new BoardFrame(many));
        assertEquals("BoardFrame has 12 colors, but this game has 13 channels.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> new BoardFrame(new Both(), 0, 3));
        assertEquals("BoardFrame needs blocks of at least 1 by 1 pixels, but got 0 by 3.",
                e.getMessage());
    }
}
