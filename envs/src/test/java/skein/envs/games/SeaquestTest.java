package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import skein.envs.Step;

class SeaquestTest {
    private static final int FRONT = 0;
    private static final int BACK = 1;
    private static final int OWN_BULLET = 2;
    private static final int TRAIL = 3;
    private static final int ENEMY_BULLET = 4;
    private static final int FISH = 5;
    private static final int ENEMY = 6;
    private static final int OXYGEN = 7;
    private static final int ABOARD = 8;
    private static final int DIVER = 9;

    /** Stays under water while nobody is aboard, so that it lives longer than by chance. */
    private static int careful(float[] planes, SplittableRandom rng) {
        int action = rng.nextInt(6);
        boolean deadly = y(planes, FRONT) == 1 && count(planes, ABOARD) == 0;
        return action == 2 && deadly ? 5 : action;
    }

    @Test void oxygen_falls_by_1_a_step_under_water_and_is_shown_in_cells_of_20_steps() {
        Seaquest game = new Seaquest();
        float[] now = game.reset(new SplittableRandom(1));
        assertEquals(10, count(now, OXYGEN));
        for (int t = 1; t <= 20; t++) now = game.step(t == 1 ? 4 : 5).observation();
        assertEquals(180, game.oxygen());
        assertEquals(9, count(now, OXYGEN));
        assertEquals(8, count(game.step(5).observation(), OXYGEN));
    }

    @Test void surfacing_without_a_diver_is_the_end() {
        Seaquest game = new Seaquest();
        game.reset(new SplittableRandom(1));
        assertFalse(game.step(4).terminated());
        assertTrue(game.step(2).terminated());
    }

    @Test void a_bullet_leaves_the_board_after_6_steps_and_the_next_may_follow_in_step_6() {
        // fired at (5, 0) to the left it is at 4 after step 1 and at 0 after step 5
        Seaquest game = new Seaquest();
        game.reset(new SplittableRandom(1));
        float[] now = null;
        for (int t = 1; t <= 5; t++) {
            now = game.step(5).observation();
            assertEquals(5 - t, x(now, OWN_BULLET));
        }
        assertEquals(4, x(game.step(5).observation(), OWN_BULLET));
    }

    @Property void the_submarine_stays_in_rows_0_to_8_its_back_behind_its_front(
            @ForAll long seed) {
        RandomPlay.of(new Seaquest(), seed, SeaquestTest::careful, (before, action, step) -> {
            float[] now = step.observation();
            int moved = Math.abs(x(now, FRONT) - x(before, FRONT))
                    + Math.abs(y(now, FRONT) - y(before, FRONT));
            assertTrue(moved <= 1);
            assertTrue(y(now, FRONT) <= 8);
            assertTrue(count(now, BACK) <= 1);
            if (count(now, BACK) == 0) {
                assertTrue(x(now, FRONT) == 0 || x(now, FRONT) == 9);
            } else {
                assertEquals(y(now, FRONT), y(now, BACK));
                assertEquals(1, Math.abs(x(now, FRONT) - x(now, BACK)));
            }
        });
    }

    @Property void oxygen_and_divers_aboard_are_bars_in_row_9(@ForAll long seed) {
        Seaquest game = new Seaquest();
        RandomPlay.of(game, seed, SeaquestTest::careful, (before, action, step) -> {
            float[] now = step.observation();
            assertTrue(-1 <= game.oxygen() && game.oxygen() <= 200, "oxygen " + game.oxygen());
            assertTrue(game.oxygen() >= 0 || step.terminated());
            assertTrue(game.divers() <= 6, "divers " + game.divers());
            int oxygen = Math.max(0, game.oxygen()) / 20;
            int aboard = Math.max(0, game.divers());
            assertEquals(oxygen, count(now, OXYGEN));
            assertEquals(aboard, count(now, ABOARD));
            for (int i = 0; i < oxygen; i++) assertTrue(at(now, OXYGEN, i, 9));
            for (int i = 0; i < aboard; i++) assertTrue(at(now, ABOARD, 8 - i, 9));
        });
    }

    @Property void all_that_swims_is_in_rows_1_to_8_and_each_has_a_trail_but_at_an_edge(
            @ForAll long seed) {
        RandomPlay.of(new Seaquest(), seed, SeaquestTest::careful, (before, action, step) -> {
            float[] now = step.observation();
            for (int c : new int[] {TRAIL, ENEMY_BULLET, FISH, ENEMY, DIVER}) {
                assertEquals(0, countRow(now, c, 0) + countRow(now, c, 9), "channel " + c);
            }
            assertEquals(0, countRow(now, OWN_BULLET, 9));
            assertTrue(count(now, OWN_BULLET) <= 2);
            int swimming = count(now, FISH) + count(now, ENEMY) + count(now, DIVER);
            assertTrue(count(now, TRAIL) > 0 || swimming <= 2 * 8, "only at the edges");
        });
    }

    @Property void rewards_are_what_was_shot_or_the_oxygen_at_the_rescue_of_six(
            @ForAll long seed) {
        RandomPlay.of(new Seaquest(), seed, SeaquestTest::careful, (before, action, step) -> {
            float[] now = step.observation();
            boolean surfaced = y(before, FRONT) > 0 && y(now, FRONT) == 0;
            if (surfaced && count(before, ABOARD) >= 5) return;
            int bulletsBefore = count(before, OWN_BULLET) + (action == 5 ? 1 : 0);
            int bulletsGone = bulletsBefore - count(now, OWN_BULLET);
            assertTrue(0 <= step.reward() && step.reward() <= bulletsGone,
                    step.reward() + " for " + bulletsGone + " bullets");
            int targets = count(before, FISH) + count(before, ENEMY) + 1;   // one may just come
            assertTrue(step.reward() <= targets);
        });
    }

    @Property void divers_come_aboard_from_the_submarines_row_or_just_come_at_an_edge(
            @ForAll long seed) {
        Seaquest game = new Seaquest();
        RandomPlay.of(game, seed, SeaquestTest::careful, (then, action, step) -> {
            float[] now = step.observation();
            int more = count(now, ABOARD) - count(then, ABOARD);
            if (more > 0) {
                int row = y(now, FRONT);
                boolean atEdge = x(now, FRONT) == 0 || x(now, FRONT) == 9;
                assertTrue(atEdge || countRow(then, DIVER, row) > 0, "nobody in row " + row);
            }
            boolean there = at(now, DIVER, x(now, FRONT), y(now, FRONT));
            assertFalse(there && game.divers() < 6, "left behind");
        });
    }

    @Property void it_goes_on_only_with_no_enemy_where_the_submarine_is(@ForAll long seed) {
        RandomPlay.of(new Seaquest(), seed, SeaquestTest::careful, (before, action, step) -> {
            if (step.terminated()) return;
            float[] now = step.observation();
            for (int c : new int[] {ENEMY_BULLET, FISH, ENEMY}) {
                assertFalse(at(now, c, x(now, FRONT), y(now, FRONT)), "channel " + c);
            }
        });
    }
}
