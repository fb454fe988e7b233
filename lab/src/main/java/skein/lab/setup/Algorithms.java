package skein.lab.setup;

import java.util.List;
import java.util.function.Function;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Nearest;
import skein.envs.Space;
import skein.envs.World;
import skein.lab.error.UserError;
import skein.rl.algorithm.A2C;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.A3CContinuous;
import skein.rl.algorithm.DQN;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.algorithm.OneStepSarsa;
import skein.rl.algorithm.PPO;

/** The algorithms that the command line knows. */
public final class Algorithms {
    /**
     * What a run is made of if nothing is asked for.
     *
     * @param threads     N, or 0 for one per core; 1 if there is one learner only
     * @param worlds      how many worlds a learner steps together
     * @param steps       T_max
     * @param rewardScale what rewards are multiplied by for the learners
     * @param hidden      units of each fully connected hidden layer
     * @param optimizer   a name of {@link Optimizers}
     * @param alpha       α of RMSProp and momentum
     * @param epsilon     ε of RMSProp and Adam
     * @param hyper       the algorithm's own settings
     */
    public record Preset(int threads, int worlds, long steps, double rewardScale, int[] hidden,
                         String optimizer, double alpha, double epsilon, Record hyper) {
        Preset with(long steps, Record hyper) {
            return new Preset(threads, worlds, steps, rewardScale, hidden, optimizer, alpha,
                    epsilon, hyper);
        }

        Preset learningFrom(double rewardScale) {
            return new Preset(threads, worlds, steps, rewardScale, hidden, optimizer, alpha,
                    epsilon, hyper);
        }

        Preset hidden(int units) {
            return new Preset(threads, worlds, steps, rewardScale, new int[] {units}, optimizer,
                    alpha, epsilon, hyper);
        }

        /** Learners in threads, as the paper has them. */
        static Preset asynchronous(long steps, int hidden, double epsilon, Record hyper) {
            return new Preset(0, 1, steps, 1, new int[] {hidden}, "shared-rmsprop", 0.99, epsilon,
                    hyper);
        }

        /** One learner. */
        static Preset synchronous(int worlds, long steps, String optimizer, double epsilon,
                                  Record hyper) {
            return new Preset(1, worlds, steps, 1, new int[] {128}, optimizer, 0.99, epsilon,
                    hyper);
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
    public record Entry(String name, String title, String summary, Class<? extends Space> actions,
                        Preset vectors, Preset images, Function<Settings, Method> method) {
        Preset preset(World world) {
            Preset preset = world.make().observationSpace().shape().length == 1 ? vectors : images;
            boolean small = Math.abs(world.solvedAt()) <= 1;     // returns of about 1: as they are
            return small ? preset.learningFrom(1) : preset;
        }

        boolean suits(World world) {
            return actions.isInstance(world.make().actionSpace());
        }
    }

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final Preset A3C_VECTORS = Preset.asynchronous(300_000, 128, 0.01,
            new A3C.Hyper(20, 0.99, 1e-3, 0.5, 40, 4e-3));
    private static final Preset A3C_IMAGES =
            A3C_VECTORS.with(1_000_000, new A3C.Hyper(20, 0.99, 0.01, 0.5, 40, 4e-3));
    private static final Preset LSTM_VECTORS = Preset.asynchronous(400_000, 64, 0.001,
            new A3C.Hyper(20, 0.99, 1e-3, 0.5, 40, 2e-3)).learningFrom(0.1);
    private static final Preset ONE_STEP = Preset.asynchronous(1_000_000, 128, 0.01,
            new OneStepQ.Hyper(20, 200, 0.99, 200_000, 0.5, 40, 3e-3));
    private static final Preset SARSA = ONE_STEP.with(1_000_000,
            new OneStepSarsa.Hyper(20, 200, 0.99, 200_000, 0.5, 40, 3e-3));
    private static final Preset N_STEP = Preset.asynchronous(300_000, 256, 0.01,
            new NStepQ.Hyper(20, 100, 0.99, 50_000, 0.5, 40, 3e-3));
    private static final Preset N_STEP_IMAGES = N_STEP.with(1_000_000,
            new NStepQ.Hyper(20, 1_000, 0.99, 200_000, 0.5, 40, 3e-3));
    private static final Preset CONTINUOUS =
            Preset.asynchronous(600_000, 64, 0.01,
                    new A3CContinuous.Hyper(20, 1, 0.9, 1e-3, 0, 1, 0.02, 40, 1e-3));
    private static final Preset A2C_VECTORS = Preset.synchronous(16, 500_000, "shared-rmsprop",
            0.01, new A2C.Hyper(5, 0.99, 1, 1e-3, 0.5, 40, 1.2e-2));
    private static final Preset A2C_IMAGES = Preset.synchronous(4, 1_000_000, "shared-rmsprop",
            1e-4, new A2C.Hyper(10, 0.99, 1, 0.01, 0.5, 40, 4e-3));
    private static final Preset A2C_LSTM = Preset.synchronous(8, 800_000, "shared-rmsprop", 1e-5,
            new A2C.Hyper(20, 0.99, 1, 1e-3, 0.5, 40, 3e-3)).learningFrom(0.1).hidden(64);
    private static final Preset PPO_VECTORS = Preset.synchronous(8, 500_000, "adam", 1e-5,
            new PPO.Hyper(32, 4, 4, 0.99, 0.95, 0.2, INFINITE, 0, 0.01, 0, 0.5, 0.5, 2.5e-3));
    private static final Preset PPO_IMAGES = PPO_VECTORS.with(1_000_000,
            new PPO.Hyper(128, 4, 4, 0.99, 0.95, 0.2, INFINITE, 0, 0.01, 0.01, 0.5, 0.5, 1e-3));
    private static final Preset PPO_LSTM = PPO_VECTORS.with(800_000, new PPO.Hyper(128, 4, 4,
            0.99, 0.95, 0.2, INFINITE, 0, 0.01, 0, 0.5, 0.5, 2e-3)).learningFrom(0.1).hidden(64);
    private static final Preset KL_VECTORS = PPO_VECTORS.with(500_000,
            new PPO.Hyper(32, 4, 4, 0.99, 0.95, INFINITE, INFINITE, 1, 0.01, 0, 0.5, 0.5, 2.5e-3));
    private static final Preset KL_IMAGES = PPO_VECTORS.with(1_000_000, new PPO.Hyper(128, 4, 4,
            0.99, 0.95, INFINITE, INFINITE, 1, 0.01, 0.01, 0.5, 0.5, 1e-3));

    /**
     * δ is infinite: with δ = 1 all large errors pull alike, the many states after which an episode
     * goes on outvote the few after which it ends, and Q may grow without bounds. Adam's ε is large
     * so that steps get small with the errors. Minibatch, update interval and last ε are those of
     * Mnih et al. 2015. θ⁻ stays for 500 updates: with fewer, Q gets beyond 1 / (1 − γ) before the
     * end, most of all where the policy no longer goes, until it goes there. Longer runs need more.
     */
    private static final Preset DQN_VECTORS = Preset.synchronous(1, 500_000, "adam", 1e-3,
            new DQN.Hyper(100_000, 1_000, 32, 4, 2_000, 0.99, 50_000, 0.1, 0, 1, INFINITE, 10,
                    2e-3));

    /** Its weights, at most 1, make gradients smaller, and so Adam's ε is. */
    private static final Preset PRIORITIZED_VECTORS = Preset.synchronous(1, 500_000, "adam", 1e-4,
            new DQN.Hyper(100_000, 1_000, 32, 4, 2_000, 0.99, 50_000, 0.1, 0.6, 0.4, INFINITE, 10,
                    2e-3));

    /** Young and Tian 2019, with updates a quarter as often, a larger η and a smaller last ε. */
    private static final Preset DQN_IMAGES = Preset.synchronous(1, 1_000_000, "adam", 1e-5,
            new DQN.Hyper(100_000, 5_000, 32, 4, 1_000, 0.99, 100_000, 0.05, 0, 1, 1, 10, 5e-4));
    private static final Preset PRIORITIZED_IMAGES = DQN_IMAGES.with(1_000_000,
            new DQN.Hyper(100_000, 5_000, 32, 4, 1_000, 0.99, 100_000, 0.05, 0.6, 0.4, 1, 10,
                    5e-4));

    /** The paper's, in its order, then those that a course teaches beside them. */
    public static final List<Entry> ALL = List.of(
            numbered("one-step-q", "One-step Q",
                    "Asynchronous one-step Q-learning (Algorithm 1).",
                    ONE_STEP, ONE_STEP, QMethod::oneStepQ),
            numbered("one-step-sarsa", "One-step Sarsa",
                    "The same with the action really taken (section 4).",
                    SARSA, SARSA, QMethod::oneStepSarsa),
            numbered("n-step-q", "n-step Q",
                    "Asynchronous n-step Q-learning (Algorithm S2), on a dueling head.",
                    N_STEP, N_STEP_IMAGES, QMethod::nStepQ),
            numbered("a3c", "A3C",
                    "Asynchronous advantage actor-critic (Algorithm S3).",
                    A3C_VECTORS, A3C_IMAGES, s -> ActorCriticMethod.a3c(s, 0)),
            numbered("a3c-lstm", "A3C with LSTM",
                    "The same with a memory, for worlds that do not show all at once.",
                    LSTM_VECTORS, A3C_IMAGES, s -> ActorCriticMethod.a3c(s, s.hidden()[0])),
            new Entry("a3c-continuous", "A3C with continuous actions",
                    "Asynchronous actor-critic with a Gaussian policy (section 9).",
                    Box.class, CONTINUOUS, CONTINUOUS, ContinuousMethod::new),
            numbered("a2c", "A2C", "The synchronous A3C: N worlds, one batch, one update.",
                    A2C_VECTORS, A2C_IMAGES, s -> ActorCriticMethod.a2c(s, 0)),
            numbered("a2c-lstm", "A2C with LSTM",
                    "The same with a memory of each world.",
                    A2C_LSTM, A2C_IMAGES, s -> ActorCriticMethod.a2c(s, s.hidden()[0])),
            numbered("ppo", "PPO", "Proximal policy optimization, clipped (Schulman 2017).",
                    PPO_VECTORS, PPO_IMAGES, s -> ActorCriticMethod.ppo(s, 0)),
            numbered("ppo-lstm", "PPO with LSTM",
                    "The same with a memory of each world, and minibatches of whole worlds.",
                    PPO_LSTM, PPO_IMAGES, s -> ActorCriticMethod.ppo(s, s.hidden()[0])),
            numbered("ppo-kl", "PPO with a KL penalty",
                    "The same, held back by a penalty that adapts.",
                    KL_VECTORS, KL_IMAGES, s -> ActorCriticMethod.ppo(s, 0)),
            numbered("dqn", "DQN", "Q-learning with replay (Mnih et al. 2015).",
                    DQN_VECTORS, DQN_IMAGES, s -> QMethod.dqn(s, false, false)),
            numbered("double-dqn", "Double DQN",
                    "The same; θ chooses what θ⁻ values (van Hasselt et al. 2016).",
                    DQN_VECTORS, DQN_IMAGES, s -> QMethod.dqn(s, true, false)),
            numbered("dueling-dqn", "Dueling DQN",
                    "DQN with Q = V + A − mean A (Wang et al. 2016).",
                    DQN_VECTORS, DQN_IMAGES, s -> QMethod.dqn(s, false, true)),
            numbered("prioritized-dqn", "Prioritized DQN",
                    "DQN that replays surprises more often (Schaul et al. 2016).",
                    PRIORITIZED_VECTORS, PRIORITIZED_IMAGES, s -> QMethod.dqn(s, false, false)));

    /** An algorithm for worlds with numbered actions. */
    static Entry numbered(String name, String title, String summary, Preset vectors,
                                  Preset images, Function<Settings, Method> method) {
        return new Entry(name, title, summary, Discrete.class, vectors, images, method);
    }

    private Algorithms() {
    }

    /**
     * {@return an algorithm}
     *
     * @param name on the command line
     * @throws UserError if there is none of this name
     */
    public static Entry named(String name) {
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
