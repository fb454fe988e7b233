package skein.envs.games;

import static skein.envs.games.ActionSet.FIRE;
import static skein.envs.games.ActionSet.LEFT;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.RIGHT;

import java.util.Arrays;

/**
 * Shoot down a block of aliens with a cannon before they come down, and dodge their bullets.
 *
 * <p>The observation is six planes of 10 by 10 cells, shape [6, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                              | Min | Max | Unit
 *    0   | the cannon, in row 9                  |  0  |  1  | 1 cell
 *    1   | aliens                                |  0  |  1  | 1 to 24 cells
 *    2   | aliens too, as long as they go left   |  0  |  1  | 0 to 24 cells
 *    3   | aliens too, as long as they go right  |  0  |  1  | 0 to 24 cells
 *    4   | own bullets, going up                 |  0  |  1  | up to 2 cells
 *    5   | enemy bullets, going down             |  0  |  1  | 1 cell
 * </pre>
 * The actions with a meaning are none, left (1), right (3) and fire (5); the minimal set is these
 * four as 0, 1, 2, 3. There are at least five steps from a shot to the next.
 *
 * <p>The aliens move by a cell at a time, to one side up to the edge, then a row down, then to the
 * other side; the fewer they are, the oftener: every 12th step at first. Every 10th step the lowest
 * alien of the column nearest to the cannon shoots. All bullets fly a row in each step. When all
 * aliens are gone, a new block comes; with ramping it moves a step oftener, up to every 6th.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for each alien.
 * <li><b>Start:</b> the cannon in column 5, 24 aliens in rows 0 to 3, columns 2 to 7, going left.
 *     There is no chance in this game.
 * <li><b>End:</b> terminated when a bullet or an alien is where the cannon is, or when the aliens
 *     are to go down from row 9. Never truncated.
 * <li><b>Version:</b> v1, step for step MinAtar 1.0.15 without its sticky actions, which
 *     {@link skein.envs.StickyActions} adds.
 * <li><b>Source:</b> Young, Tian, <i>MinAtar: An Atari-inspired testbed for thorough and
 *     reproducible reinforcement learning experiments</i>, 2019.
 * </ul>
 */
public final class SpaceInvaders extends ArcadeGame {
    private static final int CANNON = 0;
    private static final int ALIEN = 1;
    private static final int ALIEN_GOING_LEFT = 2;
    private static final int ALIEN_GOING_RIGHT = 3;
    private static final int OWN_BULLET = 4;
    private static final int ENEMY_BULLET = 5;

    private static final int BOTTOM = HEIGHT - 1;
    private static final int BLOCK_ROWS = 4;                 // rows 0 .. 3
    private static final int BLOCK = 0b0011111100;           // columns 2 .. 7
    private static final int LEFT_EDGE = 1;
    private static final int RIGHT_EDGE = 1 << WIDTH - 1;
    private static final int SLOWEST = 12;                   // steps between moves, at the start
    private static final int FASTEST = 6;                    // of a whole block
    private static final int ENEMY_SHOT_PERIOD = 10;         // steps
    private static final int SHOT_PERIOD = 5;                // steps

    private final boolean ramping;
    private int cannon;                                      // column
    private final int[] aliens = new int[HEIGHT];                  // of each row, bit x is column x
    private final int[] bullets = new int[HEIGHT];
    private final int[] enemyBullets = new int[HEIGHT];
    private int direction;                                   // of the aliens, −1 or +1
    private int moveLimit;
    private int moveTimer;
    private int enemyShotTimer;
    private int shotTimer;

    /** Makes a game with all six actions whose aliens get faster with each block. */
    public SpaceInvaders() {
        this(ActionSet.FULL, true);
    }

    /**
     * Makes a game.
     *
     * @param actions which actions there are
     * @param ramping whether each block of aliens is faster than the one before
     */
    public SpaceInvaders(ActionSet actions, boolean ramping) {
        super(actions.actions(NONE, LEFT, RIGHT, FIRE), "cannon", "alien", "alien going left",
                "alien going right", "own bullet", "enemy bullet");
        this.ramping = ramping;
    }

    @Override void begin() {
        cannon = 5;
        fillAliens();
        Arrays.fill(bullets, 0);
        Arrays.fill(enemyBullets, 0);
        direction = -1;
        moveLimit = moveTimer = SLOWEST;
        enemyShotTimer = ENEMY_SHOT_PERIOD;
        shotTimer = 0;
    }

    private void fillAliens() {
        Arrays.fill(aliens, 0);
        Arrays.fill(aliens, 0, BLOCK_ROWS, BLOCK);
    }

    @Override void advance(int action) {
        act(action);
        System.arraycopy(bullets, 1, bullets, 0, BOTTOM);                     // a row up
        bullets[BOTTOM] = 0;
        System.arraycopy(enemyBullets, 0, enemyBullets, 1, BOTTOM);           // a row down
        enemyBullets[0] = 0;
        if (atCannon(enemyBullets) || atCannon(aliens)) terminal = true;
        if (moveTimer == 0) {
            moveAliens();
            if (atCannon(aliens)) terminal = true;
        }
        if (enemyShotTimer == 0) {
            enemyShotTimer = ENEMY_SHOT_PERIOD;
            shootBack();
        }
        hit();
        if (shotTimer > 0) shotTimer--;
        moveTimer--;
        enemyShotTimer--;
        if (aliensLeft() == 0) nextBlock();
    }

    private void act(int action) {
        switch (action) {
            case FIRE -> {
                if (shotTimer > 0) return;
                bullets[BOTTOM] |= 1 << cannon;
                shotTimer = SHOT_PERIOD;
            }
            case LEFT -> cannon = Math.max(0, cannon - 1);
            case RIGHT -> cannon = Math.min(WIDTH - 1, cannon + 1);
            default -> { }
        }
    }

    private boolean atCannon(int[] rows) {
        return (rows[BOTTOM] & 1 << cannon) != 0;
    }

    private void moveAliens() {
        moveTimer = Math.min(aliensLeft(), moveLimit);
        int columns = 0;
        for (int row : aliens) columns |= row;
        if ((columns & (direction < 0 ? LEFT_EDGE : RIGHT_EDGE)) != 0) {
            direction = -direction;
            aliensDown();
            return;
        }
        for (int y = 0; y < HEIGHT; y++) {
            aliens[y] = direction < 0 ? aliens[y] >> 1 : aliens[y] << 1;
        }
    }

    /** From row 9 they would go to row 0: that is the end. */
    private void aliensDown() {
        int lowest = aliens[BOTTOM];
        if (lowest != 0) terminal = true;
        System.arraycopy(aliens, 0, aliens, 1, BOTTOM);
        aliens[0] = lowest;
    }

    /** The lowest alien in the column nearest to the cannon shoots; the left of two as near. */
    private void shootBack() {
        for (int distance = 0; distance < WIDTH; distance++) {
            if (shootFrom(cannon - distance) || shootFrom(cannon + distance)) return;
        }
    }

    private boolean shootFrom(int x) {
        if (!inside(x)) return false;
        for (int y = BOTTOM; y >= 0; y--) {
            if ((aliens[y] >> x & 1) == 0) continue;
            enemyBullets[y] |= 1 << x;
            return true;
        }
        return false;
    }

    private void hit() {
        for (int y = 0; y < HEIGHT; y++) {
            int hit = aliens[y] & bullets[y];
            aliens[y] &= ~hit;
            bullets[y] &= ~hit;
            reward += Integer.bitCount(hit);
        }
    }

    private void nextBlock() {
        if (ramping && moveLimit > FASTEST) moveLimit--;
        fillAliens();
    }

    /** {@return the number of aliens on the board, 0 .. 24} */
    public int aliensLeft() {
        int left = 0;
        for (int row : aliens) left += Integer.bitCount(row);
        return left;
    }

    @Override void paint(float[] planes) {
        mark(planes, CANNON, cannon, BOTTOM);
        int going = direction < 0 ? ALIEN_GOING_LEFT : ALIEN_GOING_RIGHT;
        for (int y = 0; y < HEIGHT; y++) {
            markRow(planes, ALIEN, y, aliens[y]);
            markRow(planes, OWN_BULLET, y, bullets[y]);
            markRow(planes, ENEMY_BULLET, y, enemyBullets[y]);
        }
        copyPlane(planes, ALIEN, going);
    }
}
