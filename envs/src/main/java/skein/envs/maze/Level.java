package skein.envs.maze;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * What stays in its place during an episode of a {@link GridMaze}: the walls, the goal, and perhaps
 * a key and a door.
 *
 * <p>In a perfect maze there is one way between two cells. So a door on the way from the key to the
 * goal parts the maze in two: the goal on one side, and the key and all starts on the other.
 *
 * @param maze     the walls
 * @param goal     the goal's cell, a room
 * @param key      the cell where the key lies, a room; NONE if there is no key
 * @param door     the door's cell, an opening; NONE if there is no door
 * @param starts   the cells in which an episode may start
 * @param shortest the fewest steps from each cell to the goal, by way of the key if there is one
 */
record Level(Maze maze, int goal, int key, int door, int[] starts, int[] shortest) {
    /** The cell of a thing that is not there. */
    static final int NONE = -1;

    /** Steps at least: a door fits between, and a start. Some room of any maze is as far away. */
    private static final int KEY_TO_GOAL = 4;

    /** {@return a level drawn by a generator} */
    static Level random(int size, boolean withKey, RandomGenerator rng) {
        Maze maze = Maze.random(size, rng);
        int[] rooms = maze.rooms();
        int goal = rooms[rng.nextInt(rooms.length)];
        int[] toGoal = maze.distances(goal);
        if (!withKey) {
            int[] starts = filter(maze.floor(), cell -> cell != goal);
            return new Level(maze, goal, NONE, NONE, starts, toGoal);
        }
        int[] far = filter(rooms, room -> toGoal[room] >= KEY_TO_GOAL);
        int key = far[rng.nextInt(far.length)];
        int[] way = maze.way(key, goal);        // key, opening, room, opening, ..., goal
        int door = way[3 + 2 * rng.nextInt((way.length - 3) / 2)];
        return withDoor(maze, goal, key, door);
    }

    private static Level withDoor(Maze maze, int goal, int key, int door) {
        int[] toKey = maze.distances(key);
        int[] toDoor = maze.distances(door);
        int[] starts = filter(maze.floor(),   // not where the way to the key is through the door
                cell -> cell != key && toKey[cell] < toDoor[cell] + toKey[door]);
        int[] shortest = toKey.clone();
        for (int cell : maze.floor()) shortest[cell] += toKey[goal];
        return new Level(maze, goal, key, door, starts, shortest);
    }

    private static int[] filter(int[] cells, IntPredicate wanted) {
        return Arrays.stream(cells).filter(wanted).toArray();
    }
}
