package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Step;
import skein.envs.maze.Labyrinth.Options;

class LabyrinthTest {
    private static final Options TINY = new Options(5, 3, 8, 8, 0.5, 8);
    private static final Walker WALKER = new Walker(0.5, 8);

    private static Set<Integer> apples(Labyrinth env) {
        Set<Integer> cells = new TreeSet<>();
        for (int cell = 0; cell < env.maze().cells(); cell++) {
            if (env.appleAt(cell)) cells.add(cell);
        }
        return cells;
    }

    private static int cell(Labyrinth env, Pose pose) {
        return (int) pose.y() * env.maze().size() + (int) pose.x();
    }

    private static boolean touches(Labyrinth env, Pose pose, int cell) {
        double x = cell % env.maze().size() + 0.5;
        double y = cell / env.maze().size() + 0.5;
        return Math.hypot(pose.x() - x, pose.y() - y) < 0.45;
    }

    /** Mostly forward, so that a random walk gets about. */
    private static int action(SplittableRandom rng) {
        return Math.max(0, rng.nextInt(12) - 6);
    }

    @Property(tries = 100) void reward_is_what_was_touched_and_nothing_else_vanishes(
            @ForAll long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        Labyrinth env = new Labyrinth(TINY);
        env.reset(rng.split());
        Set<Integer> all = apples(env);
        int portal = env.portal();
        Maze maze = env.maze();
        assertEquals(3, all.size());
        assertFalse(all.contains(portal));
        for (int t = 0; t < 300; t++) {
            Set<Integer> before = apples(env);
            int action = action(rng);
            Pose there = WALKER.next(maze, env.pose(), action);
            Step step = env.step(action);
            Set<Integer> after = apples(env);
            if (touches(env, there, portal)) {
                assertEquals(10, step.reward());
                assertEquals(all, after, "all apples are back");
                assertStartsInAnEmptyCell(env, all);
            } else {
                assertEquals(there, env.pose());
                before.removeIf(apple -> touches(env, there, apple));
                assertEquals(before, after);
            }
            assertFalse(step.last());
            assertFalse(maze.wall(cell(env, env.pose())));
            assertEquals(portal, env.portal());
            assertEquals(maze, env.maze());
        }
    }

    private static void assertStartsInAnEmptyCell(Labyrinth env, Set<Integer> apples) {
        Pose pose = env.pose();
        assertEquals(0.5, pose.x() % 1);
        assertEquals(0.5, pose.y() % 1);
        assertFalse(env.maze().wall(cell(env, pose)));
        assertFalse(apples.contains(cell(env, pose)));
        assertNotEquals(env.portal(), cell(env, pose));
    }

    @Test void each_apple_pays_1_the_portal_10_and_all_else_0() {
        SplittableRandom rng = new SplittableRandom(1);
        Labyrinth env = new Labyrinth(TINY);
        env.reset(rng.split());
        int eaten = 0;
        int beamed = 0;
        for (int t = 0; t < 5_000; t++) {
            int before = apples(env).size();
            double reward = env.step(action(rng)).reward();
            int fewer = before - apples(env).size();
            if (reward == 10) beamed++;
            else assertEquals(reward, fewer);
            if (reward == 1) eaten++;
        }
        assertTrue(eaten > 20 && beamed > 10, eaten + " apples, " + beamed + " times the portal");
    }

    @Test void each_episode_has_its_maze_and_starts_in_an_empty_cell() {
        SplittableRandom rng = new SplittableRandom(1);
        Labyrinth env = new Labyrinth(Options.SMALL);
        Set<String> mazes = new TreeSet<>();
        Set<Integer> headings = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            env.reset(rng);
            mazes.add(env.maze().toString());
            headings.add(env.pose().heading());
            assertStartsInAnEmptyCell(env, apples(env));
        }
        assertTrue(mazes.size() > 50, mazes.size() + " mazes");   // of 192, not all as likely
        assertEquals(12, headings.size());
    }

    @Test void walks_and_turns_are_those_of_the_physics() {
        SplittableRandom rng = new SplittableRandom(4);
        Labyrinth env = new Labyrinth(TINY);
        env.reset(rng);
        for (int action : new int[] {Walker.TURN_LEFT, Walker.STRAFE_RIGHT, Walker.BACK}) {
            Pose expected = WALKER.next(env.maze(), env.pose(), action);
            if (env.step(action).reward() < 10) assertEquals(expected, env.pose());
        }
    }

    @Test void its_spaces_are_channel_first_and_six_actions() {
        assertEquals(new Discrete(6), new Labyrinth(Options.PAPER).actionSpace());
        assertEquals(new Box(0, 1, 3, 84, 84), new Labyrinth(Options.PAPER).observationSpace());
        Labyrinth wide = new Labyrinth(new Options(5, 0, 20, 10, 0.5, 8));
        assertEquals(new Box(0, 1, 3, 10, 20), wide.observationSpace());
        assertEquals(3 * 10 * 20, wide.reset(new SplittableRandom(1)).length);
    }

    @Test void as_many_apples_as_leave_two_cells_fit() {
        // 2 × 2 rooms and 3 openings: 7 cells, one for the portal, one for the player
        new Labyrinth(new Options(5, 5, 8, 8, 0.5, 8)).reset(new SplittableRandom(1));
        assertRefused("Labyrinth needs 0 to 5 apples, but got 6.", 5, 6, 8, 0.5, 8);
        assertRefused("Labyrinth needs 0 to 5 apples, but got -1.", 5, -1, 8, 0.5, 8);
    }

    @Test void a_view_of_the_observations_size_is_the_observation() {
        Labyrinth env = new Labyrinth(Labyrinth.Options.SMALL);
        env.reset(new SplittableRandom(1));
        for (int action : new int[] {3, 0, 0, 2, 4}) {
            assertArrayEquals(env.step(action).observation(), env.view(24, 24));
        }
    }

    @Test void bad_options_are_refused() {
        assertRefused("A maze needs an odd size of 5 to 9999 cells, but got 6.", 6, 1, 8, 0.5, 8);
        assertRefused("Labyrinth needs 8 to 4096 pixels in a row, but got 7.", 5, 1, 7, 0.5, 8);
        assertRefused("Labyrinth needs 4 to 360 headings, but got 3.", 5, 1, 8, 0.5, 3);
        for (double bad : new double[] {0, -1, 0.51, Double.NaN}) {
            assertRefused("Labyrinth needs a stride of more than 0 and at most 0.5 cells, but got "
                    + bad + ".", 5, 1, 8, bad, 8);
        }
        assertThrows(NullPointerException.class, () -> new Labyrinth(null));
    }

    private static void assertRefused(String message, int size, int apples, int width,
            double stride, int headings) {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new Options(size, apples, width, 8, stride, headings));
        assertEquals(message, e.getMessage());
    }

    @Test void before_the_first_reset_there_is_no_episode_to_ask_about() {
        Labyrinth env = new Labyrinth(TINY);
        List<Executable> questions = List.of(env::maze, env::pose, env::portal,
                () -> env.appleAt(0), () -> env.view(8, 8));
        for (Executable question : questions) {
            var e = assertThrows(IllegalStateException.class, question);
            assertEquals("No episode has begun yet. Call reset() first.", e.getMessage());
        }
    }
}
