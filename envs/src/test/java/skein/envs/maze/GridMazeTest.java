package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Step;
import skein.envs.maze.GridMaze.Options;

class GridMazeTest {
    private static GridMaze started(Options options, long seed) {
        GridMaze env = new GridMaze(options);
        env.reset(new SplittableRandom(seed));
        return env;
    }

    /** The action that leads to a neighboring cell. */
    private static int action(GridMaze env, int to) {
        for (int action = 0; action < 4; action++) {
            if (env.agent() + Compass.step(action, env.maze().size()) == to) return action;
        }
        throw new AssertionError(to + " is not beside " + env.agent());
    }

    /** Walks the shortest way to a cell; returns the last step, with the rewards of all. */
    private static Step walk(GridMaze env, int to) {
        Step step = null;
        double total = 0;
        int[] way = env.maze().way(env.agent(), to);
        for (int i = 1; i < way.length; i++) {
            step = env.step(action(env, way[i]));
            assertEquals(way[i], env.agent());
            total += step.reward();
        }
        return step == null ? null
                : new Step(step.observation(), total, step.terminated(), step.truncated());
    }

    @Property(tries = 300) void the_shortest_way_takes_so_many_steps_and_has_the_best_reward(
            @ForAll @IntRange(min = 2, max = 8) int half, @ForAll long seed) {
        GridMaze env = started(Options.ofSize(2 * half + 1), seed);
        int steps = env.maze().distances(env.agent())[env.goal()];
        assertEquals(steps, env.shortestPath());
        double best = env.bestReward();
        Step last = walk(env, env.goal());
        assertTrue(last.terminated());
        assertFalse(last.truncated());
        assertEquals(best, last.reward(), 1e-12);
    }

    @Property(tries = 300) void with_a_key_the_shortest_way_is_by_the_key_and_no_other_is_open(
            @ForAll @IntRange(min = 2, max = 8) int half, @ForAll long seed) {
        GridMaze env = started(Options.ofSize(2 * half + 1).withKey(), seed);
        int key = env.key();
        Set<Integer> open = explored(env);
        assertTrue(open.contains(key) && open.size() >= 3, "key and start are before the door");
        assertFalse(open.contains(env.goal()), "the goal is behind the door");
        assertNotEquals(key, env.agent());
        int best = env.shortestPath();
        int toKey = env.maze().distances(env.agent())[key];
        double reward = env.bestReward();
        double total = walk(env, key).reward();
        assertEquals(-1, env.key());
        assertEquals(-1, env.door());
        assertEquals(best, toKey + env.maze().distances(key)[env.goal()]);
        Step last = walk(env, env.goal());
        assertTrue(last.terminated());
        assertEquals(reward, total + last.reward(), 1e-12);
    }

    /** The cells that can be reached while the door is closed. */
    private static Set<Integer> explored(GridMaze env) {
        int size = env.maze().size();
        StringBuilder closed = new StringBuilder(env.maze().toString());
        closed.setCharAt(env.door() + env.door() / size, '#');   // a line has a character more
        int[] distances = Maze.parse(closed.toString()).distances(env.agent());
        Set<Integer> cells = new HashSet<>();
        for (int cell = 0; cell < distances.length; cell++) {
            if (distances[cell] != Maze.UNREACHABLE) cells.add(cell);
        }
        return cells;
    }

    @Test void in_the_next_episode_the_key_lies_there_again_and_the_door_is_closed() {
        GridMaze env = started(Options.ofSize(9).withKey().fixed(1), 1);
        int key = env.key();
        int door = env.door();
        walk(env, key);
        env.reset(new SplittableRandom(2));
        assertEquals(key, env.key());
        assertEquals(door, env.door());
    }

    @Property(tries = 100) void random_walks_stay_on_the_floor_and_pass_the_door_only_with_the_key(
            @ForAll @IntRange(min = 2, max = 5) int half, @ForAll long seed) {
        GridMaze env = started(Options.ofSize(2 * half + 1).withKey(), seed);
        Set<Integer> open = explored(env);
        SplittableRandom rng = new SplittableRandom(seed);
        boolean last = false;
        for (int t = 0; t < 500 && !last; t++) {
            Step step = env.step(rng.nextInt(4));
            last = step.last();
            assertFalse(env.maze().wall(env.agent()));
            if (env.key() >= 0) assertTrue(open.contains(env.agent()));
            assertEquals(env.agent() == env.goal(), step.terminated());
            assertEquals(step.terminated() ? 1 : -0.01, step.reward());
        }
    }

    @Test void a_step_into_a_wall_costs_and_leaves_the_agent_where_it_is() {
        GridMaze env = started(Options.ofSize(9).fixed(1), 1);
        for (int action = 0; action < 4; action++) {
            int before = env.agent();
            boolean wall = env.maze().wall(before + Compass.step(action, 9));
            assertEquals(-0.01, env.step(action).reward());
            assertEquals(wall, before == env.agent());
        }
    }

    @Test void a_fixed_maze_has_its_goal_in_all_episodes_and_starts_anywhere_else() {
        GridMaze env = new GridMaze(Options.ofSize(5).fixed(3));
        SplittableRandom rng = new SplittableRandom(1);
        env.reset(rng);
        Maze maze = env.maze();
        int goal = env.goal();
        Set<Integer> starts = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            env.reset(rng);
            assertEquals(maze, env.maze());
            assertEquals(goal, env.goal());
            starts.add(env.agent());
        }
        assertEquals(6, starts.size());   // 4 rooms and 3 openings, less the goal
        assertFalse(starts.contains(goal));
    }

    @Test void a_maze_that_is_not_fixed_is_another_one_each_episode() {
        GridMaze env = new GridMaze(Options.ofSize(9));
        SplittableRandom rng = new SplittableRandom(1);
        Set<Maze> mazes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            env.reset(rng);
            mazes.add(env.maze());
        }
        assertEquals(20, mazes.size());
    }

    @Property(tries = 100) void the_planes_are_walls_goal_key_door_and_agent(@ForAll long seed) {
        GridMaze env = new GridMaze(Options.ofSize(7).withKey());
        float[] seen = env.reset(new SplittableRandom(seed));
        for (int cell = 0; cell < 49; cell++) {
            assertEquals(env.maze().wall(cell) ? 1 : 0, seen[cell]);
            assertEquals(cell == env.goal() ? 1 : 0, seen[49 + cell]);
            assertEquals(cell == env.key() ? 1 : 0, seen[2 * 49 + cell]);
            assertEquals(cell == env.door() ? 1 : 0, seen[3 * 49 + cell]);
            assertEquals(cell == env.agent() ? 1 : 0, seen[4 * 49 + cell]);
        }
        float[] later = walk(env, env.key()).observation();
        for (int cell = 2 * 49; cell < 4 * 49; cell++) assertEquals(0, later[cell]);
    }

    @Property(tries = 100) void without_a_key_the_planes_are_walls_goal_and_agent(@ForAll long seed,
            @ForAll boolean near) {
        Options options = Options.ofSize(7);
        GridMaze env = new GridMaze(near ? options.seen(6) : options);
        float[] seen = env.reset(new SplittableRandom(seed));
        int plane = near ? 13 * 13 : 49;
        assertEquals((near ? 2 : 3) * plane, seen.length);
        assertEquals(plane - env.maze().floor().length, sum(seen, 0, plane));
        assertEquals(1, sum(seen, plane, 2 * plane));
        assertEquals(near ? 0 : 1, sum(seen, 2 * plane, seen.length));
        if (!near) assertEquals(1, seen[2 * plane + env.agent()]);
    }

    private static double sum(float[] seen, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += seen[i];
        return sum;
    }

    @Property(tries = 100) void what_is_near_is_a_window_of_the_whole(
            @ForAll @IntRange(min = 1, max = 6) int radius, @ForAll long seed) {
        GridMaze env = new GridMaze(Options.ofSize(7).withKey().seen(radius));
        GridMaze whole = new GridMaze(Options.ofSize(7).withKey());
        float[] near = env.reset(new SplittableRandom(seed));
        float[] all = whole.reset(new SplittableRandom(seed));
        int n = 2 * radius + 1;
        for (int c = 0; c < 4; c++) {
            for (int k = 0; k < n * n; k++) {
                int row = env.agent() / 7 - radius + k / n;
                int column = env.agent() % 7 - radius + k % n;
                boolean inside = 0 <= row && row < 7 && 0 <= column && column < 7;
                float outside = c == 0 ? 1 : 0;
                float expected = inside ? all[(c * 7 + row) * 7 + column] : outside;
                assertEquals(expected, near[c * n * n + k]);
            }
        }
    }

    @Test void its_spaces_are_those_of_the_table() {
        assertEquals(new Discrete(4), new GridMaze(Options.ofSize(9)).actionSpace());
        assertSpace(Options.ofSize(9), 3, 9);
        assertSpace(Options.ofSize(9).withKey(), 5, 9);
        assertSpace(Options.ofSize(9).seen(1), 2, 3);
        assertSpace(Options.ofSize(9).seen(2).withKey(), 4, 5);
    }

    private static void assertSpace(Options options, int channels, int side) {
        assertEquals(new Box(0, 1, channels, side, side),
                new GridMaze(options).observationSpace());
    }

    @Test void the_same_seed_fixes_walls_goal_key_and_door() {
        GridMaze a = started(Options.ofSize(9).withKey().fixed(4), 1);
        GridMaze b = started(Options.ofSize(9).withKey().fixed(4), 2);
        assertEquals(a.maze(), b.maze());
        assertArrayEquals(new int[] {a.goal(), a.key(), a.door()},
                new int[] {b.goal(), b.key(), b.door()});
        assertNotEquals(a.maze(), started(Options.ofSize(9).withKey().fixed(5), 1).maze());
    }

    @Test void bad_options_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Options.ofSize(8));
        assertThrows(NullPointerException.class, () -> new Options(9, null, 0, false));
        assertThrows(NullPointerException.class, () -> new GridMaze(null));
        assertEquals(Options.ofSize(9).seen(8), new Options(9, OptionalLong.empty(), 8, false));
        for (int bad : new int[] {-1, 9}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> Options.ofSize(9).seen(bad));
            assertEquals("GridMaze needs a radius of 1 to size - 1 = 8, or 0 to see all, but got "
                    + bad + ".", e.getMessage());
        }
    }

    @Test void before_the_first_reset_there_is_no_episode_to_ask_about() {
        GridMaze env = new GridMaze(Options.ofSize(9).fixed(1));
        var e = assertThrows(IllegalStateException.class, env::shortestPath);
        assertEquals("No episode has begun yet. Call reset() first.", e.getMessage());
        assertThrows(IllegalStateException.class, () -> new GridMaze(Options.ofSize(9)).maze());
    }
}
