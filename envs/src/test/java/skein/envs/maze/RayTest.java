package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RayTest {
    private static final Maze MAZE = Maze.parse("""
            #####
            #   #
            # # #
            # # #
            #####
            """);

    private static Ray cast(double x, double y, double dx, double dy) {
        Ray ray = new Ray();
        ray.cast(MAZE, x, y, dx, dy);
        return ray;
    }

    private static void assertHit(Ray ray, double distance, int row, int column, int side,
            double across) {
        assertEquals(distance, ray.distance, 1e-12);
        assertEquals(row * 5 + column, ray.cell);
        assertEquals(side, ray.side);
        assertEquals(across, ray.across, 1e-12);
    }

    @Test void along_the_axes_it_is_as_far_as_the_wall_is() {
        // from column 1.25, row 1.5: the walls are at 1 and 4 in x, at 1 and 4 in y
        assertHit(cast(1.25, 1.5, 0, -1), 0.5, 0, 1, Compass.SOUTH, 0.25);
        assertHit(cast(1.25, 1.5, 1, 0), 2.75, 1, 4, Compass.WEST, 0.5);
        assertHit(cast(1.25, 1.5, 0, 1), 2.5, 4, 1, Compass.NORTH, 0.75);
        assertHit(cast(1.25, 1.5, -1, 0), 0.25, 1, 0, Compass.EAST, 0.5);
    }

    @Test void a_slope_of_one_half_hits_the_pillar_at_a_quarter() {
        // (1.5, 1.5) + t (1, 1.5): x = 2 at t = 0.5, y = 2.25: a quarter from the northern end,
        // which is left as one looks east
        assertHit(cast(1.5, 1.5, 1, 1.5), 0.5, 2, 2, Compass.WEST, 0.25);
    }

    @Test void across_a_side_is_from_left_to_right_as_one_looks_at_it() {
        // a quarter of a cell from one border, so three quarters from the other
        assertEquals(0.25, cast(1.25, 1.5, 0, -1).across, 1e-12);   // north: left is west
        assertEquals(0.25, cast(1.5, 1.25, 1, 0).across, 1e-12);    // east: left is north
        assertEquals(0.75, cast(1.25, 1.5, 0, 1).across, 1e-12);    // south: left is east
        assertEquals(0.75, cast(1.5, 1.25, -1, 0).across, 1e-12);   // west: left is south
    }

    @Test void the_direction_is_the_unit_of_distance() {
        assertEquals(2.75 / 3, cast(1.25, 1.5, 3, 0).distance, 1e-12);
    }

    @Test void it_does_not_slip_between_walls_that_touch_at_a_corner() {
        Maze maze = Maze.parse("""
                #####
                # # #
                ## ##
                # # #
                #####
                """);
        Ray ray = new Ray();
        ray.cast(maze, 1.5, 1.5, 1, 1);      // through the corner (2, 2) exactly
        assertEquals(0.5, ray.distance);
        assertTrue(maze.wall(ray.cell));
    }

    @Test void at_the_border_of_its_cell_the_distance_is_0_and_never_nan() {
        assertHit(cast(1, 1.5, -1, 0), 0, 1, 0, Compass.EAST, 0.5);
        assertHit(cast(1.5, 1, 0, -1), 0, 0, 1, Compass.SOUTH, 0.5);
        assertHit(cast(1, 1.5, 0, 1), 2.5, 4, 1, Compass.NORTH, 1);
        assertHit(cast(1.5, 1, 1, 0), 2.5, 1, 4, Compass.WEST, 0);
        assertHit(cast(1, 1, -0.0, 1), 3, 4, 1, Compass.NORTH, 1);
    }

    @Property(tries = 1000) void it_ends_at_a_wall_and_all_before_is_floor(@ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 6.3) double angle,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double right) {
        SplittableRandom rng = new SplittableRandom(seed);
        Maze maze = Maze.random(9, rng);
        int from = maze.floor()[rng.nextInt(maze.floor().length)];
        double x = from % 9 + right;
        double y = from / 9 + rng.nextDouble();
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        Ray ray = new Ray();
        ray.cast(maze, x, y, dx, dy);
        assertTrue(ray.distance >= 0 && ray.distance < 9 * Math.sqrt(2), "" + ray.distance);
        assertTrue(-1e-9 <= ray.across && ray.across <= 1 + 1e-9, "" + ray.across);
        assertTrue(maze.wall(ray.cell));
        assertFalse(maze.wall(ray.cell + Compass.step(ray.side, 9)), "a side that faces floor");
        for (double t = 0; t < ray.distance - 1e-9; t += 0.01) {
            assertFalse(maze.wall((int) (y + t * dy), (int) (x + t * dx)), "wall at " + t);
        }
        double beyond = ray.distance + 1e-7;
        int row = ray.cell / 9;
        int column = ray.cell % 9;
        assertTrue(near(x + beyond * dx, column) && near(y + beyond * dy, row));
    }

    private static boolean near(double coordinate, int cell) {
        return cell - 1e-6 <= coordinate && coordinate <= cell + 1 + 1e-6;
    }
}
