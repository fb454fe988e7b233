package skein.envs.maze;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A square of cells, each wall or floor, whose border is wall.
 *
 * <pre>
 * #########
 * #   #   #
 * ### # # #
 * # #   # #
 * # ##### #
 * #   #   #
 * # ### ###
 * #       #
 * #########
 * </pre>
 *
 * <p>Cells are numbered row by row: {@code row · size + column}, row 0 in the north and column 0 in
 * the west. The cells in odd rows and odd columns are <i>rooms</i>, always floor; of the cells
 * between two rooms some are <i>openings</i>. In a perfect maze, which {@link #random} makes, one
 * can walk from any room to any other, and in one way only: R rooms, R − 1 openings.
 *
 * <p>A maze never changes.
 */
public final class Maze {
    /** The smallest size; it has 2 × 2 rooms. */
    public static final int MIN_SIZE = 5;
    /** The largest size; it has 4,999 × 4,999 rooms. */
    public static final int MAX_SIZE = 9_999;
    /** In {@link #distances}: one cannot walk there. */
    public static final int UNREACHABLE = -1;

    private final int size;
    private final boolean[] wall;            // [size · size]

    /** Takes over the array; whoever makes a maze has checked it. */
    private Maze(int size, boolean[] wall) {
        this.size = size;
        this.wall = wall;
    }

    /**
     * {@return a perfect maze drawn by a generator}
     *
     * @param size cells from border to border, odd, 5 to 9,999
     * @param rng  the source of all chance: the same state gives the same maze
     */
    public static Maze random(int size, RandomGenerator rng) {
        return new Maze(checkSize(size), Backtracker.carve(size, rng));
    }

    /**
     * Refuses a size that no maze has.
     *
     * @param size the size to check
     * @return the size
     */
    static int checkSize(int size) {
        if (size % 2 != 0 && MIN_SIZE <= size && size <= MAX_SIZE) return size;
        throw new IllegalArgumentException("A maze needs an odd size of " + MIN_SIZE + " to "
                + MAX_SIZE + " cells, but got " + size + ".");
    }

    /**
     * {@return the maze of a drawing, {@code '#'} for wall and anything else for floor}
     *
     * @param text as many lines as each has characters, an odd number of 5 to 9,999, with a border
     *             of {@code '#'}
     */
    public static Maze parse(String text) {
        String[] lines = text.split("\n");
        int size = checkSize(lines.length);
        boolean[] wall = new boolean[size * size];
        for (int row = 0; row < size; row++) {
            if (lines[row].length() != size) {
                throw new IllegalArgumentException("A maze of " + size + " lines needs lines of "
                        + size + " characters, but line " + row + " has "
                        + lines[row].length() + ".");
            }
            for (int column = 0; column < size; column++) {
                wall[row * size + column] = lines[row].charAt(column) == '#';
            }
        }
        return new Maze(size, wall).requireClosedBorder();
    }

    private Maze requireClosedBorder() {
        for (int i = 0; i < size; i++) {
            int[] border = {i, (size - 1) * size + i, i * size, i * size + size - 1};
            for (int cell : border) {
                if (!wall[cell]) {
                    throw new IllegalArgumentException("A maze needs '#' all around, but row "
                            + cell / size + ", column " + cell % size + " is open.");
                }
            }
        }
        return this;
    }

    /** {@return cells from border to border, odd} */
    public int size() {
        return size;
    }

    /** {@return how many cells there are, walls included: size · size} */
    public int cells() {
        return wall.length;
    }

    /**
     * {@return whether a cell is wall}
     *
     * @param cell 0 .. {@link #cells()} − 1
     */
    public boolean wall(int cell) {
        return wall[cell];
    }

    /**
     * {@return whether a cell is wall; so is all that lies outside}
     *
     * @param row    any number, 0 is the northern border
     * @param column any number, 0 is the western border
     */
    public boolean wall(int row, int column) {
        boolean inside = 0 <= row && row < size && 0 <= column && column < size;
        return !inside || wall[row * size + column];
    }

    /** {@return the cells that are floor, ascending; a new array that the caller owns} */
    public int[] floor() {
        int[] floor = new int[wall.length];
        int n = 0;
        for (int cell = 0; cell < wall.length; cell++) {
            if (!wall[cell]) floor[n++] = cell;
        }
        return Arrays.copyOf(floor, n);
    }

    /** {@return the rooms, ascending; a new array that the caller owns} */
    public int[] rooms() {
        int side = size / 2;
        int[] rooms = new int[side * side];
        for (int i = 0; i < rooms.length; i++) {
            rooms[i] = (2 * (i / side) + 1) * size + 2 * (i % side) + 1;
        }
        return rooms;
    }

    /**
     * {@return how many steps north, east, south or west it takes to each cell, by breadth-first
     * search; a new array [cells] that the caller owns}
     *
     * @param from where to start, a floor cell; its distance is 0
     */
    public int[] distances(int from) {
        if (wall[from]) {
            throw new IllegalArgumentException("Nobody can walk from cell " + from
                    + " (row " + from / size + ", column " + from % size + "), which is wall.");
        }
        int[] distance = new int[wall.length];
        Arrays.fill(distance, UNREACHABLE);
        int[] queue = new int[wall.length];
        int tail = 0;
        distance[from] = 0;
        queue[tail++] = from;
        for (int head = 0; head < tail; head++) {
            int cell = queue[head];
            for (int direction = 0; direction < Compass.DIRECTIONS; direction++) {
                int next = cell + Compass.step(direction, size);
                if (wall[next] || distance[next] != UNREACHABLE) continue;
                distance[next] = distance[cell] + 1;
                queue[tail++] = next;
            }
        }
        return distance;
    }

    /**
     * {@return a shortest way, both ends included; the only one without detours in a perfect maze}
     *
     * @param from a floor cell
     * @param to   a floor cell that can be reached from there
     */
    public int[] way(int from, int to) {
        int[] distance = distances(to);
        int steps = distance[from];
        if (steps == UNREACHABLE) {
            throw new IllegalArgumentException(
                    "There is no way from cell " + from + " to cell " + to + ".");
        }
        int[] way = new int[steps + 1];
        way[0] = from;
        for (int i = 1; i <= steps; i++) way[i] = nearer(way[i - 1], distance);
        return way;
    }

    private int nearer(int cell, int[] distance) {
        for (int direction = 0; direction < Compass.DIRECTIONS; direction++) {
            int next = cell + Compass.step(direction, size);
            if (distance[next] == distance[cell] - 1 && !wall[next]) return next;
        }
        throw new IllegalStateException("Cell " + cell + " has no neighbor that is nearer.");
    }

    /**
     * {@return whether the other is a maze with the same walls}
     *
     * @param other what to compare with
     */
    @Override public boolean equals(Object other) {
        return other instanceof Maze maze && Arrays.equals(wall, maze.wall);
    }

    /** {@return a number that equal mazes share} */
    @Override public int hashCode() {
        return Arrays.hashCode(wall);
    }

    /** {@return one line for each row, {@code '#'} for wall and a space for floor} */
    @Override public String toString() {
        StringBuilder text = new StringBuilder(wall.length + size);
        for (int cell = 0; cell < wall.length; cell++) {
            if (cell > 0 && cell % size == 0) text.append('\n');
            text.append(wall[cell] ? '#' : ' ');
        }
        return text.toString();
    }
}
