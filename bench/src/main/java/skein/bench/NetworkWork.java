package skein.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Nearest;
import skein.envs.Step;
import skein.envs.Worlds;
import skein.nn.GradientClipping;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * The two things that A3C asks of a network, ready to be timed: to look at one observation, and to
 * learn from a segment of five. The states are five of a game in a row, the same every time, and η
 * is so small that θ stays.
 */
final class NetworkWork {
    static final List<String> NAMES = List.of("mlp", "minatar", "atari", "lstm");
    private static final int SEGMENT = 5;                    // t_max (paper, section 8)
    private static final double ETA = 1e-9;
    private static final int BEFORE = 10;                    // steps of the game before them

    private final float[] segment;                           // [B, I]; its first row is s
    private final int[] actions = new int[SEGMENT];
    private final float[] returns = new float[SEGMENT];
    private final Shape one;                                 // of s, [1, ...]
    private final float[] state;                             // (h | c) that s meets, [2 H]
    private final ActorCriticNetwork definition;
    private final Parameters theta;
    private final Parameters dTheta;
    private final ActorCritic network;
    private final Tape acting = Tape.withoutGradients(Kernels.create());
    private final ActorCriticLoss loss = new ActorCriticLoss(0.01, 0.5);
    private final GradientClipping clipping = new GradientClipping(40);
    private final Optimizer optimizer;

    /**
     * Puts a network to work, with the kernels that {@code skein.kernels} chooses.
     *
     * @param name which network, one of {@link #NAMES}
     */
    NetworkWork(String name) {
        definition = network(name);
        SplittableRandom rng = new SplittableRandom(1);
        segment = states(Worlds.named(world(name)).make(), rng);
        for (int i = 0; i < SEGMENT; i++) {
            actions[i] = i % 2;
            returns[i] = -1 + 0.5f * i;
        }
        one = definition.trunk().input().batch(1);
        state = new float[definition.trunk().stateSize()];
        for (int i = 0; i < state.length; i++) state[i] = rng.nextFloat();
        dTheta = definition.layout().zeros();
        theta = definition.layout().initialize(rng).withGradient(dTheta);
        network = new ActorCritic(definition, theta);
        network.logits(segment);                             // so that there is something to
        network.startSegment();                              // remember, if it can
        optimizer = new SharedRmsProp(theta, 0.99, 0.1).learner(0, 1);
    }

    /** {@return the definition of a network that is compared} */
    private static ActorCriticNetwork network(String name) {
        return switch (name) {
            case "mlp" -> new ActorCriticNetwork(4, 2, 128, 128);
            case "minatar" -> new ActorCriticNetwork(Trunk.minAtar(new Layout(), 4), 6);
            case "atari" -> new ActorCriticNetwork(Trunk.atari(new Layout(), 4), 6);
            case "lstm" -> new ActorCriticNetwork(Trunk.atari(new Layout(), 4).withLstm(256), 6);
            default -> throw new IllegalArgumentException(
                    Nearest.complaint("network", name, NAMES));
        };
    }

    /** {@return the world whose states a network sees here} */
    private static String world(String network) {
        return switch (network) {
            case "mlp" -> "cartpole";
            case "minatar" -> "breakout";
            default -> "breakout-pixels";
        };
    }

    /** Five states in a row of a game that is played at random. */
    private static float[] states(Environment env, SplittableRandom rng) {
        int actions = Discrete.of(env.actionSpace()).n();
        int size = env.observationSpace().size();
        float[] states = new float[SEGMENT * size];
        float[] s = env.reset(rng);
        for (int t = 0; t < BEFORE + SEGMENT; t++) {
            if (t >= BEFORE) System.arraycopy(s, 0, states, (t - BEFORE) * size, size);
            Step step = env.step(rng.nextInt(actions));
            s = step.last() ? env.reset(rng) : step.observation();
        }
        return states;
    }

    /** {@return V(s) plus the first logit, after one forward pass that records nothing} */
    float forward() {
        acting.clear();
        Trunk trunk = definition.trunk();
        Tensor h = trunk.layers().forward(acting.constant(segment, one), theta);
        if (trunk.remembers()) {
            h = trunk.hidden(trunk.remember(h, acting.constant(state, 1, state.length), theta));
        }
        return definition.logits(h, theta).get(0) + definition.values(h, theta).item();
    }

    /** {@return the gradient's norm, after one update} */
    double update() {
        dTheta.clear();
        network.forward(segment, SEGMENT);
        Tensor L = loss.of(network.logits(), network.values(), actions, returns, network.tape());
        network.backward(L);
        double norm = clipping.clip(dTheta);
        optimizer.update(dTheta, ETA);
        return norm;
    }

    /** {@return the five observations, numbers between spaces} */
    String observations() {
        StringJoiner numbers = new StringJoiner(" ");
        for (float x : segment) numbers.add(Float.toString(x));
        return numbers.toString();
    }

    /** {@return the number of parameters} */
    int size() {
        return dTheta.size();
    }
}
