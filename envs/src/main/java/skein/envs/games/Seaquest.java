package skein.envs.games;

import static skein.envs.games.ActionSet.DOWN;
import static skein.envs.games.ActionSet.FIRE;
import static skein.envs.games.ActionSet.LEFT;
import static skein.envs.games.ActionSet.NONE;
import static skein.envs.games.ActionSet.RIGHT;
import static skein.envs.games.ActionSet.UP;

/**
 * Rescue divers with a submarine, shoot fish and enemy submarines, and surface for oxygen in time.
 *
 * <p>The observation is ten planes of 10 by 10 cells, shape [10, 10, 10], 1 where such a thing is:
 * <pre>
 * Number | Quantity                                     | Min | Max | Unit
 *    0   | the front of the submarine, which counts     |  0  |  1  | 1 cell
 *    1   | its back, which only shows where it faces    |  0  |  1  | up to 1 cell
 *    2   | own bullets                                  |  0  |  1  | cells
 *    3   | cells behind fish, enemies and divers        |  0  |  1  | cells
 *    4   | enemy bullets                                |  0  |  1  | cells
 *    5   | fish                                         |  0  |  1  | cells
 *    6   | enemy submarines                             |  0  |  1  | cells
 *    7   | oxygen, in row 9 from column 0 on            |  0  |  1  | 20 steps a cell, up to 10
 *    8   | divers aboard, in row 9 from column 8 down   |  0  |  1  | 0 to 6 cells
 *    9   | divers                                       |  0  |  1  | cells
 * </pre>
 * All six actions have a meaning: none, left (1), up (2), right (3), down (4), fire (5). The
 * submarine moves by a cell within rows 0, the surface, to 8, and shoots where it faces, with five
 * steps at least from a shot to the next.
 *
 * <p>Enemies and divers appear at an edge and swim along their row, a cell every few steps; an
 * enemy submarine shoots every 11 steps. A diver at the submarine's cell comes aboard, six at
 * most. Surfacing fills the oxygen and costs one diver; with ramping, it makes the enemies faster
 * and more.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for each fish and each enemy submarine shot; for surfacing with six divers
 *     the oxygen left, in whole cells, 0 .. 10.
 * <li><b>Start:</b> the submarine at (5, 0) facing left, alone, with 200 steps of oxygen.
 * <li><b>End:</b> terminated when a fish, an enemy submarine or an enemy bullet is at the
 *     submarine's front, when it is out of oxygen, or when it surfaces with exactly 0 divers.
 *     After six are brought up, the count goes on from −1. Never truncated.
 * <li><b>Version:</b> v1, step for step MinAtar 1.0.15 without its sticky actions, which
 *     {@link skein.envs.StickyActions} adds.
 * <li><b>Source:</b> Young, Tian, <i>MinAtar: An Atari-inspired testbed for thorough and
 *     reproducible reinforcement learning experiments</i>, 2019.
 * </ul>
 */
public final class Seaquest extends ArcadeGame {
    private static final int FRONT = 0;
    private static final int BACK = 1;
    private static final int OXYGEN = 7;
    private static final int ABOARD = 8;

    private static final int DEEPEST = 8;                    // row of the submarine
    private static final int GAUGES = HEIGHT - 1;            // row of oxygen and divers aboard
    private static final int FULL_OXYGEN = 200;              // steps
    private static final int SEATS = 6;                      // for divers
    private static final int SHOT_PERIOD = 5;                // steps
    private static final int DIVER_PERIOD = 30;              // steps
    private static final int ENEMY_PERIOD = 20;              // steps, at the start
    private static final int MOVE_PERIOD = 5;                // steps, of enemies at the start
    private static final int FASTEST_MOVE = 2;               // steps

    private final boolean ramping;
    private final Sea sea = new Sea();
    private int x;                                           // of the submarine's front
    private int y;
    private int facing;                                      // −1 left, +1 right
    private boolean surfaced;
    private int oxygen;                                      // steps
    private int divers;                                      // aboard
    private int shotTimer;
    private int diverTimer;
    private int enemyTimer;
    private int enemyPeriod;
    private int movePeriod;                                  // of enemies
    private int ramps;

    /** Makes a game with all six actions that gets harder each time the submarine surfaces. */
    public Seaquest() {
        this(ActionSet.FULL, true);
    }

    /**
     * Makes a game.
     *
     * @param actions which actions there are; in this game both sets are the same
     * @param ramping whether it gets harder each time the submarine surfaces
     */
    public Seaquest(ActionSet actions, boolean ramping) {
        super(actions.actions(NONE, LEFT, UP, RIGHT, DOWN, FIRE), "submarine front",
                "submarine back", "own bullet", "trail", "enemy bullet", "fish",
                "enemy submarine", "oxygen", "diver aboard", "diver");
        this.ramping = ramping;
    }

    @Override void begin() {
        sea.clear();
        x = 5;
        y = 0;
        facing = -1;
        surfaced = true;
        oxygen = FULL_OXYGEN;
        divers = 0;
        shotTimer = 0;
        diverTimer = DIVER_PERIOD;
        enemyPeriod = enemyTimer = ENEMY_PERIOD;
        movePeriod = MOVE_PERIOD;
        ramps = 0;
    }

    @Override void advance(int action) {
        spawn();
        act(action);
        sea.swim(x, y, SEATS - divers, movePeriod);
        reward += sea.shot();
        divers += sea.boarded();
        if (sea.collided()) terminal = true;
        enemyTimer--;                                        // spawn() left both above 0
        diverTimer--;
        if (shotTimer > 0) shotTimer--;
        if (oxygen <= 0) terminal = true;
        breathe();
    }

    private void spawn() {
        if (enemyTimer == 0) {
            sea.spawnEnemy(rng, movePeriod);
            enemyTimer = enemyPeriod;
        }
        if (diverTimer == 0) {
            sea.spawnDiver(rng);
            diverTimer = DIVER_PERIOD;
        }
    }

    private void act(int action) {
        switch (action) {
            case FIRE -> {
                if (shotTimer > 0) return;
                sea.shoot(x, y, facing);
                shotTimer = SHOT_PERIOD;
            }
            case LEFT -> drive(-1);
            case RIGHT -> drive(1);
            case UP -> y = Math.max(0, y - 1);
            case DOWN -> y = Math.min(DEEPEST, y + 1);
            default -> { }
        }
    }

    private void drive(int dx) {
        x = between(0, x + dx, WIDTH - 1);
        facing = dx;
    }

    private void breathe() {
        if (y > 0) {
            oxygen--;
            surfaced = false;
            return;
        }
        if (surfaced) return;
        if (divers == 0) terminal = true;
        else surface();
    }

    private void surface() {
        surfaced = true;
        if (divers == SEATS) {
            reward += oxygenCells();
            divers = 0;
        }
        oxygen = FULL_OXYGEN;
        divers--;                                            // also from 0 to −1
        if (ramping && (enemyPeriod > 1 || movePeriod > FASTEST_MOVE)) ramp();
    }

    private void ramp() {
        if (movePeriod > FASTEST_MOVE && ramps % 2 == 1) movePeriod--;
        if (enemyPeriod > 1) enemyPeriod--;
        ramps++;
    }

    private int oxygenCells() {
        return Math.max(0, oxygen) * WIDTH / FULL_OXYGEN;
    }

    /** {@return how many steps the oxygen lasts, −1 .. 200; it ends the episode below 0} */
    public int oxygen() {
        return oxygen;
    }

    /** {@return the divers aboard, at most 6; below 0 after a rescue of 6, which costs one more} */
    public int divers() {
        return divers;
    }

    @Override void paint(float[] planes) {
        mark(planes, FRONT, x, y);
        markIfInside(planes, BACK, x - facing, y);
        for (int i = 0; i < oxygenCells(); i++) mark(planes, OXYGEN, i, GAUGES);
        for (int i = 1; i <= divers; i++) mark(planes, ABOARD, WIDTH - 1 - i, GAUGES);
        sea.paint(planes);
    }
}
