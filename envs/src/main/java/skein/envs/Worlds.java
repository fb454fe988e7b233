package skein.envs;

import java.util.List;
import skein.envs.render.CartPoleText;

/** The worlds that come with Skein, by name. */
public final class Worlds {
    private static final List<World> ALL = List.of(
            new World("cartpole", "Push a cart left or right to keep the pole on it upright.",
                    475, () -> new TimeLimit(new CartPole(), 500), new CartPoleText()));

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
