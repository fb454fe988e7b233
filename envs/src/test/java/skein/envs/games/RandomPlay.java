package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/** Random play of a game, to look at each of its steps; and what can be read from its planes. */
final class RandomPlay {
    private static final int STEPS = 200;

    /** Looks at a step. */
    interface Look {
        void at(float[] before, int action, Step step);
    }

    /** Chooses an action. */
    interface Chooser {
        int action(float[] observation, SplittableRandom rng);
    }

    private RandomPlay() {
    }

    /** 200 steps of any actions, in as many episodes as it takes. */
    static void of(Environment game, long seed, Look look) {
        int n = Discrete.of(game.actionSpace()).n();
        of(game, seed, (observation, rng) -> rng.nextInt(n), look);
    }

    static void of(Environment game, long seed, Chooser chooser, Look look) {
        SplittableRandom rng = new SplittableRandom(seed);
        float[] before = game.reset(rng);
        for (int t = 0; t < STEPS; t++) {
            int action = chooser.action(before, rng);
            Step step = game.step(action);
            assertTrue(onlyZerosAndOnes(step.observation()));
            look.at(before, action, step);
            before = step.last() ? game.reset(rng) : step.observation();
        }
    }

    private static boolean onlyZerosAndOnes(float[] planes) {
        for (float cell : planes) if (cell != 0 && cell != 1) return false;
        return true;
    }

    /** How many cells of a channel are marked. */
    static int count(float[] planes, int c) {
        int count = 0;
        for (int i = 100 * c; i < 100 * c + 100; i++) if (planes[i] != 0) count++;
        return count;
    }

    /** How many cells of a row of a channel are marked. */
    static int countRow(float[] planes, int c, int y) {
        int count = 0;
        for (int x = 0; x < 10; x++) if (at(planes, c, x, y)) count++;
        return count;
    }

    static boolean at(float[] planes, int c, int x, int y) {
        return planes[100 * c + 10 * y + x] != 0;
    }

    /** The column of the only marked cell of a channel. */
    static int x(float[] planes, int c) {
        return only(planes, c) % 10;
    }

    /** The row of the only marked cell of a channel. */
    static int y(float[] planes, int c) {
        return only(planes, c) / 10;
    }

    private static int only(float[] planes, int c) {
        int cell = -1;
        for (int i = 0; i < 100; i++) {
            if (planes[100 * c + i] == 0) continue;
            assertTrue(cell == -1, "channel " + c + " has cells " + cell + " and " + i);
            cell = i;
        }
        assertTrue(cell >= 0, "channel " + c + " is empty");
        return cell;
    }
}
