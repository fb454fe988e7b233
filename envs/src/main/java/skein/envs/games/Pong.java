package skein.envs.games;

import static skein.envs.games.ActionSet.DOWN;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.UP;

/**
 * Get a ball past an opponent's paddle, and keep it from getting past one's own: table tennis to 21
 * points.
 *
 * <p>The observation is four planes of 10 by 10 cells, shape [4, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                                 | Min | Max | Unit
 *    0   | the own paddle, in column 9              |  0  |  1  | 3 cells
 *    1   | the opponent's paddle, in column 0       |  0  |  1  | 3 cells
 *    2   | the ball                                 |  0  |  1  | 1 cell
 *    3   | where the ball was a step before, or at  |  0  |  1  | 1 cell
 *        |   a serve where it seems to come from    |     |     |
 * </pre>
 * The actions are 0 none, 1 up and 2 down, which move the own paddle by a cell.
 *
 * <p>The rules. A step goes in this order:
 * <ol>
 * <li>The own paddle moves, within the board. It is 3 cells high, so its middle is in rows 1 to 8.
 * <li>The opponent draws a real number u. If u &lt; strength and its paddle's middle is not in the
 *     ball's row, its paddle moves a cell towards it, within the board too.
 * <li>The ball moves diagonally by a cell. If that would lead above row 0 or below row 9, it keeps
 *     its row and turns from up to down or from down to up.
 * <li>If the ball comes to column 9 or 0, and the paddle there has a cell in the ball's new row,
 *     the ball keeps its column and goes back. An end of the paddle also turns it: the upper cell
 *     sends it up, the lower one down. The middle leaves it as it is.
 * <li>If the paddle has none, the other side has a point, and unless it is the last one, the ball
 *     is served: it stands in column 4 and goes right (draw an integer below 2: 0) or in column 5
 *     and goes left (1), in row 1 to 8 (draw an integer below 8), up (an integer below 2: 0) or
 *     down (1). The paddles stay where they are.
 * </ol>
 *
 * <ul>
 * <li><b>Reward:</b> +1 for an own point, −1 for one of the opponent's.
 * <li><b>Start:</b> 0 to 0, both paddles' middles in row 5, and a serve.
 * <li><b>End:</b> terminated when one side has 21 points. Never truncated: against an opponent
 *     of strength 1, who misses nothing but a serve far from its paddle, a rally need not end, so
 *     wrap the game in a {@link skein.envs.TimeLimit}.
 * <li><b>Version:</b> v1.
 * <li><b>Source:</b> the rules are Skein's own.
 * </ul>
 */
public final class Pong extends ArcadeGame {
    /** The points that win a game. */
    public static final int POINTS = 21;
    /** How often the opponent follows the ball, if nothing else is asked for. */
    public static final double STRENGTH = 0.8;

    private static final int OWN_PADDLE = 0;
    private static final int OTHER_PADDLE = 1;
    private static final int BALL = 2;
    private static final int TRAIL = 3;

    private static final int OWN_COLUMN = WIDTH - 1;
    private static final int OTHER_COLUMN = 0;
    private static final int LAST_MIDDLE = HEIGHT - 2;       // row of a paddle's middle, 1 .. 8

    private final double strength;
    private int paddle;                                      // row of the middle
    private int opponent;                                    // row of the middle
    private int points;
    private int opponentPoints;
    private int ballX;
    private int ballY;
    private int dx;                                          // −1 or +1, as dy
    private int dy;
    private int trailX;
    private int trailY;

    /** Makes a game against an opponent of the default strength. */
    public Pong() {
        this(STRENGTH);
    }

    /**
     * Makes a game.
     *
     * @param strength the probability with which the opponent follows the ball in a step, 0 .. 1
     */
    public Pong(double strength) {
        super(new int[] {NONE, UP, DOWN}, "own paddle", "opponent's paddle", "ball", "trail");
        if (!(0 <= strength && strength <= 1)) {   // true for NaN
            throw new IllegalArgumentException(
                    "Pong needs an opponent of strength 0 .. 1, but got " + strength + ".");
        }
        this.strength = strength;
    }

    @Override void begin() {
        points = 0;
        opponentPoints = 0;
        paddle = 5;
        opponent = 5;
        serve();
    }

    private void serve() {
        boolean right = rng.nextInt(2) == 0;
        ballX = right ? 4 : 5;
        ballY = 1 + rng.nextInt(LAST_MIDDLE);
        dx = right ? 1 : -1;
        dy = rng.nextInt(2) == 0 ? -1 : 1;
        trailX = ballX - dx;
        trailY = ballY - dy;
    }

    @Override void advance(int action) {
        if (action == UP) paddle = moved(paddle, -1);
        if (action == DOWN) paddle = moved(paddle, 1);
        boolean follows = rng.nextDouble() < strength;
        if (follows) opponent = moved(opponent, Integer.signum(ballY - opponent));
        moveBall();
        if (ballX == OWN_COLUMN) arriveAt(paddle, false);
        if (ballX == OTHER_COLUMN) arriveAt(opponent, true);
    }

    private static int moved(int middle, int by) {
        return between(1, middle + by, LAST_MIDDLE);
    }

    private void moveBall() {
        trailX = ballX;
        trailY = ballY;
        ballX += dx;
        if (ballY + dy < 0 || ballY + dy >= HEIGHT) dy = -dy;
        else ballY += dy;
    }

    private void arriveAt(int middle, boolean opponents) {
        int end = ballY - middle;                            // −1 upper, 0 middle, +1 lower cell
        if (Math.abs(end) > 1) {
            score(opponents);
            return;
        }
        ballX = trailX;
        dx = -dx;
        if (end != 0) dy = end;
    }

    private void score(boolean own) {
        if (own) points++;
        else opponentPoints++;
        reward = own ? 1 : -1;
        terminal = points == POINTS || opponentPoints == POINTS;
        if (!terminal) serve();
    }

    /** {@return the own points, 0 .. 21} */
    public int points() {
        return points;
    }

    /** {@return the opponent's points, 0 .. 21} */
    public int opponentPoints() {
        return opponentPoints;
    }

    @Override void paint(float[] planes) {
        for (int i = -1; i <= 1; i++) {
            mark(planes, OWN_PADDLE, OWN_COLUMN, paddle + i);
            mark(planes, OTHER_PADDLE, OTHER_COLUMN, opponent + i);
        }
        mark(planes, BALL, ballX, ballY);
        mark(planes, TRAIL, trailX, trailY);
    }
}
