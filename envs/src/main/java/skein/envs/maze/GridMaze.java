package skein.envs.maze;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.EpisodeClock;
import skein.envs.Step;

/**
 * Walk through a maze to the goal, cell by cell; in some mazes a door is on the way, and its key
 * has to be found first.
 *
 * <p>The observation is a stack of planes [C, N, N], each element 0 or 1. If the whole maze is
 * seen, N is the maze's size and element [c, i, j] is about row i, column j:
 * <pre>
 * Number | Quantity                                    | Min | Max | Unit
 *    0   | wall                                        |  0  |  1  | 1 where it is
 *    1   | goal                                        |  0  |  1  | 1 where it is
 *    2   | key, only with a key: 0 once it is taken    |  0  |  1  | 1 where it lies
 *    3   | door, only with a key: 0 once it is open    |  0  |  1  | 1 where it is
 *  C − 1 | agent, only if the whole maze is seen       |  0  |  1  | 1 where it stands
 * </pre>
 * So C is 3, or 5 with a key. If the agent sees only cells at most {@code radius} rows and columns
 * away, N = 2 · radius + 1, the agent stands in the middle, the plane of the agent is left out (C
 * is 2, or 4 with a key), and what lies outside the maze is wall. Walls do not hide what is behind
 * them. Places then look alike: to know the way takes memory.
 *
 * <p>The actions are one cell 0 north, 1 east, 2 south, 3 west. Into a wall, or through the door
 * without the key, the agent stays where it is.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for the step that reaches the goal, −0.01 for any other. With this cost the
 *     plain total of an episode tells how many steps were too many: see {@link #bestReward}.
 * <li><b>Start:</b> any floor cell but the goal, with equal chances; with a key, any cell from
 *     which one can reach the key without the door, but not the key's own. The goal and the key are
 *     rooms and the door is an opening on the way between them, all drawn with the maze.
 * <li><b>End:</b> terminated at the goal. Never truncated: wrap it in a
 *     {@link skein.envs.TimeLimit} for that.
 * <li><b>Version:</b> v1.
 * </ul>
 */
public final class GridMaze implements Environment {
    private static final double AT_GOAL = 1;
    private static final double STEP_COST = 0.01;
    private static final Discrete ACTIONS = new Discrete(Compass.DIRECTIONS);

    /**
     * Which mazes, and what is seen of them.
     *
     * @param size   cells from border to border, odd, 5 to 9,999
     * @param seed   the seed of the one maze of all episodes; empty for a new maze each episode
     * @param radius how many rows and columns far the agent sees; 0 if it sees the whole maze
     * @param key    whether there is a door, and its key
     */
    public record Options(int size, OptionalLong seed, int radius, boolean key) {
        /**
         * Refuses a size that no maze has, and a radius beyond the maze.
         *
         * @param size   cells from border to border
         * @param seed   of the one maze; empty for a new one each episode
         * @param radius how far the agent sees; 0 for everything
         * @param key    whether there is a door, and its key
         */
        public Options {
            Maze.checkSize(size);
            Objects.requireNonNull(seed, "GridMaze needs a seed or OptionalLong.empty(), "
                    + "but got null.");
            if (radius < 0 || radius >= size) {
                throw new IllegalArgumentException("GridMaze needs a radius of 1 to size - 1 = "
                        + (size - 1) + ", or 0 to see all, but got " + radius + ".");
            }
        }

        /**
         * {@return a new maze each episode, seen as a whole, without key and door}
         *
         * @param size cells from border to border, odd, 5 to 9,999
         */
        public static Options ofSize(int size) {
            return new Options(size, OptionalLong.empty(), 0, false);
        }

        /**
         * {@return the same, but one maze for all episodes}
         *
         * @param seed which one; it decides on the goal, the key and the door too
         */
        public Options fixed(long seed) {
            return new Options(size, OptionalLong.of(seed), radius, key);
        }

        /**
         * {@return the same, but the agent sees only what is near}
         *
         * @param radius how many rows and columns far, at least 1; 0 is everything again
         */
        public Options seen(int radius) {
            return new Options(size, seed, radius, key);
        }

        /** {@return the same with a door, and its key} */
        public Options withKey() {
            return new Options(size, seed, radius, true);
        }
    }

    private final Options options;
    private final GridMazeView view;
    private final EpisodeClock clock = new EpisodeClock();
    private Level level;
    private int start;
    private int agent = Level.NONE;          // until the first reset
    private boolean hasKey;

    /**
     * Makes a world that waits for its first reset.
     *
     * @param options which mazes, and what is seen of them
     */
    public GridMaze(Options options) {
        this.options = Objects.requireNonNull(options,
                "GridMaze needs options, such as GridMaze.Options.ofSize(9), but got null.");
        view = new GridMazeView(options);
        if (options.seed().isPresent()) {
            show(Level.random(options.size(), options.key(),
                    new SplittableRandom(options.seed().getAsLong())));
        }
    }

    private void show(Level next) {
        level = next;
        view.show(next);
    }

    @Override public Box observationSpace() {
        return view.space();
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return List.of("north", "east", "south", "west");
    }

    @Override public float[] reset(RandomGenerator rng) {
        if (options.seed().isEmpty()) show(Level.random(options.size(), options.key(), rng));
        start = level.starts()[rng.nextInt(level.starts().length)];
        agent = start;
        hasKey = false;
        clock.start();
        return view.observe(agent, hasKey);
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        int next = agent + Compass.step(ACTIONS.check(action), options.size());
        boolean closed = next == level.door() && !hasKey;
        if (!level.maze().wall(next) && !closed) agent = next;
        if (agent == level.key()) hasKey = true;
        boolean atGoal = agent == level.goal();
        clock.tick(atGoal);
        double reward = atGoal ? AT_GOAL : -STEP_COST;
        return new Step(view.observe(agent, hasKey), reward, atGoal, false);
    }

    /** {@return which mazes, and what is seen of them} */
    public Options options() {
        return options;
    }

    /** {@return the walls of this episode} */
    public Maze maze() {
        return level().maze();
    }

    /** {@return the agent's cell; −1 before the first reset} */
    public int agent() {
        return agent;
    }

    /** {@return the goal's cell} */
    public int goal() {
        return level().goal();
    }

    /** {@return the cell where the key lies; −1 if it is taken, or if there is none} */
    public int key() {
        return hasKey ? Level.NONE : level().key();
    }

    /** {@return the cell of the closed door; −1 if it is open, or if there is none} */
    public int door() {
        return hasKey ? Level.NONE : level().door();
    }

    /** {@return the fewest steps from this episode's start to the goal, at least 1} */
    public int shortestPath() {
        return level().shortest()[start];
    }

    /**
     * {@return the largest total reward that this episode could have, 1 − 0.01 (shortest path − 1)}
     *
     * <p>Of an episode that reaches the goal, this minus its total is the regret: 0.01 for each
     * step too many.
     */
    public double bestReward() {
        return AT_GOAL - STEP_COST * (shortestPath() - 1);
    }

    private Level level() {
        if (agent != Level.NONE) return level;
        throw new IllegalStateException("No episode has begun yet. Call reset() first.");
    }
}
