package skein.envs.maze;

import java.util.Arrays;

/**
 * Paints what the player of a {@link Labyrinth} sees, as a float picture [3, H, W].
 *
 * <p>The picture plane is 1 away and parallel to the player's front, the eye half as high as the
 * walls. First come ceiling and floor, as if there were no walls; over them, in each column of
 * pixels, the first wall that its {@link Ray} meets; and over that the {@link Billboards}.
 *
 * <p>A row of the floor is as far away everywhere, so its two tile colors are the same for ever and
 * are mixed once. All arrays but the picture are kept and used again.
 */
final class Painter {
    /** Half of the picture plane's width: the player sees 2 · atan(0.8) = 77°. */
    private static final double HALF_WIDTH = 0.8;
    private static final double EYE = 0.5;
    private static final int TILES = 2;              // per cell and direction

    private final int width;
    private final int height;
    private final double focal;                      // pixels that a length of 1 covers, 1 away
    private final double[] floorDistance;            // [H], of a row below the horizon
    private final float[] mixed;                     // [H, 2, 3], two colors of a row
    private final double[] wallDistance;             // [W]
    private final Ray ray = new Ray();
    private final Billboards billboards;

    // The player's eye and front, of one picture.
    private double x;
    private double y;
    private double dx;
    private double dy;

    Painter(int width, int height) {
        this.width = width;
        this.height = height;
        focal = width / (2 * HALF_WIDTH);
        floorDistance = new double[height];
        mixed = new float[height * 6];
        for (int row = 0; row < height; row++) mixRow(row);
        wallDistance = new double[width];
        billboards = new Billboards(width, height, focal, wallDistance);
    }

    private void mixRow(int row) {
        double below = row + 0.5 - height / 2.0;
        double distance = EYE * focal / Math.max(0.25, Math.abs(below));
        floorDistance[row] = distance;
        for (int tile = 0; tile < 2; tile++) {
            float[] color = below < 0 ? Palette.CEILING : Palette.FLOOR[tile];
            for (int c = 0; c < 3; c++) {
                mixed[row * 6 + tile * 3 + c] = Palette.seen(color[c], c, Palette.light(distance));
            }
        }
    }

    /**
     * {@return the picture; a new array that the caller owns}
     *
     * @param x  the eye, on floor
     * @param y  the eye, on floor
     * @param dx the front, (dx, dy) is 1 long
     * @param dy the front
     */
    float[] paint(Maze maze, Things things, double x, double y, double dx, double dy) {
        this.x = x;
        this.y = y;
        this.dx = dx;
        this.dy = dy;
        float[] picture = new float[3 * height * width];
        int horizon = height / 2;
        for (int row = 0; row < horizon; row++) paintCeiling(picture, row);
        for (int row = horizon; row < height; row++) paintFloor(picture, row);
        for (int column = 0; column < width; column++) paintWall(picture, maze, column);
        billboards.paint(picture, things, x, y, dx, dy);
        return picture;
    }

    /** {@return where column j of pixels is on the picture plane, left −, right +} */
    private double side(int column) {
        return (column + 0.5 - width / 2.0) / focal;
    }

    private void paintCeiling(float[] picture, int row) {
        for (int c = 0; c < 3; c++) {
            int from = (c * height + row) * width;
            Arrays.fill(picture, from, from + width, mixed[row * 6 + c]);
        }
    }

    private void paintFloor(float[] picture, int row) {
        double step = floorDistance[row] / focal * TILES;      // tiles per pixel
        double u = (x + floorDistance[row] * (dx - side(0) * dy)) * TILES;
        double v = (y + floorDistance[row] * (dy + side(0) * dx)) * TILES;
        int plane = height * width;
        int at = row * width;
        for (int column = 0; column < width; column++, at++) {
            int tile = (int) u + (int) v & 1;
            int color = row * 6 + tile * 3;
            picture[at] = mixed[color];
            picture[plane + at] = mixed[color + 1];
            picture[2 * plane + at] = mixed[color + 2];
            u -= step * dy;
            v += step * dx;
        }
    }

    private void paintWall(float[] picture, Maze maze, int column) {
        double side = side(column);
        ray.cast(maze, x, y, dx - side * dy, dy + side * dx);
        wallDistance[column] = ray.distance;
        double tall = focal / Math.max(1e-3, ray.distance);    // pixels
        double top = height / 2.0 - tall / 2;
        int from = Math.max(0, (int) Math.ceil(top - 0.5));
        int to = Math.min(height, (int) Math.ceil(top + tall - 0.5));

        float light = Palette.light(ray.distance);
        float[] wall = Palette.WALLS[ray.side];
        int strip = Masonry.column(ray.across);
        float detail = Masonry.detail(tall);
        double texel = Masonry.SIZE / tall;                    // texels per pixel
        int plane = height * width;
        for (int row = from, at = from * width + column; row < to; row++, at += width) {
            float shade = light * Masonry.brightness((row + 0.5 - top) * texel, strip, detail);
            picture[at] = Palette.seen(wall[0], 0, light, shade);
            picture[plane + at] = Palette.seen(wall[1], 1, light, shade);
            picture[2 * plane + at] = Palette.seen(wall[2], 2, light, shade);
        }
    }
}
