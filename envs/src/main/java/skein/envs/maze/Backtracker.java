package skein.envs.maze;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Carves perfect mazes by randomized depth-first search, the <i>recursive backtracker</i>, here
 * with a stack of its own and no recursion.
 *
 * <p>Walk from room to neighboring room, always into one where nobody has been yet, drawn with
 * equal chances, and open the wall between; where there is none, go back by one room. Every room
 * but the first is entered once through one opening: so all are connected, and there is no loop.
 * The mazes have long winding corridors and few dead ends.
 *
 * <p>Source: J. Buck, <i>Mazes for Programmers</i>, 2015, chapter 5.
 */
final class Backtracker {
    private final int size;
    private final RandomGenerator rng;
    private final boolean[] wall;
    private final int[] ways = new int[Compass.DIRECTIONS];   // directions that lead to new rooms

    private Backtracker(int size, RandomGenerator rng) {
        this.size = size;
        this.rng = rng;
        wall = new boolean[size * size];
        Arrays.fill(wall, true);
    }

    /** {@return the walls [size · size] of a maze; size is odd and at least 5} */
    static boolean[] carve(int size, RandomGenerator rng) {
        Backtracker backtracker = new Backtracker(size, rng);
        backtracker.walk();
        return backtracker.wall;
    }

    private void walk() {
        int side = size / 2;
        int[] stack = new int[side * side];                  // the rooms from the first to this one
        int depth = 0;
        stack[0] = (2 * rng.nextInt(side) + 1) * size + 2 * rng.nextInt(side) + 1;
        wall[stack[0]] = false;
        while (depth >= 0) {
            int room = stack[depth];
            int n = newRoomsAround(room);
            if (n == 0) {
                depth--;
                continue;
            }
            int step = Compass.step(ways[rng.nextInt(n)], size);
            wall[room + step] = false;
            wall[room + 2 * step] = false;
            stack[++depth] = room + 2 * step;
        }
    }

    /** Collects the directions in which there is a room without floor yet, and counts them. */
    private int newRoomsAround(int room) {
        int row = room / size;
        int column = room % size;
        int n = 0;
        if (row > 1 && wall[room - 2 * size]) ways[n++] = Compass.NORTH;
        if (column < size - 2 && wall[room + 2]) ways[n++] = Compass.EAST;
        if (row < size - 2 && wall[room + 2 * size]) ways[n++] = Compass.SOUTH;
        if (column > 1 && wall[room - 2]) ways[n++] = Compass.WEST;
        return n;
    }
}
