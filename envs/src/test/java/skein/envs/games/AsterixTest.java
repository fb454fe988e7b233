package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.envs.games.RandomPlay.at;
import static skein.envs.games.RandomPlay.count;
import static skein.envs.games.RandomPlay.countRow;
import static skein.envs.games.RandomPlay.x;
import static skein.envs.games.RandomPlay.y;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skein.reference.MinAtarTrace.Draw;

class AsterixTest {
    private static final int PLAYER = 0;
    private static final int ENEMY = 1;
    private static final int TRAIL = 2;
    private static final int GOLD = 3;

    @Test void gold_that_appears_at_the_left_of_row_5_reaches_the_player_in_step_31() {
        // it appears in step 11 and moves in steps 11, 16, 21, 26, 31, and the fifth brings it to 5
        RecordedDraws rng = new RecordedDraws();
        Asterix game = new Asterix(ActionSet.FULL, false);
        game.reset(rng);
        for (int t = 1; t <= 31; t++) {
            if (t == 11) rng.give(List.of(right(), gold(), new Draw(8, 4)));
            if (t == 21) rng.give(List.of(right(), gold(), new Draw(7, 0)));
            if (t == 31) rng.give(List.of(right(), gold(), new Draw(6, 0)));
            assertEquals(t == 31 ? 1 : 0, game.step(0).reward(), "step " + t);
        }
    }

    private static Draw right() {
        return new Draw(0, 0.25);
    }

    private static Draw gold() {
        return new Draw(0, 0.25);
    }

    @Property void the_player_stays_in_rows_1_to_8_and_moves_a_cell_at_most(@ForAll long seed) {
        RandomPlay.of(new Asterix(), seed, (before, action, step) -> {
            float[] now = step.observation();
            assertTrue(1 <= y(now, PLAYER) && y(now, PLAYER) <= 8);
            int moved = Math.abs(x(now, PLAYER) - x(before, PLAYER))
                    + Math.abs(y(now, PLAYER) - y(before, PLAYER));
            assertTrue(moved <= 1);
        });
    }

    @Property void a_row_has_gold_or_an_enemy_or_nothing_and_rows_0_and_9_have_nothing(
            @ForAll long seed) {
        RandomPlay.of(new Asterix(), seed, (before, action, step) -> {
            float[] now = step.observation();
            for (int y = 0; y < 10; y++) {
                int things = countRow(now, ENEMY, y) + countRow(now, GOLD, y);
                assertTrue(things <= (y == 0 || y == 9 ? 0 : 1));
                assertTrue(countRow(now, TRAIL, y) <= things);
            }
        });
    }

    @Property void gold_that_the_player_reached_is_gone_and_at_most_1_a_step(@ForAll long seed) {
        RandomPlay.of(new Asterix(), seed, (before, action, step) -> {
            float[] now = step.observation();
            assertFalse(at(now, GOLD, x(now, PLAYER), y(now, PLAYER)));
            assertTrue(step.reward() == 0 || step.reward() == 1);
            int row = y(now, PLAYER);
            if (step.reward() == 1) assertEquals(0, countRow(now, GOLD, row));
        });
    }

    @Property void it_ends_with_an_enemy_there_or_just_gone_on_and_never_goes_on_with_one_there(
            @ForAll long seed) {
        RandomPlay.of(new Asterix(), seed, (before, action, step) -> {
            float[] now = step.observation();
            int row = y(now, PLAYER);
            boolean met = at(now, ENEMY, x(now, PLAYER), row);
            if (!step.terminated()) assertFalse(met);
            if (!step.terminated() || met) return;
            int was = x(now, PLAYER);                        // the enemy met there moved on
            assertTrue(countRow(now, ENEMY, row) == 0 ? was == 0 || was == 9
                    : was > 0 && at(now, ENEMY, was - 1, row)
                    || was < 9 && at(now, ENEMY, was + 1, row));
        });
    }

    @Property void at_most_one_thing_appears_in_a_step(@ForAll long seed) {
        RandomPlay.of(new Asterix(), seed, (before, action, step) -> {
            float[] now = step.observation();
            int more = count(now, ENEMY) + count(now, GOLD) - count(before, ENEMY)
                    - count(before, GOLD);
            assertTrue(more <= 1);
        });
    }
}
