package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.envs.games.RandomPlay.at;
import static skein.envs.games.RandomPlay.count;
import static skein.envs.games.RandomPlay.countRow;
import static skein.envs.games.RandomPlay.x;
import static skein.envs.games.RandomPlay.y;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.TimeLimit;
import skein.reference.MinAtarTrace.Draw;

class PongTest {
    private static final int NONE = 0;
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int OWN_PADDLE = 0;
    private static final int OTHER_PADDLE = 1;
    private static final int BALL = 2;
    private static final int TRAIL = 3;

    private final RecordedDraws rng = new RecordedDraws();
    private final Pong game = new Pong(0.5);

    private static List<Draw> serve(boolean right, int row, boolean down) {
        return List.of(new Draw(2, right ? 0 : 1), new Draw(8, row - 1),
                new Draw(2, down ? 1 : 0));
    }

    /** A step in which the opponent follows the ball or stays, and perhaps a serve after it. */
    private Step step(int action, boolean follows, List<Draw> serve) {
        List<Draw> draws = new ArrayList<>(List.of(new Draw(0, follows ? 0.49 : 0.5)));
        draws.addAll(serve);
        rng.give(draws);
        Step step = game.step(action);
        rng.assertAllAskedFor();
        return step;
    }

    private Step step(int action) {
        return step(action, false, List.of());
    }

    private float[] start(boolean right, int row, boolean down) {
        rng.give(serve(right, row, down));
        return game.reset(rng);
    }

    private static void assertBall(int x, int y, float[] planes) {
        assertEquals(x, x(planes, BALL));
        assertEquals(y, y(planes, BALL));
    }

    @Test void a_serve_to_the_right_stands_at_4_with_its_trail_behind_and_paddles_at_4_5_6() {
        float[] s = start(true, 3, true);
        assertBall(4, 3, s);
        assertTrue(at(s, TRAIL, 3, 2));
        for (int y = 4; y <= 6; y++) {
            assertTrue(at(s, OWN_PADDLE, 9, y));
            assertTrue(at(s, OTHER_PADDLE, 0, y));
        }
        s = start(false, 3, false);
        assertBall(5, 3, s);
        assertTrue(at(s, TRAIL, 6, 4));
    }

    @Test void the_ball_keeps_its_row_where_it_turns_at_the_top() {
        start(true, 1, false);
        assertBall(5, 0, step(NONE).observation());
        assertBall(6, 0, step(NONE).observation());
        assertBall(7, 1, step(NONE).observation());
    }

    @Test void the_middle_of_the_paddle_sends_the_ball_back_as_it_came() {
        // (4,1) → (5,2) (6,3) (7,4) (8,5); then row 6 is the middle of a paddle that went down once
        start(true, 1, true);
        step(DOWN);
        for (int t = 2; t <= 4; t++) step(NONE);
        assertBall(8, 6, step(NONE).observation());
        assertBall(7, 7, step(NONE).observation());
    }

    @Test void the_upper_cell_of_the_paddle_sends_the_ball_up() {
        start(true, 1, true);
        step(DOWN);
        for (int t = 2; t <= 4; t++) step(NONE);
        assertBall(8, 6, step(DOWN).observation());        // the paddle is at 6, 7, 8
        assertBall(7, 5, step(NONE).observation());
    }

    @Test void past_the_own_paddle_it_is_the_opponents_point_and_a_new_serve() {
        start(true, 1, true);                              // to row 6
        for (int t = 1; t <= 4; t++) assertEquals(0, step(UP).reward());   // at 1, 2, 3
        Step step = step(NONE, false, serve(false, 8, true));
        assertEquals(-1, step.reward());
        assertEquals(1, game.opponentPoints());
        assertEquals(0, game.points());
        assertBall(5, 8, step.observation());
        assertTrue(at(step.observation(), OWN_PADDLE, 9, 1));   // stays where it was
    }

    @Test void past_the_other_paddle_it_is_an_own_point() {
        start(false, 4, false);                            // (5,4) → (4,3) (3,2) (2,1) (1,0) (0,0)
        for (int t = 1; t <= 4; t++) step(NONE);
        assertEquals(1, step(NONE, false, serve(true, 1, true)).reward());
        assertEquals(1, game.points());
    }

    @Test void an_opponent_that_follows_goes_a_cell_towards_the_balls_row_of_before() {
        start(false, 4, false);
        for (int t = 1; t <= 4; t++) step(NONE, true, List.of());   // 4, 3, 2, 1
        Step step = step(NONE, true, List.of());           // its upper cell is in row 0
        assertBall(1, 0, step.observation());
        assertEquals(0, step.reward());
    }

    @Test void a_game_is_won_with_21_points_and_the_ball_stays_where_it_went_out() {
        start(false, 4, false);
        for (int point = 1; point <= 21; point++) {
            for (int t = 1; t <= 4; t++) step(NONE);
            Step last = step(NONE, false, point < 21 ? serve(false, 4, false) : List.of());
            assertEquals(1, last.reward());
            assertEquals(point == 21, last.terminated());
            if (last.terminated()) assertBall(0, 0, last.observation());
        }
        assertEquals(21, game.points());
    }

    @Property void an_opponent_of_strength_1_misses_nothing_once_it_has_returned_a_serve(
            @ForAll long seed) {
        boolean[] returned = new boolean[1];
        RandomPlay.of(new Pong(1), seed, (s, random) -> random.nextInt(4) == 0
                ? random.nextInt(3) : follow(s), (before, action, step) -> {
            float[] now = step.observation();
            if (x(before, BALL) == 1 && x(now, BALL) == 1) returned[0] = true;
            assertFalse(returned[0] && step.reward() > 0);
            if (step.reward() != 0) returned[0] = false;
        });
    }

    @Test void a_strength_is_a_probability() {
        assertEquals(4, new Pong(0).channels());
        for (double strength : new double[] {-0.1, 1.5, Double.NaN}) {
            var e = assertThrows(IllegalArgumentException.class, () -> new Pong(strength));
            assertEquals("Pong needs an opponent of strength 0 .. 1, but got " + strength + ".",
                    e.getMessage());
        }
    }

    @Property void paddles_are_3_cells_at_their_edges_and_the_ball_between_them(
            @ForAll long seed) {
        RandomPlay.of(new Pong(), seed, (before, action, step) -> {
            float[] now = step.observation();
            assertEquals(3, count(now, OWN_PADDLE));
            assertEquals(3, count(now, OTHER_PADDLE));
            int own = 0;
            int other = 0;
            for (int y = 0; y < 10; y++) {
                if (at(now, OWN_PADDLE, 9, y)) own++;
                if (at(now, OTHER_PADDLE, 0, y)) other++;
                assertTrue(countRow(now, OWN_PADDLE, y) <= 1);
            }
            assertEquals(3, own);
            assertEquals(3, other);
            int x = x(now, BALL);
            assertTrue(step.last() ? x == 0 || x == 9 : 1 <= x && x <= 8, "ball in column " + x);
        });
    }

    @Property void the_ball_moves_a_cell_and_its_trail_is_where_it_was_but_at_a_serve(
            @ForAll long seed) {
        RandomPlay.of(new Pong(), seed, (before, action, step) -> {
            float[] now = step.observation();
            assertEquals(1, count(now, BALL));
            assertEquals(1, count(now, TRAIL));
            if (step.reward() != 0 && !step.last()) return;
            assertTrue(Math.abs(x(now, BALL) - x(before, BALL)) <= 1);
            assertTrue(Math.abs(y(now, BALL) - y(before, BALL)) <= 1);
            assertTrue(at(now, TRAIL, x(before, BALL), y(before, BALL)));
        });
    }

    @Property void rewards_add_up_to_the_difference_of_the_points(@ForAll long seed) {
        Pong pong = new Pong();
        double[] sum = new double[1];
        RandomPlay.of(pong, seed, (before, action, step) -> {
            sum[0] += step.reward();
            assertEquals(pong.points() - pong.opponentPoints(), sum[0]);
            assertEquals(pong.points() == 21 || pong.opponentPoints() == 21, step.terminated());
            if (step.last()) sum[0] = 0;
        });
    }

    @Test void a_random_player_loses_clearly_and_one_who_follows_the_ball_wins() {
        assertTrue(meanOf(false) < -9, "random " + meanOf(false));
        assertTrue(meanOf(true) > 18, "following " + meanOf(true));
    }

    private static double meanOf(boolean following) {
        Pong pong = new Pong();
        Environment env = new TimeLimit(pong, 10_000);
        SplittableRandom rng = new SplittableRandom(3);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            float[] s = env.reset(rng);
            for (boolean last = false; !last;) {
                Step step = env.step(following ? follow(s) : rng.nextInt(3));
                s = step.observation();
                sum += step.reward();
                last = step.last();
            }
        }
        return sum / 100;
    }

    private static int follow(float[] planes) {
        int ball = y(planes, BALL);
        if (at(planes, OWN_PADDLE, 9, ball)) {
            boolean upper = ball < 9 && at(planes, OWN_PADDLE, 9, ball + 1);
            boolean lower = ball > 0 && at(planes, OWN_PADDLE, 9, ball - 1);
            return upper == lower ? NONE : upper ? UP : DOWN;
        }
        for (int y = 0; y < 10; y++) if (at(planes, OWN_PADDLE, 9, y)) return ball < y ? UP : DOWN;
        throw new AssertionError("there is no paddle");
    }
}
