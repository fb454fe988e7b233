package skein.envs.maze;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.EpisodeClock;
import skein.envs.Step;

/**
 * Walk through a maze, see it with the eyes of the one who walks, collect apples and find the
 * portal.
 *
 * <p>The observation is a color picture [3, H, W], channel first: element [c, i, j] is about the
 * pixel in row i from the top and column j from the left.
 * <pre>
 * Number | Quantity | Min | Max | Unit
 *    0   | red      |  0  |  1  | share of the brightest
 *    1   | green    |  0  |  1  | share of the brightest
 *    2   | blue     |  0  |  1  | share of the brightest
 * </pre>
 * Walls have a color for each of their four sides, so that colors tell the direction: the sides
 * that look north are sand, east plum, south moss, west slate. Apples are red, the portal glows in
 * cyan, and all but the portal darkens with the distance.
 *
 * <p>The actions are 0 forward, 1 back, 2 turn left, 3 turn right, 4 strafe left, 5 strafe right. A
 * walk is a stride long, and slides along walls; the player is 0.4 cells wide.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for an apple, which is then gone; 10 for the portal, which brings all apples
 *     back and takes the player to a random empty cell and heading; else 0. A thing is touched
 *     within 0.45 cells of its middle.
 * <li><b>Start:</b> a new random maze, its apples and its portal in random cells, the player in the
 *     middle of another one, with a random heading.
 * <li><b>End:</b> never. Wrap it in a {@link skein.envs.TimeLimit} for that.
 * <li><b>Version:</b> v1.
 * <li><b>Source:</b> own work after the description of Labyrinth by Mnih et al., <i>Asynchronous
 *     methods for deep reinforcement learning</i>, 2016, section 5.4.
 * </ul>
 */
public final class Labyrinth implements Environment {
    private static final double APPLE = 1;
    private static final double PORTAL = 10;
    private static final Discrete ACTIONS = new Discrete(Walker.ACTIONS);

    /**
     * How large the maze is, how it is seen and how the player moves.
     *
     * @param size     the maze's cells from border to border, odd, 5 to 9,999
     * @param apples   how many apples there are, at least 0; beside them, the portal and the player
     *                 need a floor cell each, of (size − 1)² / 2 − 1
     * @param width    W, pixels in a row of the picture, 8 to 4,096
     * @param height   H, pixels in a column of the picture, 8 to 4,096
     * @param stride   how far one walks in a step, in cells, more than 0, at most 0.5
     * @param headings steps in a full turn, 4 to 360
     */
    public record Options(int size, int apples, int width, int height, double stride,
            int headings) {
        /** 84 × 84 pixels (paper, section 5.4); all else is our own choice. */
        public static final Options PAPER = new Options(11, 10, 84, 84, 0.25, 24);
        /** A small maze in small pictures with large steps: trains on a CPU. */
        public static final Options SMALL = new Options(7, 4, 24, 24, 0.5, 12);

        /**
         * Refuses what cannot be built, seen or walked in.
         *
         * @param size     the maze's cells from border to border
         * @param apples   how many
         * @param width    in pixels
         * @param height   in pixels
         * @param stride   in cells
         * @param headings in a full turn
         */
        public Options {
            Maze.checkSize(size);
            int most = (size - 1) * (size - 1) / 2 - 1 - 2;
            check("apples", apples, 0, most);
            check("pixels in a row", width, 8, 4_096);
            check("pixels in a column", height, 8, 4_096);
            check("headings", headings, 4, 360);
            if (!(0 < stride && stride <= 0.5)) {   // true for NaN
                throw new IllegalArgumentException("Labyrinth needs a stride of more than 0 and at "
                        + "most 0.5 cells, but got " + stride + ".");
            }
        }

        private static void check(String what, int value, int min, int max) {
            if (min <= value && value <= max) return;
            throw new IllegalArgumentException("Labyrinth needs " + min + " to " + max + " " + what
                    + ", but got " + value + ".");
        }
    }

    private final Options options;
    private final Box observations;
    private final Walker walker;
    private final Painter painter;
    private final EpisodeClock clock = new EpisodeClock();
    private RandomGenerator rng;
    private Maze maze;
    private Things things;
    private double x;                        // the pose: three fields, nothing to allocate
    private double y;
    private int heading;

    /**
     * Makes a world that waits for its first reset.
     *
     * @param options how large, how seen, how walked in
     */
    public Labyrinth(Options options) {
        this.options = Objects.requireNonNull(options,
                "Labyrinth needs options, such as Labyrinth.Options.SMALL, but got null.");
        observations = new Box(0, 1, 3, options.height(), options.width());
        walker = new Walker(options.stride(), options.headings());
        painter = new Painter(options.width(), options.height());
    }

    @Override public Box observationSpace() {
        return observations;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return Walker.NAMES;
    }

    @Override public float[] reset(RandomGenerator rng) {
        this.rng = rng;
        maze = Maze.random(options.size(), rng);
        things = new Things(maze, options.apples(), rng);
        beamSomewhere();
        clock.start();
        return observe();
    }

    private void beamSomewhere() {
        int cell = things.emptyCell(rng);
        enter(new Pose(cell % maze.size() + 0.5, cell / maze.size() + 0.5,
                rng.nextInt(options.headings())));
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        enter(walker.next(maze, pose(), ACTIONS.check(action)));
        int thing = things.touched(x, y);
        double reward = 0;
        if (thing == things.portal()) {
            reward = PORTAL;
            things.restore();
            beamSomewhere();
        } else if (thing != Things.NONE) {
            reward = APPLE;
            things.eat(thing);
        }
        clock.tick(false);
        return new Step(observe(), reward, false, false);
    }

    /** {@return how large, how seen, how walked in} */
    public Options options() {
        return options;
    }

    /** {@return the walls of this episode} */
    public Maze maze() {
        requireBegun();
        return maze;
    }

    /** {@return where the player stands and looks} */
    public Pose pose() {
        requireBegun();
        return new Pose(x, y, heading);
    }

    /** {@return the portal's cell} */
    public int portal() {
        requireBegun();
        return things.cell(things.portal());
    }

    /**
     * {@return whether an apple lies in a cell}
     *
     * @param cell 0 .. {@link Maze#cells()} − 1
     */
    public boolean appleAt(int cell) {
        requireBegun();
        for (int i = 0; i < options.apples(); i++) {
            if (things.cell(i) == cell) return things.there(i);
        }
        return false;
    }

    /**
     * {@return what the player sees now, in a size of one's own, e.g. a larger one for a person:
     * [3, H, W] as in the observation; a new array that the caller owns}
     *
     * @param width  W, pixels in a row, at least 1
     * @param height H, pixels in a column, at least 1
     */
    public float[] view(int width, int height) {
        requireBegun();
        return new Painter(width, height).paint(maze, things, x, y,
                walker.eastward(heading), walker.southward(heading));
    }

    private void requireBegun() {
        if (maze != null) return;
        throw new IllegalStateException("No episode has begun yet. Call reset() first.");
    }

    private void enter(Pose pose) {
        x = pose.x();
        y = pose.y();
        heading = pose.heading();
    }

    private float[] observe() {
        return painter.paint(maze, things, x, y,
                walker.eastward(heading), walker.southward(heading));
    }
}
