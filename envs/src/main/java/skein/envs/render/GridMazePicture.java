package skein.envs.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import skein.envs.Environment;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Maze;

/**
 * Shows {@link GridMaze} as a picture from above, 320 by 320; dots mark the shortest way to the
 * goal. What the agent does not see lies in the shade.
 */
public final class GridMazePicture implements PictureRenderer {
    /** Makes a renderer; it keeps nothing between pictures. */
    public GridMazePicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        GridMaze world = Canvas.world(GridMaze.class, env, this);
        MazeMap map = new MazeMap(
                new Canvas(Canvas.SIDE, Canvas.SIDE, MazeMap.FLOOR), 0, world.maze());
        map.drawWalls();
        drawWay(map, world);
        if (world.door() >= 0) drawDoor(map, world.door());
        if (world.key() >= 0) drawKey(map, world.key());
        drawGoal(map, world.goal());
        drawAgent(map, world.agent());
        if (world.options().radius() > 0) drawShade(map, world);
        return map.canvas().finish();
    }

    private static void drawWay(MazeMap map, GridMaze world) {
        if (world.agent() == world.goal()) return;
        if (world.key() < 0) {
            drawWay(map, world.maze().way(world.agent(), world.goal()));
        } else {
            drawWay(map, world.maze().way(world.agent(), world.key()));
            drawWay(map, world.maze().way(world.key(), world.goal()));
        }
    }

    private static void drawWay(MazeMap map, int[] way) {
        for (int i = 1; i < way.length; i++) {
            map.canvas().disc(MazeMap.WAY, map.x(way[i]), map.y(way[i]), 0.09 * map.cell());
        }
    }

    private static void drawAgent(MazeMap map, int cell) {
        map.canvas().disc(Canvas.BLUE, map.x(cell), map.y(cell), 0.36 * map.cell());
        map.canvas().disc(Color.WHITE, map.x(cell), map.y(cell), 0.12 * map.cell());
    }

    private static void drawGoal(MazeMap map, int cell) {
        double unit = map.cell();
        map.canvas().tile(Canvas.GREEN, map.x(cell) - 0.38 * unit, map.y(cell) - 0.38 * unit,
                0.76 * unit, 0.76 * unit, 0.25 * unit);
        map.canvas().ring(Color.WHITE, 0.08 * unit, map.x(cell), map.y(cell), 0.22 * unit);
    }

    private static void drawKey(MazeMap map, int cell) {
        double unit = map.cell();
        double x = map.x(cell);
        double y = map.y(cell);
        map.canvas().ring(Canvas.GOLD, 0.10 * unit, x - 0.18 * unit, y, 0.14 * unit);
        map.canvas().line(Canvas.GOLD, 0.10 * unit, x - 0.04 * unit, y, x + 0.32 * unit, y);
        map.canvas().line(Canvas.GOLD, 0.10 * unit, x + 0.32 * unit, y, x + 0.32 * unit,
                y + 0.14 * unit);
        map.canvas().line(Canvas.GOLD, 0.10 * unit, x + 0.16 * unit, y, x + 0.16 * unit,
                y + 0.12 * unit);
    }

    private static void drawDoor(MazeMap map, int cell) {
        double unit = map.cell();
        double x = map.x(cell);
        double y = map.y(cell);
        map.canvas().tile(MazeMap.DOOR, x - 0.5 * unit, y - 0.5 * unit, unit, unit, 0.1 * unit);
        map.canvas().disc(Canvas.GOLD, x, y - 0.06 * unit, 0.12 * unit);
        map.canvas().line(Canvas.GOLD, 0.10 * unit, x, y, x, y + 0.20 * unit);
    }

    private static void drawShade(MazeMap map, GridMaze world) {
        Maze maze = world.maze();
        int radius = world.options().radius();
        int row = world.agent() / maze.size();
        int column = world.agent() % maze.size();
        for (int cell = 0; cell < maze.cells(); cell++) {
            int rows = Math.abs(cell / maze.size() - row);
            int columns = Math.abs(cell % maze.size() - column);
            if (Math.max(rows, columns) > radius) map.fill(MazeMap.SHADE, cell);
        }
    }
}
