package skein.envs;

import java.util.List;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Labyrinth;
import skein.envs.render.CartPoleText;
import skein.envs.render.GridMazeText;
import skein.envs.render.LabyrinthText;

/** The worlds that come with Skein, by name. */
public final class Worlds {
    private static final GridMaze.Options NINE = GridMaze.Options.ofSize(9);

    private static final List<World> ALL = List.of(
            new World("cartpole", "Push a cart left or right to keep the pole on it upright.",
                    475, () -> new TimeLimit(new CartPole(), 500), new CartPoleText()),
            new World("maze", "Walk through a maze, the same in all episodes, to its goal.",
                    0.85, () -> new TimeLimit(new GridMaze(NINE.fixed(8)), 200),
                    new GridMazeText()),
            new World("maze-random", "Walk through a maze, another one each episode, to its goal.",
                    Double.NaN, () -> new TimeLimit(new GridMaze(NINE), 200), new GridMazeText()),
            new World("maze-key", "Find the key of the door that is on the way to the goal.",
                    Double.NaN, () -> new TimeLimit(new GridMaze(NINE.withKey()), 400),
                    new GridMazeText()),
            new World("maze-memory", "Find the goal of a new maze, seeing only two cells far.",
                    Double.NaN, () -> new TimeLimit(new GridMaze(NINE.seen(2)), 200),
                    new GridMazeText()),
            new World("labyrinth-small", "Collect apples and find the portal, in 24 x 24 pixels.",
                    Double.NaN, () -> new TimeLimit(new Labyrinth(Labyrinth.Options.SMALL), 300),
                    new LabyrinthText()),
            new World("labyrinth", "Collect apples and find the portal, in 84 x 84 pixels.",
                    Double.NaN, () -> new TimeLimit(new Labyrinth(Labyrinth.Options.PAPER), 900),
                    new LabyrinthText()));

    private Worlds() {
    }

    /** {@return all worlds, the easiest first} */
    public static List<World> all() {
        return ALL;
    }

    /**
     * {@return the world of this name}
     *
     * @param name its name, e.g. {@code "cartpole"}
     * @throws IllegalArgumentException if there is none, with the nearest names
     */
    public static World named(String name) {
        for (World world : ALL) {
            if (world.name().equals(name)) return world;
        }
        List<String> names = ALL.stream().map(World::name).toList();
        throw new IllegalArgumentException(
                Nearest.complaint("world", String.valueOf(name), names));
    }
}
