package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.envs.Worlds;

class MazeWorldsTest {
    private static GridMaze grid(String name) {
        Environment env = Worlds.named(name).make();
        env.reset(new SplittableRandom(1));
        return assertInstanceOf(GridMaze.class, env.unwrapped());
    }

    @Test void the_maze_is_9_by_9_and_the_same_in_all_worlds_of_the_name() {
        assertEquals(9, grid("maze").maze().size());
        assertEquals(grid("maze").maze(), grid("maze").maze());
        assertTrue(grid("maze-random").options().seed().isEmpty());
        assertTrue(grid("maze-key").options().key());
        assertEquals(2, grid("maze-memory").options().radius());
    }

    @Test void the_maze_is_solved_where_three_steps_too_many_are_taken_on_average() {
        // the mean over all starts of the best total is 0.876; 0.85 is 2.6 steps less
        GridMaze env = grid("maze");
        int[] steps = env.maze().distances(env.goal());
        double sum = 0;
        int starts = 0;
        for (int cell : env.maze().floor()) {
            if (cell == env.goal()) continue;
            sum += 1 - 0.01 * (steps[cell] - 1);
            starts++;
        }
        double tooMany = (sum / starts - Worlds.named("maze").solvedAt()) / 0.01;
        assertTrue(2 < tooMany && tooMany < 3, tooMany + " steps");
    }

    @Test void an_episode_is_cut_after_200_400_300_and_900_steps() {
        assertEquals(200, longest("maze"));
        assertEquals(200, longest("maze-random"));
        assertEquals(200, longest("maze-memory"));
        assertEquals(400, longest("maze-key"));
        assertEquals(300, longest("labyrinth-small"));
        assertEquals(900, longest("labyrinth"));
    }

    /** The length of an episode without a walk: of turns, or between two cells. */
    private static int longest(String name) {
        Environment env = Worlds.named(name).make();
        env.reset(new SplittableRandom(1));
        int steps = 1;
        while (!env.step(env.unwrapped() instanceof Labyrinth ? 2 : 0).last()) steps++;
        return steps;
    }
}
