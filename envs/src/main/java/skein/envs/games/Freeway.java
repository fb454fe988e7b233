package skein.envs.games;

import static skein.envs.games.ActionSet.DOWN;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.UP;

import java.util.Arrays;

/**
 * Lead a chicken over eight lanes of traffic, as often as the time allows.
 *
 * <p>The observation is seven planes of 10 by 10 cells, shape [7, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                                    | Min | Max | Unit
 *    0   | the chicken, in column 4                    |  0  |  1  | 1 cell
 *    1   | cars, one in each of the rows 1 to 8        |  0  |  1  | 8 cells
 *  2..6  | the cells behind the cars of speed 1 .. 5,  |  0  |  1  | 8 cells in all
 *        |   the fastest first                         |     |     |
 * </pre>
 * The actions with a meaning are none, up (2) and down (4); the minimal set is these three as
 * 0, 1, 2. After a move the chicken rests for two steps.
 *
 * <p>A car of speed s drives a cell every s + 1 steps, round the edges of the board. A car that
 * hits the chicken sends it back to row 9.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for each time the chicken reaches row 0. It is put back to row 9 and the
 *     cars draw new speeds and directions.
 * <li><b>Start:</b> the chicken in row 9, all cars in column 0; speeds 1 .. 5 and directions drawn
 *     uniformly for each car.
 * <li><b>End:</b> terminated by step 2501. Never truncated.
 * <li><b>Version:</b> v1, step for step MinAtar 1.0.15 without its sticky actions, which
 *     {@link skein.envs.StickyActions} adds.
 * <li><b>Source:</b> Young, Tian, <i>MinAtar: An Atari-inspired testbed for thorough and
 *     reproducible reinforcement learning experiments</i>, 2019.
 * </ul>
 */
public final class Freeway extends ArcadeGame {
    private static final int CHICKEN = 0;
    private static final int CAR = 1;
    private static final int TRAIL = 1;                     // + speed

    private static final int COLUMN = 4;                    // the chicken's
    private static final int START = HEIGHT - 1;            // the chicken's row
    private static final int CARS = 8;
    private static final int SPEEDS = 5;
    private static final int REST = 3;                      // steps from a move to the next
    private static final int TIME = 2500;

    private int chicken;                                    // row
    private int rest;
    private int timeLeft;
    private final int[] column = new int[CARS];             // of car k, which drives in row k + 1
    private final int[] direction = new int[CARS];          // −1 or +1
    private final int[] speed = new int[CARS];              // 1 the fastest .. 5
    private final int[] countdown = new int[CARS];          // steps until it moves

    /** Makes a game with all six actions. */
    public Freeway() {
        this(ActionSet.FULL);
    }

    /**
     * Makes a game.
     *
     * @param actions which actions there are
     */
    public Freeway(ActionSet actions) {
        super(actions.actions(NONE, UP, DOWN), "chicken", "car", "trail of speed 1",
                "trail of speed 2", "trail of speed 3", "trail of speed 4", "trail of speed 5");
    }

    @Override void begin() {
        drawCars();
        Arrays.fill(column, 0);
        chicken = START;
        rest = REST;
        timeLeft = TIME;
    }

    private void drawCars() {
        for (int k = 0; k < CARS; k++) speed[k] = 1 + rng.nextInt(SPEEDS);
        for (int k = 0; k < CARS; k++) direction[k] = coin() ? -1 : 1;
        System.arraycopy(speed, 0, countdown, 0, CARS);
    }

    @Override void advance(int action) {
        if (rest == 0) walk(action);
        if (chicken == 0) {
            reward++;
            drawCars();
            chicken = START;
        }
        for (int k = 0; k < CARS; k++) drive(k);
        if (rest > 0) rest--;
        timeLeft--;
        if (timeLeft < 0) terminal = true;
    }

    private void walk(int action) {
        if (action != UP && action != DOWN) return;
        chicken = between(0, chicken + (action == UP ? -1 : 1), START);
        rest = REST;
    }

    private void drive(int k) {
        hit(k);
        if (countdown[k] > 0) {
            countdown[k]--;
            return;
        }
        countdown[k] = speed[k];
        column[k] = wrapped(column[k] + direction[k]);
        hit(k);
    }

    private void hit(int k) {
        if (column[k] == COLUMN && chicken == k + 1) chicken = START;
    }

    /** Columns go round the edge: −1 is 9, and 10 is 0. */
    private static int wrapped(int x) {
        return x < 0 ? WIDTH - 1 : x == WIDTH ? 0 : x;
    }

    @Override void paint(float[] planes) {
        mark(planes, CHICKEN, COLUMN, chicken);
        for (int k = 0; k < CARS; k++) {
            mark(planes, CAR, column[k], k + 1);
            mark(planes, TRAIL + speed[k], wrapped(column[k] - direction[k]), k + 1);
        }
    }
}
