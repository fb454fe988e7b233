package skein.envs.games;

import static skein.envs.games.ActionSet.DOWN;
import static skein.envs.games.ActionSet.LEFT;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.RIGHT;
import static skein.envs.games.ActionSet.UP;

import java.util.Arrays;

/**
 * Collect gold that crosses the board, and keep away from the enemies that cross it too.
 *
 * <p>The observation is four planes of 10 by 10 cells, shape [4, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                                   | Min | Max | Unit
 *    0   | the player                                 |  0  |  1  | 1 cell
 *    1   | enemies, at most one in each row 1 to 8    |  0  |  1  | up to 8 cells
 *    2   | the cells behind enemies and gold          |  0  |  1  | up to 8 cells
 *    3   | gold; a row has gold, an enemy, or neither |  0  |  1  | up to 8 cells
 * </pre>
 * The actions with a meaning are none, left (1), up (2), right (3) and down (4), which move the
 * player by a cell within rows 1 to 8; the minimal set is these five, with the same numbers.
 *
 * <p>Every 10th step something appears at the left or the right edge of a free row: gold with
 * probability ⅓, else an enemy. All things move by a cell every 5th step and leave at the other
 * edge. With ramping both times get shorter, every 102 steps.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for each gold.
 * <li><b>Start:</b> the player at (5, 5), alone.
 * <li><b>End:</b> terminated when player and enemy meet. Never truncated.
 * <li><b>Version:</b> v1, step for step MinAtar 1.0.15 without its sticky actions, which
 *     {@link skein.envs.StickyActions} adds.
 * <li><b>Source:</b> Young, Tian, <i>MinAtar: An Atari-inspired testbed for thorough and
 *     reproducible reinforcement learning experiments</i>, 2019.
 * </ul>
 */
public final class Asterix extends ArcadeGame {
    private static final int PLAYER = 0;
    private static final int ENEMY = 1;
    private static final int TRAIL = 2;
    private static final int GOLD = 3;
    private static final int NOTHING = -1;

    private static final int SLOTS = 8;
    private static final double GOLD_SHARE = 1 / 3.0;
    private static final int SPAWN_PERIOD = 10;              // steps, at the start
    private static final int MOVE_PERIOD = 5;                // steps, at the start
    private static final int RAMP_PERIOD = 100;              // steps

    private final boolean ramping;
    private int playerX;
    private int playerY;
    private final int[] thing = new int[SLOTS];              // of slot k, which is row k + 1
    private final int[] column = new int[SLOTS];
    private final int[] direction = new int[SLOTS];          // −1 or +1
    private int spawnPeriod;
    private int spawnTimer;
    private int movePeriod;
    private int moveTimer;
    private int rampTimer;
    private int ramps;

    /** Makes a game with all six actions that gets faster and faster. */
    public Asterix() {
        this(ActionSet.FULL, true);
    }

    /**
     * Makes a game.
     *
     * @param actions which actions there are
     * @param ramping whether it gets faster and faster
     */
    public Asterix(ActionSet actions, boolean ramping) {
        super(actions.actions(NONE, LEFT, UP, RIGHT, DOWN), "player", "enemy", "trail", "gold");
        this.ramping = ramping;
    }

    @Override void begin() {
        playerX = 5;
        playerY = 5;
        Arrays.fill(thing, NOTHING);
        spawnPeriod = spawnTimer = SPAWN_PERIOD;
        movePeriod = moveTimer = MOVE_PERIOD;
        rampTimer = RAMP_PERIOD;
        ramps = 0;
    }

    @Override void advance(int action) {
        if (spawnTimer == 0) {
            spawn();
            spawnTimer = spawnPeriod;
        }
        movePlayer(action);
        for (int k = 0; k < SLOTS; k++) meet(k);
        if (moveTimer == 0) {
            moveTimer = movePeriod;
            for (int k = 0; k < SLOTS; k++) move(k);
        }
        spawnTimer--;
        moveTimer--;
        if (ramping && (spawnPeriod > 1 || movePeriod > 1)) ramp();
    }

    private void spawn() {
        boolean right = coin();
        boolean gold = rng.nextDouble() < GOLD_SHARE;
        int free = 0;
        for (int k = 0; k < SLOTS; k++) if (thing[k] == NOTHING) free++;
        if (free == 0) return;
        int k = freeSlot(rng.nextInt(free));
        thing[k] = gold ? GOLD : ENEMY;
        column[k] = right ? 0 : WIDTH - 1;
        direction[k] = right ? 1 : -1;
    }

    /** The free slot before which there are so many other free ones. */
    private int freeSlot(int before) {
        for (int k = 0, toSkip = before;; k++) {
            if (thing[k] == NOTHING && toSkip-- == 0) return k;
        }
    }

    private void movePlayer(int action) {
        switch (action) {
            case LEFT -> playerX = Math.max(0, playerX - 1);
            case RIGHT -> playerX = Math.min(WIDTH - 1, playerX + 1);
            case UP -> playerY = Math.max(1, playerY - 1);
            case DOWN -> playerY = Math.min(SLOTS, playerY + 1);
            default -> { }
        }
    }

    private void meet(int k) {
        if (thing[k] == NOTHING || column[k] != playerX || playerY != k + 1) return;
        if (thing[k] == ENEMY) {
            terminal = true;
            return;
        }
        reward++;
        thing[k] = NOTHING;
    }

    private void move(int k) {
        column[k] += direction[k];
        if (!inside(column[k])) thing[k] = NOTHING;
        meet(k);
    }

    private void ramp() {
        if (rampTimer >= 0) {
            rampTimer--;
            return;
        }
        if (movePeriod > 1 && ramps % 2 == 1) movePeriod--;
        if (spawnPeriod > 1) spawnPeriod--;
        ramps++;
        rampTimer = RAMP_PERIOD;
    }

    @Override void paint(float[] planes) {
        mark(planes, PLAYER, playerX, playerY);
        for (int k = 0; k < SLOTS; k++) {
            if (thing[k] == NOTHING) continue;
            mark(planes, thing[k], column[k], k + 1);
            markIfInside(planes, TRAIL, column[k] - direction[k], k + 1);
        }
    }
}
