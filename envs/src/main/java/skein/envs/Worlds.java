package skein.envs;

import java.util.List;
import java.util.function.Supplier;
import skein.envs.games.Asterix;
import skein.envs.games.Breakout;
import skein.envs.games.Freeway;
import skein.envs.games.Pong;
import skein.envs.games.Seaquest;
import skein.envs.games.SpaceInvaders;
import skein.envs.render.CartPoleText;
import skein.envs.render.PlanesText;

/** The worlds that come with Skein, by name. */
public final class Worlds {
    private static final double STICKINESS = 0.1;        // MinAtar
    private static final int LONGEST_GAME = 10_000;      // steps; some games need not end

    private static final List<World> ALL = List.of(
            new World("cartpole", "Push a cart left or right to keep the pole on it upright.",
                    475, () -> new TimeLimit(new CartPole(), 500), new CartPoleText()),
            new World("pong", "Get a ball past an opponent, and win 21 points before he does.",
                    Double.NaN, () -> new TimeLimit(new Pong(), LONGEST_GAME),
                    new PlanesText("][o.")),
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

    private Worlds() {
    }

    /** As in MinAtar's publication: sticky actions, all six of them, rising difficulty. */
    private static World minAtar(String name, String summary, Supplier<Environment> game,
            String characters) {
        return new World(name, summary, Double.NaN,
                () -> new TimeLimit(new StickyActions(game.get(), STICKINESS), LONGEST_GAME),
                new PlanesText(characters));
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
