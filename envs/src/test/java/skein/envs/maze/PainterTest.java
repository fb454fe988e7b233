package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PainterTest {
    private static final int N = 84;
    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;

    /** A hall of 5 by 5 cells; the middle is (3.5, 3.5). */
    private static final Maze HALL = Maze.parse("""
            #######
            #     #
            #     #
            #     #
            #     #
            #     #
            #######
            """);

    /** The same with a wall in its middle. */
    private static final Maze PARTED = Maze.parse("""
            #######
            #     #
            #     #
            #######
            #     #
            #     #
            #######
            """);

    private static float[] paint(Maze maze, Things things, double x, double y, double dx,
            double dy) {
        return new Painter(N, N).paint(maze, things, x, y, dx, dy);
    }

    /** The hall with its only thing, the portal, out of sight: behind the player. */
    private static float[] look(double x, double y, double dx, double dy) {
        return paint(HALL, portal(HALL, x - 0.9 * dx, y - 0.9 * dy), x, y, dx, dy);
    }

    /** A portal and no apple; of many draws, the first one that puts it into this cell. */
    private static Things portal(Maze maze, double x, double y) {
        SplittableRandom rng = new SplittableRandom(1);
        while (true) {
            Things things = new Things(maze, 0, rng);
            if (things.cell(0) == (int) y * maze.size() + (int) x) return things;
        }
    }

    private static float pixel(float[] picture, int channel, int row, int column) {
        return picture[(channel * N + row) * N + column];
    }

    /** The channel that is brightest in a pixel. */
    private static int hue(float[] picture, int row, int column) {
        int best = RED;
        for (int c = GREEN; c <= BLUE; c++) {
            if (pixel(picture, c, row, column) > pixel(picture, best, row, column)) best = c;
        }
        return best;
    }

    @Test void a_wall_1_away_covers_52_and_a_half_of_84_pixels() {
        // the picture plane is 1.6 wide at 1: a height of 1 covers 84 / 1.6 = 52.5 pixels,
        // from 42 − 26.25 = 15.75 to 68.25, so the middles of rows 16 .. 67
        float[] picture = look(3.5, 2, 0, -1);
        assertEquals(BLUE, hue(picture, 15, 42), "ceiling");
        for (int row = 16; row < 68; row++) assertEquals(GREEN, hue(picture, row, 42), "moss");
        assertEquals(RED, hue(picture, 68, 42), "floor");
    }

    @Test void the_four_sides_of_walls_have_their_colors() {
        assertEquals(GREEN, hue(look(3.5, 3.5, 0, -1), 42, 42), "moss looks south");
        assertEquals(BLUE, hue(look(3.5, 3.5, 1, 0), 42, 42), "slate looks west");
        float[] sand = look(3.5, 3.5, 0, 1);
        assertEquals(RED, hue(sand, 42, 42));
        assertTrue(pixel(sand, GREEN, 42, 42) > pixel(sand, BLUE, 42, 42), "sand looks north");
        float[] plum = look(3.5, 3.5, -1, 0);
        assertEquals(BLUE, hue(plum, 42, 42));
        assertTrue(pixel(plum, RED, 42, 42) > pixel(plum, GREEN, 42, 42), "plum looks east");
    }

    @Test void the_wall_on_the_right_is_right_in_the_picture() {
        float[] picture = look(3.5, 4.5, 0, -1);   // looking north, 2.5 cells from both sides
        assertEquals(BLUE, hue(picture, 42, 83));
        assertTrue(pixel(picture, GREEN, 42, 83) > pixel(picture, RED, 42, 83), "slate, right");
        assertTrue(pixel(picture, RED, 42, 0) > pixel(picture, GREEN, 42, 0), "plum, left");
        float[] east = look(2.5, 3.5, 1, 0);       // 3.5 · 0.79 = 2.8 to a side, beyond its wall
        assertEquals(RED, hue(east, 42, 83), "sand, right");
        assertEquals(GREEN, hue(east, 42, 0), "moss, left");
    }

    @Test void tiles_are_half_a_cell_wide_and_alternate_in_both_directions() {
        // row 68 is 0.5 · 52.5 / 26.5 = 0.99 away: from (3.5, 4.5) to the north (3.51, 3.51),
        // tile (7, 7), a light one; half a cell further in one direction the tiles are dark
        float light = pixel(look(3.5, 4.5, 0, -1), RED, 68, 42);
        float dark = pixel(look(3.5, 4, 0, -1), RED, 68, 42);
        assertTrue(light > dark, light + " and " + dark);
        assertEquals(dark, pixel(look(4, 4.5, 0, -1), RED, 68, 42));
        assertEquals(light, pixel(look(4, 4, 0, -1), RED, 68, 42));
    }

    @Test void floor_and_ceiling_have_their_colors_in_the_light_of_their_distance() {
        float[] picture = look(3.5, 4.5, 0, -1);
        for (int c = RED; c <= BLUE; c++) {                  // row 15 is as far up as row 68 down
            float light = Palette.light(0.5 * 52.5 / 26.5);
            assertEquals(Palette.seen(Palette.FLOOR[0][c], c, light), pixel(picture, c, 68, 42));
            assertEquals(Palette.seen(Palette.FLOOR[1][c], c, light), pixel(picture, c, 68, 41));
            assertEquals(Palette.seen(Palette.CEILING[c], c, light), pixel(picture, c, 15, 42));
        }
    }

    @Test void tiles_alternate_along_a_row_of_pixels() {
        // column j of row 68, 0.99 away, shows 3.5 + 0.99 (j − 41.5) / 52.5 from the west: tiles
        // begin at 3 (column 15), 3.5 (column 41.5) and 4 (column 68)
        float[] picture = look(3.5, 4.5, 0, -1);
        float light = pixel(picture, RED, 68, 42);
        float dark = pixel(picture, RED, 68, 41);
        assertTrue(light > dark, light + " and " + dark);
        assertEquals(light, pixel(picture, RED, 68, 14));
        assertEquals(dark, pixel(picture, RED, 68, 16));
        assertEquals(light, pixel(picture, RED, 68, 67));
        assertEquals(dark, pixel(picture, RED, 68, 69));
        // and looking east, 3.5 + 0.99 (j − 41.5) / 52.5 from the north, at 3.49 from the west
        float[] east = look(2.5, 3.5, 1, 0);
        assertEquals(dark, pixel(east, RED, 68, 14));
        assertEquals(light, pixel(east, RED, 68, 16));
        assertEquals(light, pixel(east, RED, 68, 41));
        assertEquals(dark, pixel(east, RED, 68, 42));
        assertEquals(dark, pixel(east, RED, 68, 67));
        assertEquals(light, pixel(east, RED, 68, 69));
        float[] halfACellOn = look(3, 3.5, 1, 0);
        for (int column : new int[] {14, 42, 67}) {
            assertEquals(light, pixel(halfACellOn, RED, 68, column));
        }
    }

    @Test void each_pixel_of_a_wall_is_its_texel_at_the_middle_of_the_pixel() {
        // 1 away a cell of 32 texels covers 52.5 pixels, from 15.75 on; column 42 is half a pixel
        // right of the middle, texel 16 of 32
        float[] picture = look(3.5, 2, 0, -1);
        float light = Palette.light(1);
        for (int row = 16; row < 68; row++) {
            float shade = light * Masonry.brightness((row + 0.5 - 15.75) * 32 / 52.5, 16, 1);
            for (int c = RED; c <= BLUE; c++) {
                assertEquals(Palette.seen(Palette.WALLS[Compass.SOUTH][c], c, light, shade),
                        pixel(picture, c, row, 42), 1e-6f);
            }
        }
    }

    @Test void what_is_farther_is_darker() {
        float near = pixel(look(3.5, 2.5, 0, -1), GREEN, 45, 45);
        float far = pixel(look(3.5, 4.5, 0, -1), GREEN, 45, 45);
        assertTrue(near > far, near + " and " + far);
    }

    @Test void the_portal_covers_what_is_behind_it_and_only_that() {
        float[] with = paint(HALL, portal(HALL, 3.5, 1.5), 3.5, 4.5, 0, -1);
        float[] without = look(3.5, 4.5, 0, -1);
        // 3 away: half of its width is 52.5 · 0.34 / 3 = 5.95 pixels: columns 36.05 .. 47.95
        assertTrue(pixel(with, BLUE, 42, 42) > 2 * pixel(with, RED, 42, 42), "blue inside");
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < N; row++) {
                for (int column = 0; column < N; column++) {
                    if (36 <= column && column < 48) continue;
                    assertEquals(pixel(without, c, row, column), pixel(with, c, row, column));
                }
            }
        }
    }

    @Test void a_portal_on_the_right_is_right_in_the_picture() {
        // 2 ahead and 1 to the right: column 42 + 52.5 / 2 = 68
        float[] with = paint(HALL, portal(HALL, 4.5, 2.5), 3.5, 4.5, 0, -1);
        assertTrue(pixel(with, BLUE, 42, 68) > 2 * pixel(with, RED, 42, 68));
    }

    @Test void of_two_things_in_a_line_the_nearer_one_covers_the_other() {
        float[] apple = paint(HALL, appleAndPortal(2.5, 1.5), 3.5, 4.5, 0, -1);
        // the apple is 2 away and 0.28 below the eye: row 42 + 52.5 · 0.14 = 49.35
        assertTrue(pixel(apple, RED, 49, 42) > 2 * pixel(apple, BLUE, 49, 42));
        float[] portal = paint(HALL, appleAndPortal(1.5, 2.5), 3.5, 4.5, 0, -1);
        // the apple is 3 away: row 46.9; the portal reaches 0.46 · 52.5 / 2 = 12 rows down
        assertTrue(pixel(portal, BLUE, 46, 42) > 2 * pixel(portal, RED, 46, 42));
    }

    @Test void each_pixel_of_a_thing_is_its_look_at_the_middle_of_the_pixel() {
        // 3 away, in the middle: radii of 52.5 · 0.34 / 3 = 5.95 and 52.5 · 0.46 / 3 = 8.05
        assertLook(Look.PORTAL, look(3.5, 4.5, 0, -1),
                paint(HALL, portal(HALL, 3.5, 1.5), 3.5, 4.5, 0, -1), 3, 42, 5.95, 8.05);
        // 2 away, 52.5 · 0.28 / 2 = 7.35 below the middle: radii of 52.5 · 0.16 / 2 = 4.2
        Things things = appleAndPortal(2.5, 1.5);
        float[] apple = paint(HALL, things, 3.5, 4.5, 0, -1);
        things.eat(0);
        assertLook(Look.APPLE, paint(HALL, things, 3.5, 4.5, 0, -1), apple, 2, 49.35, 4.2, 4.2);
    }

    /** A thing in column 42, before what is there without it. */
    private static void assertLook(Look look, float[] without, float[] with, double distance,
            double center, double radiusX, double radiusY) {
        Paint paint = new Paint();
        for (int row = (int) (center - 1.2 * radiusY); row < center + radiusY - 1; row++) {
            for (int column : new int[] {40, 42, 44}) {
                look.mix(paint, (column + 0.5 - 42) / radiusX, (row + 0.5 - center) / radiusY,
                        Palette.light(distance));
                float[] expected = new float[3];
                for (int c = 0; c < 3; c++) expected[c] = pixel(without, c, row, column);
                paint.put(expected, 0);
                for (int c = 0; c < 3; c++) {
                    assertEquals(expected[c], pixel(with, c, row, column), 1e-5f, look.name());
                }
            }
        }
    }

    /** An apple and the portal in the middle column of the hall. */
    private static Things appleAndPortal(double appleY, double portalY) {
        SplittableRandom rng = new SplittableRandom(1);
        while (true) {
            Things things = new Things(HALL, 1, rng);
            boolean middle = things.x(0) == 3.5 && things.x(1) == 3.5;
            if (middle && things.y(0) == appleY && things.y(1) == portalY) return things;
        }
    }

    @Test void a_wall_hides_what_is_behind_it() {
        assertArrayEquals(paint(PARTED, portal(PARTED, 3.5, 5.5), 3.5, 4.5, 0, -1),
                paint(PARTED, portal(PARTED, 3.5, 1.5), 3.5, 4.5, 0, -1));
    }

    @Test void apples_are_red_and_gone_once_eaten() {
        Maze ring = Maze.random(5, new SplittableRandom(1));
        Things things = new Things(ring, 4, new SplittableRandom(1));
        for (int apple = 0; apple < 4; apple++) {
            int cell = things.cell(apple);
            for (int direction = 0; direction < 4; direction++) {
                if (ring.wall(cell + Compass.step(direction, 5))) continue;
                int dx = direction == Compass.EAST ? -1 : direction == Compass.WEST ? 1 : 0;
                int dy = direction == Compass.SOUTH ? -1 : direction == Compass.NORTH ? 1 : 0;
                double x = things.x(apple) - dx;   // one cell away, looking at it
                double y = things.y(apple) - dy;
                // 0.28 below the eye: row 42 + 52.5 · 0.28 = 56.7
                float[] before = paint(ring, things, x, y, dx, dy);
                assertTrue(pixel(before, RED, 56, 42) > 2 * pixel(before, GREEN, 56, 42));
                things.eat(apple);
                float[] after = paint(ring, things, x, y, dx, dy);
                assertTrue(pixel(after, RED, 56, 42) < 2 * pixel(after, GREEN, 56, 42));
                things.restore();
            }
        }
    }

    @Property(tries = 300) void every_picture_has_values_from_0_to_1(@ForAll long seed,
            @ForAll @IntRange(min = 8, max = 90) int width,
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle) {
        SplittableRandom rng = new SplittableRandom(seed);
        int height = rng.nextInt(8, 91);
        Maze maze = Maze.random(7, rng);
        int cell = maze.floor()[rng.nextInt(maze.floor().length)];
        double x = cell % 7 + rng.nextDouble();
        double y = cell / 7 + rng.nextDouble();
        float[] picture = new Painter(width, height).paint(maze, new Things(maze, 5, rng), x, y,
                Math.cos(angle), Math.sin(angle));
        assertEquals(3 * width * height, picture.length);
        for (float value : picture) assertTrue(0 <= value && value <= 1, "" + value);
    }

    @Test void it_paints_the_same_again_into_another_array() {
        Painter painter = new Painter(N, N);
        Things things = portal(HALL, 3.5, 1.5);
        float[] first = painter.paint(HALL, things, 3.5, 4.5, 0, -1);
        painter.paint(HALL, things, 2.5, 4.5, 1, 0);
        float[] again = painter.paint(HALL, things, 3.5, 4.5, 0, -1);
        assertNotSame(first, again);
        assertArrayEquals(first, again);
    }
}
