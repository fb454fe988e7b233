package skein.envs.maze;

/**
 * Paints the {@link Things} of a labyrinth over its walls: flat, and always facing the player.
 *
 * <p>The far ones come first. A column of pixels in which the wall is nearer than the thing stays
 * as it is.
 */
final class Billboards {
    private static final double NEAREST = 0.05;      // cells in front of the eye
    private static final double EYE = 0.5;           // above the floor

    private final int width;
    private final int height;
    private final double focal;
    private final double[] wallDistance;             // [W]
    private final Paint paint = new Paint();
    private int[] order = new int[0];                // things before the eye, far ones first
    private double[] depth = new double[0];          // [things], of all

    /** Paints on pictures of a size; the wall in each column is where the array says. */
    Billboards(int width, int height, double focal, double[] wallDistance) {
        this.width = width;
        this.height = height;
        this.focal = focal;
        this.wallDistance = wallDistance;
    }

    /** Paints all things that are in front of the eye. */
    void paint(float[] picture, Things things, double x, double y, double dx, double dy) {
        int n = sort(things, x, y, dx, dy);
        for (int i = 0; i < n; i++) {
            int thing = order[i];
            double right = (things.y(thing) - y) * dx - (things.x(thing) - x) * dy;
            Look look = thing == things.portal() ? Look.PORTAL : Look.APPLE;
            paint(picture, look, right / depth[thing], depth[thing]);
        }
    }

    /** Insertion sort: there are few, and nothing is allocated. */
    private int sort(Things things, double x, double y, double dx, double dy) {
        if (depth.length < things.count()) {
            depth = new double[things.count()];
            order = new int[things.count()];
        }
        int n = 0;
        for (int thing = 0; thing < things.count(); thing++) {
            depth[thing] = (things.x(thing) - x) * dx + (things.y(thing) - y) * dy;
            if (depth[thing] < NEAREST || !things.there(thing)) continue;
            int i = n++;
            for (; i > 0 && depth[order[i - 1]] < depth[thing]; i--) order[i] = order[i - 1];
            order[i] = thing;
        }
        return n;
    }

    private void paint(float[] picture, Look look, double side, double distance) {
        double middle = width / 2.0 + focal * side;
        double center = height / 2.0 + focal * (EYE - look.middle) / distance;
        double radiusX = focal * look.halfWidth / distance;    // pixels
        double radiusY = focal * look.halfHeight / distance;
        int toColumn = edge(middle + radiusX, width);
        int fromRow = edge(center - look.above * radiusY, height);
        int toRow = edge(center + radiusY, height);
        float light = Palette.light(distance);
        for (int column = edge(middle - radiusX, width); column < toColumn; column++) {
            if (distance >= wallDistance[column]) continue;
            double u = (column + 0.5 - middle) / radiusX;
            for (int row = fromRow; row < toRow; row++) {
                look.mix(paint, u, (row + 0.5 - center) / radiusY, light);
                paint.put(picture, row * width + column);
            }
        }
    }

    /** {@return the first pixel whose middle is not before a place, 0 .. n} */
    private static int edge(double place, int n) {
        return (int) Math.max(0, Math.min(n, Math.ceil(place - 0.5)));
    }
}
