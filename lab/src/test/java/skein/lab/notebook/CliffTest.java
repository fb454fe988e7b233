package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.EnvironmentCheck;
import skein.envs.Step;
import skein.envs.TimeLimit;

class CliffTest {
    private static final int NORTH = 0;
    private static final int EAST = 1;
    private static final int SOUTH = 2;
    private static final int WEST = 3;

    private final Cliff cliff = new Cliff();

    private Step walk(int... actions) {
        Step step = null;
        for (int action : actions) step = cliff.step(action);
        return step;
    }

    @Test void it_keeps_what_an_environment_promises() {
        assertEquals(List.of(), EnvironmentCheck.check(new TimeLimit(new Cliff(), 200)));
    }

    @Test void along_the_edge_the_goal_is_thirteen_steps_away() {
        assertEquals(36, cliff.reset(new SplittableRandom(1))[0]);
        Step last = walk(NORTH, EAST, EAST, EAST, EAST, EAST, EAST, EAST, EAST, EAST, EAST, EAST);
        assertEquals(35, last.observation()[0]);
        assertEquals(-1, last.reward());
        assertFalse(last.last());
        last = walk(SOUTH);
        assertEquals(47, last.observation()[0]);
        assertEquals(-1, last.reward());
        assertTrue(last.terminated());
        assertThrows(IllegalStateException.class, () -> cliff.step(NORTH));
    }

    @Test void a_step_over_the_edge_costs_100_and_leads_back_to_the_start() {
        cliff.reset(new SplittableRandom(1));
        Step fall = walk(EAST);
        assertEquals(-100, fall.reward());
        assertEquals(36, fall.observation()[0]);
        assertFalse(fall.last());
        assertEquals(-100, walk(NORTH, EAST, SOUTH).reward());
    }

    @Test void at_the_border_one_stays() {
        assertEquals(0, Cliff.next(0, NORTH));
        assertEquals(0, Cliff.next(0, WEST));
        assertEquals(11, Cliff.next(11, EAST));
        assertEquals(36, Cliff.next(36, SOUTH));
    }

    @Test void the_path_follows_the_best_actions_and_ends_at_the_goal_or_in_a_circle() {
        double[][] Q = new double[Cliff.STATES][Cliff.ACTIONS];
        for (double[] q : Q) q[EAST] = 1;
        Q[36][NORTH] = 2;
        Q[35][SOUTH] = 2;
        assertEquals(List.of(36, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 47),
                Cliff.path(Q));
        Q[26][WEST] = 2;
        assertEquals(List.of(36, 24, 25, 26), Cliff.path(Q));
        Q[25][SOUTH] = 3;
        assertEquals(List.of(36, 24, 25, 37), Cliff.path(Q));
    }

    @Test void the_picture_shows_the_path() {
        double[][] Q = new double[Cliff.STATES][Cliff.ACTIONS];
        BufferedImage without = Cliff.picture(Q);
        Q[36][EAST] = 1;
        assertNotEquals(without.getRGB(8 + 66, 8 + 3 * 66 + 33),
                Cliff.picture(Q).getRGB(8 + 66, 8 + 3 * 66 + 33));
    }
}
