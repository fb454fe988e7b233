package skein.envs;

import java.util.List;
import skein.envs.render.AcrobotText;
import skein.envs.render.CartPoleText;
import skein.envs.render.MountainCarText;
import skein.envs.render.PendulumText;

/** The worlds that come with Skein, by name. */
public final class Worlds {
    private static final List<World> ALL = List.of(
            new World("cartpole", "Push a cart left or right to keep the pole on it upright.",
                    475, () -> new TimeLimit(new CartPole(), 500), new CartPoleText()),
            new World("cartpole-masked", "The same, with both velocities hidden: remember.",
                    475, () -> new TimeLimit(new Masked(new CartPole(), 0, 2), 500),
                    new CartPoleText()),
            new World("acrobot", "Swing the tip of two hanging rods up to a line.",
                    -100, () -> new TimeLimit(new Acrobot(), 500), new AcrobotText()),
            new World("mountain-car", "Rock a weak car back and forth until it is out of a valley.",
                    -110, () -> new TimeLimit(new MountainCar(), 200), new MountainCarText()),
            new World("pendulum", "Swing a rod up with a weak motor, by any torque, and hold it.",
                    Double.NaN, () -> new TimeLimit(new Pendulum(), 200), new PendulumText()));

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
