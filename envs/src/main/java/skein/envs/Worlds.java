package skein.envs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import skein.envs.games.Asterix;
import skein.envs.games.Breakout;
import skein.envs.games.Freeway;
import skein.envs.games.Pong;
import skein.envs.games.Seaquest;
import skein.envs.games.SpaceInvaders;
import skein.envs.maze.GridMaze;
import skein.envs.maze.Labyrinth;
import skein.envs.maze.TMaze;
import skein.envs.pixels.Pixels;
import skein.envs.render.AcrobotPicture;
import skein.envs.render.AcrobotText;
import skein.envs.render.BoardPicture;
import skein.envs.render.CartPolePicture;
import skein.envs.render.CartPoleText;
import skein.envs.render.GridMazePicture;
import skein.envs.render.GridMazeText;
import skein.envs.render.LabyrinthPicture;
import skein.envs.render.LabyrinthText;
import skein.envs.render.MountainCarPicture;
import skein.envs.render.MountainCarText;
import skein.envs.render.PendulumPicture;
import skein.envs.render.PendulumText;
import skein.envs.render.PlanesText;
import skein.envs.render.TMazePicture;
import skein.envs.render.TMazeText;

/** The worlds that come with Skein, by name. */
public final class Worlds {
    private static final double NONE = Double.NaN;       // nobody has said what counts as solved
    private static final double STICKINESS = 0.1;        // MinAtar
    private static final int LONGEST_GAME = 10_000;      // steps; some games need not end
    private static final GridMaze.Options NINE = GridMaze.Options.ofSize(9);

    private static final List<World> ALL =
            Stream.of(control(), games(), pixels(), mazes()).flatMap(List::stream).toList();

    private Worlds() {
    }

    private static List<World> control() {
        return List.of(
            new World("cartpole", "Push a cart left or right to keep the pole on it upright.",
                    475, () -> new TimeLimit(new CartPole(), 500), new CartPoleText(),
                    new CartPolePicture(), 50),
            new World("cartpole-masked", "The same, with both velocities hidden: remember.",
                    475, () -> new TimeLimit(new Masked(new CartPole(), 0, 2), 500),
                    new CartPoleText(), new CartPolePicture(), 50),
            new World("acrobot", "Swing the tip of two hanging rods up to a line.",
                    -100, () -> new TimeLimit(new Acrobot(), 500), new AcrobotText(),
                    new AcrobotPicture(), 15),
            new World("mountain-car", "Rock a weak car back and forth until it is out of a valley.",
                    -110, () -> new TimeLimit(new MountainCar(), 200), new MountainCarText(),
                    new MountainCarPicture(), 30),
            new World("pendulum", "Swing a rod up with a weak motor, by any torque, and hold it.",
                    NONE, () -> new TimeLimit(new Pendulum(), 200), new PendulumText(),
                    new PendulumPicture(), 20));
    }

    private static List<World> games() {
        return List.of(
            game("pong", "Get a ball past an opponent, and win 21 points before he does.",
                    () -> new TimeLimit(new Pong(), LONGEST_GAME), "][o."),
            minAtar("breakout", "Keep a ball in play with a paddle, and break bricks with it.",
                    Breakout::new, "=o.#"),
            minAtar("freeway", "Lead a chicken across a road with eight lanes, again and again.",
                    Freeway::new, "@H-----"),
            minAtar("space-invaders", "Shoot down aliens before they land, and dodge their shots.",
                    SpaceInvaders::new, "AW  |!"),
            minAtar("asterix", "Collect the gold that passes, and keep away from the enemies.",
                    Asterix::new, "@X-$"),
            minAtar("seaquest", "Rescue divers with a submarine, shoot, and surface for oxygen.",
                    Seaquest::new, "@O*-+fS=dD"));
    }

    /** As in MinAtar's publication: sticky actions, all six of them, rising difficulty. */
    private static World minAtar(String name, String summary, Supplier<Environment> game,
            String characters) {
        return game(name, summary,
                () -> new TimeLimit(new StickyActions(game.get(), STICKINESS), LONGEST_GAME),
                characters);
    }

    private static World game(String name, String summary, Supplier<Environment> maker,
            String characters) {
        return new World(name, summary, NONE, maker, new PlanesText(characters),
                new BoardPicture(characters), 10);
    }

    /** The games once more, as the paper's agents saw theirs. */
    private static List<World> pixels() {
        List<World> pixels = new ArrayList<>();
        for (World game : games()) {
            pixels.add(new World(game.name() + "-pixels",
                    "The same game in gray pixels, 84 x 84, the last four pictures at once.",
                    NONE, () -> Pixels.atari(game.make()), game.renderer(), game.picture(),
                    game.pace()));
        }
        return pixels;
    }

    private static List<World> mazes() {
        return List.of(
            new World("maze", "Walk through a maze, the same in all episodes, to its goal.",
                    0.85, () -> new TimeLimit(new GridMaze(NINE.fixed(8)), 200),
                    new GridMazeText(), new GridMazePicture(), 5),
            new World("maze-random", "Walk through a maze, another one each episode, to its goal.",
                    NONE, () -> new TimeLimit(new GridMaze(NINE), 200), new GridMazeText(),
                    new GridMazePicture(), 5),
            new World("maze-key", "Find the key of the door that is on the way to the goal.",
                    NONE, () -> new TimeLimit(new GridMaze(NINE.withKey()), 400),
                    new GridMazeText(), new GridMazePicture(), 5),
            new World("t-maze", "Read the sign at the start, and turn as it said at the end.",
                    0.85, () -> new TimeLimit(new TMaze(8), 100), new TMazeText(),
                    new TMazePicture(), 4),
            new World("maze-memory", "Find the goal of a new maze, seeing only two cells far.",
                    NONE, () -> new TimeLimit(new GridMaze(NINE.seen(2)), 200),
                    new GridMazeText(), new GridMazePicture(), 5),
            new World("labyrinth-small", "Collect apples and find the portal, in 24 x 24 pixels.",
                    NONE, () -> new TimeLimit(new Labyrinth(Labyrinth.Options.SMALL), 300),
                    new LabyrinthText(), new LabyrinthPicture(), 15),
            new World("labyrinth", "Collect apples and find the portal, in 84 x 84 pixels.",
                    NONE, () -> new TimeLimit(new Labyrinth(Labyrinth.Options.PAPER), 900),
                    new LabyrinthText(), new LabyrinthPicture(), 15));
    }

    /** {@return all worlds, the easiest of each kind first} */
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
