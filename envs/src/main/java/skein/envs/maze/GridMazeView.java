package skein.envs.maze;

import skein.envs.Box;

/** What the agent of a {@link GridMaze} sees: planes of the whole maze, or of what is near. */
final class GridMazeView {
    private static final int WALL = 0;
    private static final int GOAL = 1;
    private static final int KEY = 2;        // only with a key
    private static final int DOOR = 3;       // only with a key

    private final int radius;                // 0 if the whole maze is seen
    private final int side;                  // N
    private final int agentPlane;            // the last one, if the whole maze is seen
    private final Box space;                 // [C, N, N]
    private Level level;
    private float[] walls;                   // [C, N, N], walls and goal of the whole maze

    /** Prepares planes; {@link #show} has to follow. */
    GridMazeView(GridMaze.Options options) {
        radius = options.radius();
        side = radius == 0 ? options.size() : 2 * radius + 1;
        agentPlane = options.key() ? DOOR + 1 : GOAL + 1;
        space = new Box(0, 1, radius == 0 ? agentPlane + 1 : agentPlane, side, side);
    }

    Box space() {
        return space;
    }

    /** From now on it is this level that is seen. */
    void show(Level next) {
        level = next;
        if (radius > 0) return;
        walls = new float[space.size()];
        for (int cell = 0; cell < side * side; cell++) {
            if (level.maze().wall(cell)) walls[cell] = 1;
        }
        walls[GOAL * side * side + level.goal()] = 1;
    }

    /** {@return the planes; a new array that the caller owns} */
    float[] observe(int agent, boolean hasKey) {
        return radius == 0 ? all(agent, hasKey) : near(agent, hasKey);
    }

    private float[] all(int agent, boolean hasKey) {
        int plane = side * side;
        float[] seen = walls.clone();
        if (level.key() != Level.NONE && !hasKey) {
            seen[KEY * plane + level.key()] = 1;
            seen[DOOR * plane + level.door()] = 1;
        }
        seen[agentPlane * plane + agent] = 1;
        return seen;
    }

    private float[] near(int agent, boolean hasKey) {
        Maze maze = level.maze();
        int top = agent / maze.size() - radius;
        int left = agent % maze.size() - radius;
        float[] seen = new float[space.size()];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                if (maze.wall(top + i, left + j)) seen[i * side + j] = 1;
            }
        }
        put(seen, GOAL, level.goal(), top, left);
        if (level.key() != Level.NONE && !hasKey) {
            put(seen, KEY, level.key(), top, left);
            put(seen, DOOR, level.door(), top, left);
        }
        return seen;
    }

    /** Marks a cell in a plane whose first row and column are given, if the plane reaches there. */
    private void put(float[] seen, int channel, int cell, int top, int left) {
        int i = cell / level.maze().size() - top;
        int j = cell % level.maze().size() - left;
        boolean near = 0 <= i && i < side && 0 <= j && j < side;
        if (near) seen[(channel * side + i) * side + j] = 1;
    }
}
