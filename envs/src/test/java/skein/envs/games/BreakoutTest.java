package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.envs.games.RandomPlay.count;
import static skein.envs.games.RandomPlay.countRow;
import static skein.envs.games.RandomPlay.x;
import static skein.envs.games.RandomPlay.y;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skein.envs.Step;
import skein.reference.MinAtarTrace.Draw;

class BreakoutTest {
    private static final int PADDLE = 0;
    private static final int BALL = 1;
    private static final int TRAIL = 2;
    private static final int BRICK = 3;

    /** Mostly follows the ball, so that many bricks go. */
    private static int follow(float[] planes, SplittableRandom rng) {
        if (rng.nextInt(20) == 0) return rng.nextInt(6);
        int to = x(planes, BALL) - x(planes, PADDLE);
        return to < 0 ? 1 : to > 0 ? 3 : 0;
    }

    @Test void a_ball_from_the_left_passes_a_paddle_that_stays_at_4_in_6_steps() {
        // (0,3) → (1,4) (2,5) (3,6) (4,7) (5,8) (6,9): neither 5 nor 6 is 4
        RecordedDraws rng = new RecordedDraws();
        rng.give(List.of(new Draw(2, 0)));
        Breakout game = new Breakout();
        game.reset(rng);
        for (int t = 1; t < 6; t++) assertFalse(game.step(0).terminated());
        Step last = game.step(0);
        assertTrue(last.terminated());
        assertEquals(6, x(last.observation(), BALL));
        assertEquals(9, y(last.observation(), BALL));
    }

    @Test void a_ball_that_the_paddle_returns_breaks_the_brick_at_8_3_in_step_11() {
        // a paddle at 5 returns it: (6,8) (7,7) (8,6) (9,5), (9,4) at the side, (8,3) a brick
        RecordedDraws rng = new RecordedDraws();
        rng.give(List.of(new Draw(2, 0)));
        Breakout game = new Breakout();
        game.reset(rng);
        game.step(3);
        for (int t = 2; t < 11; t++) assertEquals(0, game.step(0).reward());
        Step strike = game.step(0);
        assertEquals(1, strike.reward());
        assertEquals(29, game.bricksLeft());
        assertFalse(RandomPlay.at(strike.observation(), BRICK, 8, 3));
    }

    @Property void there_is_one_ball_and_one_paddle_in_row_9_and_both_move_a_cell_at_most(
            @ForAll long seed) {
        RandomPlay.of(new Breakout(), seed, BreakoutTest::follow, (before, action, step) -> {
            float[] now = step.observation();
            assertTrue(Math.abs(x(now, BALL) - x(before, BALL)) <= 1);
            assertTrue(Math.abs(y(now, BALL) - y(before, BALL)) <= 1);
            assertEquals(9, y(now, PADDLE));
            assertTrue(Math.abs(x(now, PADDLE) - x(before, PADDLE)) <= 1);
        });
    }

    @Property void the_trail_is_where_the_ball_was(@ForAll long seed) {
        RandomPlay.of(new Breakout(), seed, BreakoutTest::follow, (before, action, step) -> {
            assertEquals(x(before, BALL), x(step.observation(), TRAIL));
            assertEquals(y(before, BALL), y(step.observation(), TRAIL));
        });
    }

    @Property void bricks_vanish_one_at_a_time_each_for_a_reward_of_1(@ForAll long seed) {
        RandomPlay.of(new Breakout(), seed, BreakoutTest::follow, (before, action, step) -> {
            int vanished = count(before, BRICK) - count(step.observation(), BRICK);
            boolean refilled = count(before, BRICK) == 0 && vanished == -30;
            assertTrue(refilled || vanished == 0 || vanished == 1, "vanished " + vanished);
            assertEquals(refilled ? 0 : vanished, step.reward());
        });
    }

    @Property void bricks_are_in_rows_1_to_3_alone(@ForAll long seed) {
        RandomPlay.of(new Breakout(), seed, BreakoutTest::follow, (before, action, step) -> {
            float[] now = step.observation();
            int inside = 0;
            for (int y = 1; y <= 3; y++) inside += countRow(now, BRICK, y);
            assertEquals(count(now, BRICK), inside);
        });
    }

    @Property void it_ends_exactly_when_the_ball_is_in_row_9(@ForAll long seed) {
        RandomPlay.of(new Breakout(), seed, BreakoutTest::follow, (before, action, step) ->
                assertEquals(y(step.observation(), BALL) == 9, step.terminated()));
    }
}
