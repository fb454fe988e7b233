package skein.lab;

import java.util.List;
import java.util.function.Function;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Nearest;
import skein.envs.Space;
import skein.envs.World;
import skein.rl.algorithm.A3C;

/** The algorithms that the command line knows. */
final class Algorithms {
    /** Units of the memory that "with LSTM" adds. */
    private static final int MEMORY = 128;

    /**
     * What a run is made of if nothing is asked for.
     *
     * @param threads   N, or 0 for one per core
     * @param steps     T_max
     * @param hidden    units of each fully connected hidden layer
     * @param optimizer a name of {@link Optimizers}
     * @param alpha     α of RMSProp and momentum
     * @param epsilon   ε of RMSProp and Adam
     * @param hyper     the algorithm's own settings
     */
    record Preset(int threads, long steps, int[] hidden, String optimizer, double alpha,
                  double epsilon, Record hyper) {
        Preset with(long steps, Record hyper) {
            return new Preset(threads, steps, hidden, optimizer, alpha, epsilon, hyper);
        }
    }

    /**
     * A line of the list.
     *
     * @param name    on the command line
     * @param title   in print
     * @param summary one line
     * @param actions the kind of action space that it can act in
     * @param vectors settings for worlds that show a few numbers
     * @param images  settings for worlds that show planes or pixels
     * @param method  puts it together
     */
    record Entry(String name, String title, String summary, Class<? extends Space> actions,
                 Preset vectors, Preset images, Function<Settings, Method> method) {
        Preset preset(World world) {
            return world.make().observationSpace().shape().length == 1 ? vectors : images;
        }

        boolean suits(World world) {
            return actions.isInstance(world.make().actionSpace());
        }
    }

    private static final Preset A3C_VECTORS = new Preset(0, 300_000, new int[] {128},
            "shared-rmsprop", 0.99, 0.01, new A3C.Hyper(20, 0.99, 1e-3, 0.5, 40, 4e-3));
    private static final Preset A3C_IMAGES =
            A3C_VECTORS.with(1_000_000, new A3C.Hyper(20, 0.99, 0.01, 0.5, 40, 4e-3));

    static final List<Entry> ALL = List.of(
            new Entry("a3c", "A3C",
                    "Asynchronous advantage actor-critic (Algorithm S3, Mnih et al. 2016).",
                    Discrete.class, A3C_VECTORS, A3C_IMAGES, s -> new ActorCriticMethod(s, 0)),
            new Entry("a3c-lstm", "A3C with LSTM",
                    "The same with a memory, for worlds that do not show all at once.",
                    Discrete.class, A3C_VECTORS, A3C_IMAGES,
                    s -> new ActorCriticMethod(s, MEMORY)));

    private Algorithms() {
    }

    static Entry named(String name) {
        for (Entry entry : ALL) {
            if (entry.name().equals(name)) return entry;
        }
        throw new UserError(Nearest.complaint("algorithm", String.valueOf(name),
                ALL.stream().map(Entry::name).toList()));
    }

    /** Refuses a pair of world and algorithm that makes no sense, and says which does. */
    static void check(Entry entry, World world) {
        if (entry.suits(world)) return;
        String kind = entry.actions() == Box.class ? "continuous actions" : "numbered actions";
        List<String> others = ALL.stream().filter(e -> e.suits(world)).map(Entry::name).toList();
        throw new UserError(entry.title() + " needs a world with " + kind + ", but " + world.name()
                + " has " + world.make().actionSpace() + ". "
                + (others.isEmpty() ? "Choose another world; see ./skein list."
                : "For this world there is --algorithm " + String.join(" or ", others) + "."));
    }
}
