package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MazeTest {
    private static final String BY_HAND = """
            #######
            #     #
            # ### #
            # #   #
            # # ###
            #     #
            #######
            """;

    private static Maze random(int half, long seed) {
        return Maze.random(2 * half + 1, new SplittableRandom(seed));
    }

    @Property(tries = 300) void all_rooms_are_connected_and_there_is_no_loop(
            @ForAll @IntRange(min = 2, max = 20) int half, @ForAll long seed) {
        Maze maze = random(half, seed);
        int[] distances = maze.distances(maze.rooms()[0]);
        for (int cell : maze.floor()) assertNotEquals(Maze.UNREACHABLE, distances[cell]);
        int openings = maze.floor().length - maze.rooms().length;
        assertEquals(half * half, maze.rooms().length);
        assertEquals(half * half - 1, openings);   // connected with R − 1 edges: a tree
    }

    @Property(tries = 300) void every_room_is_floor_and_border_and_pillars_are_wall(
            @ForAll @IntRange(min = 2, max = 20) int half, @ForAll long seed) {
        Maze maze = random(half, seed);
        int size = 2 * half + 1;
        assertEquals(size, maze.size());
        assertEquals(size * size, maze.cells());
        for (int room : maze.rooms()) assertFalse(maze.wall(room));
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                boolean border = row == 0 || row == 2 * half || column == 0 || column == 2 * half;
                boolean pillar = row % 2 == 0 && column % 2 == 0;
                if (border || pillar) assertTrue(maze.wall(row, column));
                assertEquals(maze.wall(row * size + column), maze.wall(row, column));
            }
        }
    }

    @Property(tries = 100) void the_same_seed_gives_the_same_maze_and_parse_reads_its_text(
            @ForAll @IntRange(min = 2, max = 20) int half, @ForAll long seed) {
        Maze maze = random(half, seed);
        assertEquals(maze, random(half, seed));
        assertEquals(maze, Maze.parse(maze.toString()));
        assertEquals(maze.hashCode(), Maze.parse(maze.toString()).hashCode());
    }

    @Property(tries = 100) void a_way_goes_from_floor_to_neighboring_floor_in_as_many_steps_as_said(
            @ForAll @IntRange(min = 2, max = 12) int half, @ForAll long seed) {
        Maze maze = random(half, seed);
        SplittableRandom rng = new SplittableRandom(seed);
        int[] floor = maze.floor();
        int from = floor[rng.nextInt(floor.length)];
        int to = floor[rng.nextInt(floor.length)];
        int[] way = maze.way(from, to);
        assertEquals(maze.distances(from)[to], way.length - 1);
        assertEquals(from, way[0]);
        assertEquals(to, way[way.length - 1]);
        for (int i = 1; i < way.length; i++) {
            assertFalse(maze.wall(way[i]));
            int step = Math.abs(way[i] - way[i - 1]);
            assertTrue(step == 1 || step == maze.size(), "a step of " + step);
        }
    }

    @Test void all_four_mazes_of_2_by_2_rooms_are_drawn() {
        // one of the four walls between the rooms stays
        Set<Maze> drawn = new HashSet<>();
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) drawn.add(Maze.random(5, rng));
        assertEquals(4, drawn.size());
    }

    @Test void distances_are_those_counted_by_hand() {
        Maze maze = Maze.parse(BY_HAND);
        int[] distance = maze.distances(8);                  // row 1, column 1
        assertEquals(0, distance[8]);
        assertEquals(4, distance[12]);                       // 4 east
        assertEquals(8, distance[24]);                       // 4 east, 2 south, 2 west; or by row 5
        assertEquals(7, distance[31]);                       // 4 south, 2 east, 1 north
        assertEquals(8, distance[40]);                       // 4 south, 4 east
        assertEquals(Maze.UNREACHABLE, distance[0]);
        assertArrayEquals(new int[] {8, 15, 22}, maze.way(8, 22));
    }

    @Test void it_prints_itself_and_outside_is_wall() {
        Maze maze = Maze.parse(BY_HAND);
        assertEquals(BY_HAND, maze + "\n");
        assertTrue(maze.wall(-1, 3) && maze.wall(3, -1) && maze.wall(7, 3) && maze.wall(3, 7));
        assertTrue(maze.wall(2, 3));
        assertFalse(maze.wall(3, 3));
        assertEquals(18, maze.floor().length);               // 5 + 2 + 4 + 2 + 5
    }

    @Test void an_even_size_or_one_that_is_too_small_or_too_large_is_refused() {
        for (int bad : new int[] {-7, 0, 1, 3, 4, 6, 10, 10_001}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> Maze.random(bad, new SplittableRandom(1)));
            assertEquals("A maze needs an odd size of 5 to 9999 cells, but got " + bad + ".",
                    e.getMessage());
        }
    }

    @Test void a_drawing_with_a_hole_in_its_border_or_uneven_lines_is_refused() {
        var hole = assertThrows(IllegalArgumentException.class,
                () -> Maze.parse(BY_HAND.replace("# #   #", "# #    ")));
        assertEquals("A maze needs '#' all around, but row 3, column 6 is open.",
                hole.getMessage());
        var uneven = assertThrows(IllegalArgumentException.class,
                () -> Maze.parse(BY_HAND.replace("# #   #", "# #  #")));
        assertEquals("A maze of 7 lines needs lines of 7 characters, but line 3 has 6.",
                uneven.getMessage());
    }

    @Test void nobody_walks_from_a_wall_nor_to_where_no_way_leads() {
        Maze maze = Maze.parse("""
                #####
                # # #
                # # #
                # # #
                #####
                """);
        var wall = assertThrows(IllegalArgumentException.class, () -> maze.distances(7));
        assertEquals("Nobody can walk from cell 7 (row 1, column 2), which is wall.",
                wall.getMessage());
        var apart = assertThrows(IllegalArgumentException.class, () -> maze.way(6, 8));
        assertEquals("There is no way from cell 6 to cell 8.", apart.getMessage());
    }
}
