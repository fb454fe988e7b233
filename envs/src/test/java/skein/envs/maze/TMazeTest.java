package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.Step;
import skein.envs.Worlds;
import skein.envs.render.TMazePicture;
import skein.envs.render.TMazeText;

class TMazeTest {
    private static final int NORTH = 0;
    private static final int EAST = 1;
    private static final int SOUTH = 2;
    private static final int WEST = 3;

    /** A world whose sign says what is wanted, after its reset. */
    private static TMaze sign(boolean north, int length) {
        TMaze env = new TMaze(length);
        SplittableRandom rng = new SplittableRandom(1);
        do env.reset(rng); while (env.state().north() != north);
        return env;
    }

    @Test void the_sign_is_seen_at_the_start_only_and_the_fork_at_the_fork_only() {
        TMaze env = sign(false, 2);
        assertArrayEquals(new float[] {0, 0}, env.step(EAST).observation());
        assertArrayEquals(new float[] {0, 1}, env.step(EAST).observation());
        assertArrayEquals(new float[] {0, 1}, env.step(EAST).observation());   // a wall
        assertArrayEquals(new float[] {0, 0}, env.step(WEST).observation());
        assertArrayEquals(new float[] {-1, 0}, env.step(WEST).observation());  // read it again
        assertArrayEquals(new float[] {-1, 0}, env.step(WEST).observation());
        assertArrayEquals(new float[] {1, 0}, sign(true, 2).step(WEST).observation());
    }

    @Test void a_turn_as_the_sign_says_pays_1_and_the_other_costs_1() {
        for (boolean north : new boolean[] {true, false}) {
            for (int turn : new int[] {NORTH, SOUTH}) {
                TMaze env = sign(north, 1);
                assertEquals(-0.01, env.step(EAST).reward());
                Step last = env.step(turn);
                assertTrue(last.terminated());
                assertEquals(north == (turn == NORTH), env.state().right());
                assertEquals(env.state().right() ? 1 : -1, last.reward());
                assertArrayEquals(new float[] {0, 0}, last.observation());
                assertThrows(IllegalStateException.class, () -> env.step(EAST));
            }
        }
    }

    @Test void before_the_fork_north_and_south_are_walls() {
        TMaze env = sign(true, 2);
        assertEquals(-0.01, env.step(NORTH).reward());
        assertFalse(env.step(SOUTH).last());
        assertEquals(new TMaze.State(0, 0, true), env.state());
        env.step(EAST);
        env.step(NORTH);
        assertEquals(new TMaze.State(1, 0, true), env.state());
    }

    @Test void the_sign_says_either_with_equal_chances() {
        TMaze env = new TMaze(1);
        SplittableRandom rng = new SplittableRandom(2);
        int north = 0;
        for (int i = 0; i < 10_000; i++) north += env.reset(rng)[0] == 1 ? 1 : 0;
        assertEquals(5_000, north, 200);                     // 4 standard deviations
    }

    @Test void its_name_is_t_maze_with_eight_steps_and_a_limit_of_100() {
        var env = Worlds.named("t-maze").make();
        env.reset(new SplittableRandom(1));
        assertEquals(8, ((TMaze) env.unwrapped()).length());
        Step step;
        int steps = 0;
        do {
            step = env.step(WEST);
            steps++;
        } while (!step.last());
        assertTrue(step.truncated());
        assertEquals(100, steps);
        // 1 − 8 · 0.01 = 0.92 is the best, and guessing gives −0.08
        assertEquals(0.85, Worlds.named("t-maze").solvedAt());
    }

    @Test void before_its_first_reset_it_stands_at_a_sign_that_says_north() {
        assertEquals(new TMaze.State(0, 0, true), new TMaze(3).state());
    }

    @Test void a_corridor_of_no_length_is_refused() {
        assertEquals("TMaze needs a corridor of at least 1 step, but got 0.",
                assertThrows(IllegalArgumentException.class, () -> new TMaze(0)).getMessage());
    }

    @Test void text_shows_sign_goal_and_agent() {
        TMaze env = sign(true, 3);
        env.step(EAST);
        assertEquals("""
                ############
                ########**##
                /\\  ()    ##
                ########  ##
                ############""", new TMazeText().frame(env));
        TMaze south = sign(false, 1);
        south.step(EAST);
        south.step(NORTH);
        assertEquals("""
                ########
                ####()##
                \\/    ##
                ####**##
                ########""", new TMazeText().frame(south));
    }

    @Test void a_picture_shows_the_goal_where_the_sign_points_and_the_agent_where_it_is() {
        // 9 cells of (480 − 40) / 9 = 48.9 pixels: the fork's middle is at 20 + 8.5 · 48.9 = 435.6
        int green = 0xFF4C9A52;
        int blue = 0xFF2563AF;
        BufferedImage north = new TMazePicture().frame(sign(true, 8));
        assertEquals(green, north.getRGB(435, 160 - 49));
        assertEquals(blue, north.getRGB(44 + 10, 160));      // beside the white of its middle
        BufferedImage south = new TMazePicture().frame(sign(false, 8));
        assertEquals(green, south.getRGB(435, 160 + 49));
    }
}
