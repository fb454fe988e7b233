package skein.bench;

import java.util.List;
import java.util.SplittableRandom;
import skein.envs.Nearest;
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
 * learn from a segment of five. The data are the same every time, and η is so small that θ stays.
 */
final class NetworkWork {
    static final List<String> NAMES = List.of("mlp", "minatar", "atari", "lstm");
    private static final int SEGMENT = 5;                    // t_max (paper, section 8)
    private static final double ETA = 1e-9;

    private final float[] s;                                 // one observation, [I]
    private final float[] segment;                           // [B, I]
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
        s = observations(name, definition.observationSize(), rng);
        segment = observations(name, SEGMENT * definition.observationSize(), rng);
        for (int i = 0; i < SEGMENT; i++) {
            actions[i] = i % 2;
            returns[i] = -1 + 0.5f * i;
        }
        one = definition.trunk().input().batch(1);
        state = observations("state", definition.trunk().stateSize(), rng);
        dTheta = definition.layout().zeros();
        theta = definition.layout().initialize(rng).withGradient(dTheta);
        network = new ActorCritic(definition, theta);
        network.logits(s);                                   // so that there is something to
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

    /** Numbers in 0 .. 1; for MinAtar zeros and, one in ten, ones. */
    private static float[] observations(String name, int size, SplittableRandom rng) {
        float[] s = new float[size];
        for (int i = 0; i < size; i++) {
            double u = rng.nextDouble();
            s[i] = name.equals("minatar") ? (u < 0.1 ? 1 : 0) : (float) u;
        }
        return s;
    }

    /** {@return V(s) plus the first logit, after one forward pass that records nothing} */
    float forward() {
        acting.clear();
        Trunk trunk = definition.trunk();
        Tensor h = trunk.layers().forward(acting.constant(s, one), theta);
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

    /** {@return the number of parameters} */
    int size() {
        return dTheta.size();
    }
}
