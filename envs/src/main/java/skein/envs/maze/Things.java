package skein.envs.maze;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The apples and the portal of a {@link Labyrinth}, each in the middle of a floor cell of its own.
 *
 * <p>Things 0 .. apples − 1 are the apples, and the last one is the portal.
 */
final class Things {
    /** Within this distance of its middle, in cells, a thing is touched: never two at once. */
    static final double REACH = 0.45;
    /** No thing. */
    static final int NONE = -1;

    private final Maze maze;
    private final int[] floor;               // the cells of the things, in order, then the rest
    private final boolean[] eaten;           // [apples]

    /** Puts the portal and as many apples into cells drawn by a generator. */
    Things(Maze maze, int apples, RandomGenerator rng) {
        this.maze = maze;
        floor = maze.floor();
        eaten = new boolean[apples];
        for (int i = 0; i <= apples; i++) {  // the first draws of a Fisher–Yates shuffle
            int j = i + rng.nextInt(floor.length - i);
            int cell = floor[j];
            floor[j] = floor[i];
            floor[i] = cell;
        }
    }

    /** {@return the number of things, eaten or not} */
    int count() {
        return eaten.length + 1;
    }

    /** {@return which thing is the portal} */
    int portal() {
        return eaten.length;
    }

    /** {@return whether a thing is there; the portal always is} */
    boolean there(int thing) {
        return thing == portal() || !eaten[thing];
    }

    /** {@return the cell of a thing, eaten or not} */
    int cell(int thing) {
        return floor[thing];
    }

    /** {@return the middle of a thing, from the west} */
    double x(int thing) {
        return floor[thing] % maze.size() + 0.5;
    }

    /** {@return the middle of a thing, from the north} */
    double y(int thing) {
        return floor[thing] / maze.size() + 0.5;
    }

    /** {@return the thing that is touched from a place, or NONE} */
    int touched(double x, double y) {
        for (int i = 0; i < count(); i++) {
            double dx = x(i) - x;
            double dy = y(i) - y;
            if (dx * dx + dy * dy < REACH * REACH && there(i)) return i;
        }
        return NONE;
    }

    /** Takes an apple away. */
    void eat(int apple) {
        eaten[apple] = true;
    }

    /** Brings all apples back. */
    void restore() {
        Arrays.fill(eaten, false);
    }

    /** {@return a floor cell where neither the portal nor any apple has its place} */
    int emptyCell(RandomGenerator rng) {
        return floor[count() + rng.nextInt(floor.length - count())];
    }
}
