package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WalkerTest {
    private static final int NORTH = 0;
    private static final int EAST = 2;
    private static final int NORTHEAST = 1;
    private static final Walker WALKER = new Walker(0.25, 8);
    private static final Maze MAZE = Maze.parse("""
            #####
            #   #
            #   #
            #   #
            #####
            """);

    private static void assertPose(double x, double y, int heading, Pose pose) {
        assertEquals(x, pose.x(), 1e-8);
        assertEquals(y, pose.y(), 1e-8);
        assertEquals(heading, pose.heading());
    }

    private static Pose next(double x, double y, int heading, int action) {
        return WALKER.next(MAZE, new Pose(x, y, heading), action);
    }

    @Test void looking_north_forward_is_north_and_right_is_east() {
        assertPose(2, 1.75, NORTH, next(2, 2, NORTH, Walker.FORWARD));
        assertPose(2, 2.25, NORTH, next(2, 2, NORTH, Walker.BACK));
        assertPose(1.75, 2, NORTH, next(2, 2, NORTH, Walker.STRAFE_LEFT));
        assertPose(2.25, 2, NORTH, next(2, 2, NORTH, Walker.STRAFE_RIGHT));
    }

    @Test void looking_east_forward_is_east_and_right_is_south() {
        assertPose(2.25, 2, EAST, next(2, 2, EAST, Walker.FORWARD));
        assertPose(1.75, 2, EAST, next(2, 2, EAST, Walker.BACK));
        assertPose(2, 1.75, EAST, next(2, 2, EAST, Walker.STRAFE_LEFT));
        assertPose(2, 2.25, EAST, next(2, 2, EAST, Walker.STRAFE_RIGHT));
    }

    @Test void a_turn_to_the_right_is_clockwise_and_headings_go_round() {
        assertPose(2, 2, 1, next(2, 2, 0, Walker.TURN_RIGHT));
        assertPose(2, 2, 7, next(2, 2, 0, Walker.TURN_LEFT));
        assertPose(2, 2, 0, next(2, 2, 7, Walker.TURN_RIGHT));
    }

    @Test void a_wall_stops_the_player_0_2_before_it() {
        assertPose(2, 1.2, NORTH, next(2, 1.3, NORTH, Walker.FORWARD));
        assertPose(3.8, 2, EAST, next(3.7, 2, EAST, Walker.FORWARD));
        assertPose(1.2, 2, EAST, next(1.3, 2, EAST, Walker.BACK));
        assertPose(2, 3.8, EAST, next(2, 3.7, EAST, Walker.STRAFE_RIGHT));
    }

    @Test void at_an_angle_the_player_slides_along_the_wall() {
        // north-east by 0.25: 0.25 / √2 east, and north only to the wall
        assertPose(2 + 0.25 / Math.sqrt(2), 1.2, NORTHEAST,
                next(2, 1.25, NORTHEAST, Walker.FORWARD));
    }

    @Test void another_action_is_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> next(2, 2, 0, 6));
        assertEquals("Action 6 is not one of 0 .. 5.", e.getMessage());
    }

    @Property(tries = 200) void the_player_never_touches_a_wall_and_walks_no_more_than_a_stride(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int headings,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double stride) {
        SplittableRandom rng = new SplittableRandom(seed);
        Maze maze = Maze.random(7, rng);
        Walker walker = new Walker(stride, headings);
        int start = maze.floor()[0];
        Pose pose = new Pose(start % 7 + 0.5, start / 7 + 0.5, rng.nextInt(headings));
        for (int t = 0; t < 200; t++) {
            int action = rng.nextInt(10);
            Pose next = walker.next(maze, pose, action < Walker.ACTIONS ? action : 0);
            double moved = Math.hypot(next.x() - pose.x(), next.y() - pose.y());
            assertTrue(moved <= stride + 1e-9, "moved by " + moved);
            assertTrue(0 <= next.heading() && next.heading() < headings);
            assertOnFloor(maze, next);
            pose = next;
        }
    }

    private static void assertOnFloor(Maze maze, Pose pose) {
        for (double dx = -Walker.RADIUS; dx < 0.3; dx += Walker.RADIUS) {
            for (double dy = -Walker.RADIUS; dy < 0.3; dy += Walker.RADIUS) {
                int row = (int) Math.floor(pose.y() + dy);
                int column = (int) Math.floor(pose.x() + dx);
                assertFalse(maze.wall(row, column), "in a wall at " + pose);
            }
        }
    }
}
