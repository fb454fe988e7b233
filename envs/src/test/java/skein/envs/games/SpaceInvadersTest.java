package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.envs.games.RandomPlay.at;
import static skein.envs.games.RandomPlay.count;
import static skein.envs.games.RandomPlay.countRow;
import static skein.envs.games.RandomPlay.x;
import static skein.envs.games.RandomPlay.y;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skein.envs.Step;

class SpaceInvadersTest {
    private static final int CANNON = 0;
    private static final int ALIEN = 1;
    private static final int GOING_LEFT = 2;
    private static final int GOING_RIGHT = 3;
    private static final int OWN_BULLET = 4;
    private static final int ENEMY_BULLET = 5;

    /** Mostly shoots, so that blocks of aliens go. */
    private static int shoot(float[] planes, SplittableRandom rng) {
        return rng.nextBoolean() ? 5 : rng.nextInt(6);
    }

    @Test void a_bullet_fired_at_once_from_column_5_hits_the_alien_at_5_3_in_step_6() {
        // it is in row 8 after step 1, and in row 3 after step 6
        SpaceInvaders game = new SpaceInvaders();
        game.reset(new SplittableRandom(1));
        for (int t = 1; t < 6; t++) assertEquals(0, game.step(5).reward());
        assertEquals(1, game.step(0).reward());
        assertEquals(23, game.aliensLeft());
    }

    @Test void the_aliens_move_first_in_step_13_and_turn_round_at_the_edge_in_step_37() {
        // columns 2 .. 7 go to 1 .. 6 and 0 .. 5 in steps 13 and 25, and down in step 37
        SpaceInvaders game = new SpaceInvaders();
        float[] now = game.reset(new SplittableRandom(1));
        for (int t = 1; t <= 37; t++) {
            int left = t < 13 ? 2 : t < 25 ? 1 : 0;
            int top = t < 37 ? 0 : 1;
            now = game.step(t % 13 < 6 ? 1 : 3).observation();
            assertTrue(at(now, ALIEN, left, top), "step " + t);
        }
        assertEquals(0, count(now, GOING_LEFT));
        assertEquals(24, count(now, GOING_RIGHT));
    }

    /** The cannon stays right of those that came to row 9, where they go left to the edge. */
    @Test void aliens_that_are_to_go_down_from_row_9_are_the_end() {
        SpaceInvaders game = new SpaceInvaders();
        float[] now = game.reset(new SplittableRandom(1));
        boolean landed;
        Step step;
        do {
            landed = countRow(now, ALIEN, 9) > 0;
            step = game.step(keepRight(now));
            now = step.observation();
        } while (!step.last());
        assertTrue(landed);
        assertFalse(at(now, ENEMY_BULLET, x(now, CANNON), 9));
        assertFalse(at(now, ALIEN, x(now, CANNON), 9));
    }

    /** Shoots away what is lowest on the right, goes to the right of the rest, and dodges. */
    private static int keepRight(float[] planes) {
        int cannon = x(planes, CANNON);
        int right = rightmost(planes, 0);
        int lowest = 9;
        while (countRow(planes, ALIEN, lowest) == 0) lowest--;
        boolean hunting = lowest < 9 && rightmost(planes, lowest) >= right - 1;
        int toAim = Integer.signum((hunting ? right : 9) - cannon);
        for (int way : new int[] {toAim, 0, 1, -1}) {
            if (cannon + way > 9 || at(planes, ENEMY_BULLET, cannon + way, 8)) continue;
            return way < 0 ? 1 : way > 0 ? 3 : hunting ? 5 : 0;
        }
        return 0;
    }

    /** The column of the rightmost alien in this row or below. */
    private static int rightmost(float[] planes, int row) {
        for (int x = 9; ; x--) {
            for (int y = row; y < 10; y++) if (at(planes, ALIEN, x, y)) return x;
        }
    }

    @Property void the_cannon_stays_in_row_9_and_moves_a_cell_at_most(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            assertEquals(9, y(step.observation(), CANNON));
            assertTrue(Math.abs(x(step.observation(), CANNON) - x(before, CANNON)) <= 1);
        });
    }

    @Property void aliens_all_go_the_same_way(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            float[] now = step.observation();
            int way = count(now, GOING_LEFT) > 0 ? GOING_LEFT : GOING_RIGHT;
            assertEquals(0, count(now, GOING_LEFT + GOING_RIGHT - way));
            assertEquals(count(now, ALIEN), count(now, way));
            assertTrue(Arrays.equals(now, 100 * ALIEN, 100 * ALIEN + 100,
                    now, 100 * way, 100 * way + 100));
        });
    }

    @Property void the_reward_is_the_number_of_aliens_that_vanished(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            int left = count(step.observation(), ALIEN);
            boolean newBlock = count(before, ALIEN) < left;
            assertEquals(count(before, ALIEN) - (newBlock ? 0 : left), step.reward());
            if (newBlock) assertEquals(24, left);
        });
    }

    @Property void there_are_at_most_two_own_bullets_and_one_of_the_enemy(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            float[] now = step.observation();
            assertTrue(count(now, OWN_BULLET) <= 2);
            assertTrue(count(now, ENEMY_BULLET) <= 1);
        });
    }

    @Property void no_alien_is_nearer_to_the_cannon_than_the_one_that_shoots(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            float[] now = step.observation();
            boolean newBlock = count(before, ALIEN) < count(now, ALIEN);
            if (newBlock || count(now, ENEMY_BULLET) == 0) return;
            int x = x(now, ENEMY_BULLET);
            int y = y(now, ENEMY_BULLET);
            boolean shotNow = y == 0 || !at(before, ENEMY_BULLET, x, y - 1);
            int cannon = x(now, CANNON);
            for (int cell = 0; cell < 100 && shotNow; cell++) {
                if (now[100 * ALIEN + cell] == 0) continue;
                assertTrue(Math.abs(cell % 10 - cannon) >= Math.abs(x - cannon));
                assertTrue(cell % 10 != x || cell / 10 <= y, "not the lowest of its column");
            }
        });
    }

    @Property void what_was_hit_is_gone_and_a_hit_cannon_is_the_end(@ForAll long seed) {
        RandomPlay.of(new SpaceInvaders(), seed, SpaceInvadersTest::shoot, (before, a, step) -> {
            float[] now = step.observation();
            int cannon = x(now, CANNON);
            if (at(now, ENEMY_BULLET, cannon, 9) || at(now, ALIEN, cannon, 9)) {
                assertTrue(step.terminated());
            }
            boolean newBlock = count(before, ALIEN) < count(now, ALIEN);
            for (int cell = 0; cell < 100 && !newBlock; cell++) {
                assertTrue(now[100 * ALIEN + cell] == 0 || now[100 * OWN_BULLET + cell] == 0);
            }
        });
    }
}
