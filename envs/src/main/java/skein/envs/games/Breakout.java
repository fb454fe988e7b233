package skein.envs.games;

import static skein.envs.games.ActionSet.LEFT;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.RIGHT;

import java.util.Arrays;

/**
 * Keep a ball in play with a paddle, and break bricks with it.
 *
 * <p>The observation is four planes of 10 by 10 cells, shape [4, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                         | Min | Max | Unit
 *    0   | the paddle, in row 9             |  0  |  1  | 1 cell
 *    1   | the ball                         |  0  |  1  | 1 cell
 *    2   | where the ball was a step before |  0  |  1  | 1 cell
 *    3   | bricks, in rows 1 to 3           |  0  |  1  | up to 30 cells
 * </pre>
 * The actions with a meaning are none, left (1) and right (3), which move the paddle by a cell; the
 * minimal set is these three as 0, 1, 2.
 *
 * <p>The ball moves diagonally by a cell in each step. It bounces off both sides and the top. A
 * brick that it strikes is gone and turns it round; on its way on it flies through other bricks
 * until it has been in a free cell. The paddle turns it upwards: where it stands under the ball's
 * column of the step before, and at the edge, one cell further, back to where the ball came from.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for each brick. When all are gone, the ball's next way down to row 9 brings
 *     back all 30.
 * <li><b>Start:</b> the ball in row 3, in column 0 going right or in column 9 going left, a half
 *     each; the paddle in column 4; all bricks.
 * <li><b>End:</b> terminated when the ball reaches row 9 and the paddle is not there. Never
 *     truncated.
 * <li><b>Version:</b> v1, step for step MinAtar 1.0.15 without its sticky actions, which
 *     {@link skein.envs.StickyActions} adds.
 * <li><b>Source:</b> Young, Tian, <i>MinAtar: An Atari-inspired testbed for thorough and
 *     reproducible reinforcement learning experiments</i>, 2019.
 * </ul>
 */
public final class Breakout extends ArcadeGame {
    private static final int PADDLE = 0;
    private static final int BALL = 1;
    private static final int TRAIL = 2;
    private static final int BRICK = 3;

    private static final int BOTTOM = HEIGHT - 1;
    private static final int FIRST_BRICKS = 1;               // row
    private static final int LAST_BRICKS = 3;                // row, where the ball starts too
    private static final int WHOLE_ROW = (1 << WIDTH) - 1;

    private final int[] bricks = new int[HEIGHT];            // of each row, bit x is column x
    private int paddle;                                      // column
    private int ballX;
    private int ballY;
    private int dx;                                          // −1 or +1, as dy
    private int dy;
    private int trailX;
    private int trailY;
    private boolean struck;                                  // a brick, and still among bricks

    /** Makes a game with all six actions. */
    public Breakout() {
        this(ActionSet.FULL);
    }

    /**
     * Makes a game.
     *
     * @param actions which actions there are
     */
    public Breakout(ActionSet actions) {
        super(actions.actions(NONE, LEFT, RIGHT), "paddle", "ball", "trail", "brick");
    }

    @Override void begin() {
        boolean fromLeft = rng.nextInt(2) == 0;
        ballX = fromLeft ? 0 : WIDTH - 1;
        ballY = LAST_BRICKS;
        dx = fromLeft ? 1 : -1;
        dy = 1;
        trailX = ballX;
        trailY = ballY;
        paddle = 4;
        struck = false;
        fillBricks();
    }

    private void fillBricks() {
        Arrays.fill(bricks, FIRST_BRICKS, LAST_BRICKS + 1, WHOLE_ROW);
    }

    @Override void advance(int action) {
        if (action == LEFT) paddle = Math.max(0, paddle - 1);
        if (action == RIGHT) paddle = Math.min(WIDTH - 1, paddle + 1);
        trailX = ballX;
        trailY = ballY;
        if (!inside(ballX + dx)) dx = -dx;
        else ballX += dx;
        ballY += dy;
        boolean amongBricks = false;
        if (ballY < 0) {
            turnBack();
        } else if (brickAt(ballX, ballY)) {
            amongBricks = true;
            if (!struck) strike();
        } else if (ballY == BOTTOM) {
            reachBottom();
        }
        struck = amongBricks;
    }

    private boolean brickAt(int x, int y) {
        return (bricks[y] >> x & 1) != 0;
    }

    private void strike() {
        reward++;
        bricks[ballY] &= ~(1 << ballX);
        turnBack();
    }

    private void reachBottom() {
        if (bricksLeft() == 0) fillBricks();
        if (paddle == trailX) {
            turnBack();
        } else if (paddle == ballX) {
            dx = -dx;
            turnBack();
        } else {
            terminal = true;
        }
    }

    /** The ball keeps its row, and its new column, and goes the other way up or down. */
    private void turnBack() {
        dy = -dy;
        ballY = trailY;
    }

    /** {@return the number of bricks on the board, 0 .. 30} */
    public int bricksLeft() {
        int left = 0;
        for (int y = FIRST_BRICKS; y <= LAST_BRICKS; y++) left += Integer.bitCount(bricks[y]);
        return left;
    }

    @Override void paint(float[] planes) {
        mark(planes, PADDLE, paddle, BOTTOM);
        mark(planes, BALL, ballX, ballY);
        mark(planes, TRAIL, trailX, trailY);
        for (int y = FIRST_BRICKS; y <= LAST_BRICKS; y++) markRow(planes, BRICK, y, bricks[y]);
    }
}
