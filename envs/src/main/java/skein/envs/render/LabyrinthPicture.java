package skein.envs.render;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import skein.envs.Environment;
import skein.envs.maze.Labyrinth;
import skein.envs.maze.Pose;

/**
 * Shows {@link Labyrinth} as a picture, 640 by 320: what the player sees, in more pixels than the
 * agent has, and beside it the map with the apples, the portal, and where the player looks.
 */
public final class LabyrinthPicture implements PictureRenderer {
    private static final double SIGHT = 77;                // degrees
    private static final double FAR = 4;                   // cells that the sight is drawn
    private static final double STEP = 0.05;               // cells, along a ray
    private static final int RAYS = 80;
    private static final Color CONE = new Color(0x552563AF, true);
    private static final Color PORTAL = new Color(0x0B4A73);
    private static final Color RIM = new Color(0x4FD2E0);

    /** Makes a renderer; it keeps nothing between pictures. */
    public LabyrinthPicture() {
    }

    @Override public BufferedImage frame(Environment env) {
        Labyrinth world = Canvas.world(Labyrinth.class, env, this);
        Canvas canvas = new Canvas(2 * Canvas.SIDE, Canvas.SIDE, MazeMap.FLOOR);
        BufferedImage view = Rgb.picture(world.view(Canvas.SIDE, Canvas.SIDE),
                Canvas.SIDE, Canvas.SIDE);
        canvas.picture(view, 0, 0, Canvas.SIDE, Canvas.SIDE, false);
        MazeMap map = new MazeMap(canvas, Canvas.SIDE, world.maze());
        map.drawWalls();
        drawSight(map, world);
        for (int cell = 0; cell < world.maze().cells(); cell++) {
            if (world.appleAt(cell)) drawApple(map, cell);
        }
        drawPortal(map, world.portal());
        drawPlayer(map, world);
        return canvas.finish();
    }

    private static void drawApple(MazeMap map, int cell) {
        double unit = map.cell();
        map.canvas().disc(Canvas.RED, map.x(cell), map.y(cell), 0.22 * unit);
        map.canvas().line(Canvas.GREEN, 0.10 * unit, map.x(cell) + 0.02 * unit,
                map.y(cell) - 0.22 * unit, map.x(cell) + 0.14 * unit, map.y(cell) - 0.30 * unit);
    }

    private static void drawPortal(MazeMap map, int cell) {
        map.canvas().disc(PORTAL, map.x(cell), map.y(cell), 0.36 * map.cell());
        map.canvas().ring(RIM, 0.12 * map.cell(), map.x(cell), map.y(cell), 0.32 * map.cell());
    }

    /** As far as the walls let it. */
    private static void drawSight(MazeMap map, Labyrinth world) {
        Pose pose = world.pose();
        Path2D sight = new Path2D.Double();
        sight.moveTo(Canvas.SIDE + pose.x() * map.cell(), pose.y() * map.cell());
        for (int ray = 0; ray <= RAYS; ray++) {
            double angle = Math.toRadians(turn(world) + SIGHT * ((double) ray / RAYS - 0.5));
            double x = pose.x();
            double y = pose.y();
            for (double d = 0; d < FAR && !world.maze().wall((int) y, (int) x); d += STEP) {
                x += STEP * Math.sin(angle);
                y -= STEP * Math.cos(angle);
            }
            sight.lineTo(Canvas.SIDE + x * map.cell(), y * map.cell());
        }
        sight.closePath();
        map.canvas().fill(CONE, sight);
    }

    /** Where the player looks, in degrees: 0 is north, then clockwise. */
    private static double turn(Labyrinth world) {
        return 360.0 * world.pose().heading() / world.options().headings();
    }

    private static void drawPlayer(MazeMap map, Labyrinth world) {
        double unit = map.cell();
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(0, -0.34 * unit);
        arrow.lineTo(0.26 * unit, 0.28 * unit);
        arrow.lineTo(0, 0.14 * unit);
        arrow.lineTo(-0.26 * unit, 0.28 * unit);
        arrow.closePath();
        map.canvas().at(Canvas.SIDE + world.pose().x() * unit, world.pose().y() * unit,
                -Math.toRadians(turn(world)), () -> map.canvas().fill(Canvas.BLUE, arrow));
    }
}
