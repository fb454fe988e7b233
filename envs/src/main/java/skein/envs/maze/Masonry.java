package skein.envs.maze;

/**
 * What the walls are made of: four courses of bricks a cell, two bricks long, as a picture of
 * brightness, 32 × 32 texels, computed once.
 */
final class Masonry {
    static final int SIZE = 32;              // texels in a cell

    private static final int COURSE = 8;     // texels
    private static final int BRICK = 16;     // texels
    private static final float MORTAR = 0.60f;
    private static final float SHARP = 40;   // pixels that a wall is tall to show all detail

    private static final float[] BRIGHTNESS = new float[SIZE * SIZE];

    static {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                BRIGHTNESS[row * SIZE + column] = corner(row) * brick(row, column);
            }
        }
    }

    private Masonry() {
    }

    /** Walls are darker near the ceiling and near the floor. */
    private static float corner(int row) {
        float middle = 2 * (row + 0.5f) / SIZE - 1;            // −1 .. 1
        return 1 - 0.3f * middle * middle * middle * middle;
    }

    /** Every other course is moved by half a brick; bricks differ a little. */
    private static float brick(int row, int column) {
        int course = row / COURSE;
        int along = (column + course % 2 * BRICK / 2) % SIZE;
        if (row % COURSE == 0 || along % BRICK == 0) return MORTAR;
        int tone = (course * 2 + along / BRICK) * 5 % 8;       // 0 .. 7, each once
        return 0.86f + 0.02f * tone;
    }

    /** {@return the column of texels at a place across a wall, 0 .. 1} */
    static int column(double across) {
        return Math.max(0, Math.min(SIZE - 1, (int) (across * SIZE)));
    }

    /** {@return how much of the detail a wall of so many pixels shows, 0 .. 1} */
    static float detail(double tall) {
        return Math.min(1, (float) tall / SHARP);
    }

    /** {@return how bright a texel is, 0 .. 1; without detail all are 1. Row 32 counts as 31} */
    static float brightness(double row, int column, float detail) {
        int at = Math.min(SIZE - 1, (int) row) * SIZE + column;
        return 1 + detail * (BRIGHTNESS[at] - 1);
    }
}
