package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.envs.games.RandomPlay.at;
import static skein.envs.games.RandomPlay.count;
import static skein.envs.games.RandomPlay.countRow;
import static skein.envs.games.RandomPlay.x;
import static skein.envs.games.RandomPlay.y;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FreewayTest {
    private static final int CHICKEN = 0;
    private static final int CAR = 1;
    private static final int FASTEST = 2;
    private static final int SLOWEST = 6;

    /** Mostly up, so that the chicken comes across. */
    private static int up(float[] planes, SplittableRandom rng) {
        return rng.nextInt(10) == 0 ? rng.nextInt(6) : 2;
    }

    @Test void an_episode_has_2501_steps() {
        Freeway game = new Freeway();
        game.reset(new SplittableRandom(1));
        int steps = 1;
        while (!game.step(2).last()) steps++;
        assertEquals(2501, steps);
    }

    @Property void the_chicken_stays_in_column_4_and_rests_between_moves(@ForAll long seed) {
        int[] sinceMove = {3};
        RandomPlay.of(new Freeway(), seed, FreewayTest::up, (before, action, step) -> {
            float[] now = step.observation();
            assertEquals(4, x(now, CHICKEN));
            sinceMove[0]++;
            int moved = Math.abs(y(now, CHICKEN) - y(before, CHICKEN));
            boolean sentBack = y(now, CHICKEN) == 9;
            if (moved == 0 || sentBack) return;
            assertEquals(1, moved);
            assertTrue(sinceMove[0] >= 3, "after " + sinceMove[0] + " steps");
            sinceMove[0] = 0;
        });
    }

    @Property void each_of_the_rows_1_to_8_has_one_car_with_one_trail_beside_it(
            @ForAll long seed) {
        RandomPlay.of(new Freeway(), seed, FreewayTest::up, (before, action, step) -> {
            float[] now = step.observation();
            assertEquals(8, count(now, CAR));
            for (int y = 1; y <= 8; y++) {
                assertEquals(1, countRow(now, CAR, y));
                int trails = 0;
                for (int c = FASTEST; c <= SLOWEST; c++) {
                    for (int x = 0; x < 10; x++) {
                        if (!at(now, c, x, y)) continue;
                        trails++;
                        assertTrue(at(now, CAR, (x + 1) % 10, y) || at(now, CAR, (x + 9) % 10, y));
                    }
                }
                assertEquals(1, trails);
            }
        });
    }

    @Property void no_car_is_ever_where_the_chicken_is(@ForAll long seed) {
        RandomPlay.of(new Freeway(), seed, FreewayTest::up, (before, action, step) -> {
            float[] now = step.observation();
            assertEquals(false, at(now, CAR, 4, y(now, CHICKEN)));
        });
    }

    @Property void a_reward_is_1_and_comes_when_the_chicken_goes_up_from_row_1(@ForAll long seed) {
        RandomPlay.of(new Freeway(), seed, FreewayTest::up, (before, action, step) -> {
            if (step.reward() == 0) return;
            assertEquals(1, step.reward());
            assertEquals(2, action);
            assertEquals(1, y(before, CHICKEN));
            assertEquals(9, y(step.observation(), CHICKEN));
        });
    }
}
