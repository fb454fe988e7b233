package skein.lab.notebook;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.EpisodeClock;
import skein.envs.Step;

/**
 * A walk along a cliff: small enough that Q(s, a) is a table, and one can look at all of it.
 *
 * <p>Four rows of twelve cells, numbered row by row from the upper left one. Observation [1]: the
 * number of the cell, 0 .. 47. Actions: 0 north, 1 east, 2 south, 3 west; at the border one stays.
 * The lowest row is start, ten cells of cliff, and goal.
 *
 * <ul>
 * <li><b>Reward:</b> −1 for every step; −100 for one over the cliff's edge, which leads back to the
 *     start, and the episode goes on.
 * <li><b>End:</b> terminated at the goal. Never truncated.
 * <li><b>Source:</b> Sutton and Barto, <i>Reinforcement Learning</i>, example 6.6.
 * </ul>
 */
public final class Cliff implements Environment {
    /** How many rows there are. */
    public static final int ROWS = 4;
    /** How many cells a row has. */
    public static final int COLUMNS = 12;
    /** How many cells there are: the length of a table of Q. */
    public static final int STATES = ROWS * COLUMNS;
    /** How many actions there are. */
    public static final int ACTIONS = 4;

    static final int START = STATES - COLUMNS;
    static final int GOAL = STATES - 1;

    private static final Discrete ACTION_SPACE = new Discrete(ACTIONS);
    private static final Box OBSERVATIONS = new Box(0, STATES - 1, 1);

    private final EpisodeClock clock = new EpisodeClock();
    private int cell = START;

    /** Makes a world that waits for its first reset. */
    public Cliff() {
    }

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTION_SPACE;
    }

    @Override public List<String> actionNames() {
        return List.of("north", "east", "south", "west");
    }

    @Override public float[] reset(RandomGenerator rng) {
        clock.start();
        cell = START;
        return new float[] {cell};
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        int next = next(cell, ACTION_SPACE.check(action));
        boolean fell = isCliff(next);
        cell = fell ? START : next;
        clock.tick(cell == GOAL);
        return new Step(new float[] {cell}, fell ? -100 : -1, cell == GOAL, false);
    }

    /** Where one comes to, which may be a cell of the cliff. */
    static int next(int cell, int action) {
        int row = cell / COLUMNS;
        int column = cell % COLUMNS;
        switch (action) {
            case 0 -> row = Math.max(0, row - 1);
            case 1 -> column = Math.min(COLUMNS - 1, column + 1);
            case 2 -> row = Math.min(ROWS - 1, row + 1);
            default -> column = Math.max(0, column - 1);
        }
        return row * COLUMNS + column;
    }

    static boolean isCliff(int cell) {
        return cell > START && cell < GOAL;
    }

    /**
     * {@return the best action of a state, the first of equals}
     *
     * @param Q table [48, 4]; not modified
     * @param s the state
     */
    public static int best(double[][] Q, int s) {
        int best = 0;
        for (int a = 1; a < ACTIONS; a++) {
            if (Q[s][a] > Q[s][best]) best = a;
        }
        return best;
    }

    /**
     * {@return the cells of an episode in which the best action is always taken, from the start on;
     * it ends at the goal, over the edge, or when it comes to a cell for the second time}
     *
     * @param Q table [48, 4]; not modified
     */
    public static List<Integer> path(double[][] Q) {
        List<Integer> path = new ArrayList<>(List.of(START));
        while (true) {
            int last = path.get(path.size() - 1);
            int next = next(last, best(Q, last));
            if (path.contains(next)) return path;
            path.add(next);
            if (next == GOAL || isCliff(next)) return path;
        }
    }

    /**
     * {@return the cliff, in each cell an arrow to where the best action leads and the value of
     * that action, and the path of the best actions as a line}
     *
     * @param Q table [48, 4]; not modified
     */
    public static BufferedImage picture(double[][] Q) {
        return CliffPicture.of(Q);
    }
}
