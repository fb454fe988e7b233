package skein.rl.network;

import skein.nn.Parameters;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * An {@link ActorCriticNetwork} at work on one set of parameters, for one thread.
 *
 * <p>Acting looks at one state and records nothing. Learning looks at a whole segment at once and
 * records everything, on another tape. Both read the parameters as they are at that moment.
 *
 * <p>A network with a memory remembers what {@link #logits(float[])} has seen since
 * {@link #startEpisode}; {@link #value} looks, and does not remember. Learning begins with what was
 * remembered at {@link #startSegment}, as a constant: there the gradient is cut. Without a memory
 * the two do nothing.
 */
public final class ActorCritic {
    private final ActorCriticNetwork network;
    private final TrunkAtWork trunk;
    private final Parameters theta;
    private final Tape acting;
    private final Tape learning;
    private Tensor logits;                   // of the last segment, [B, A]
    private Tensor values;                   // of the last segment, [B]

    /**
     * Puts a network to work.
     *
     * @param network the definition
     * @param theta   what it runs on; not copied. With a gradient if it is to learn.
     */
    public ActorCritic(ActorCriticNetwork network, Parameters theta) {
        this.network = network;
        this.theta = theta;
        trunk = new TrunkAtWork(network.trunk(), theta);
        acting = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
    }

    /** Forgets all, as an episode begins. */
    public void startEpisode() {
        trunk.startEpisode();
    }

    /** The next segment to learn from begins with what is remembered now. */
    public void startSegment() {
        trunk.startSegment();
    }

    /**
     * {@return the logits of π(· | s), [1, A]; valid until the next call of any method}
     *
     * @param s an observation, row-major; not modified. It is remembered.
     */
    public Tensor logits(float[] s) {
        return network.logits(look(s, true), theta);
    }

    /**
     * {@return V(s)}
     *
     * @param s an observation, row-major; not modified, and not remembered
     */
    public float value(float[] s) {
        return network.values(look(s, false), theta).item();
    }

    private Tensor look(float[] s, boolean remember) {
        acting.clear();
        return trunk.look(s, remember, acting);
    }

    /**
     * Looks at all states of a segment at once and records it; then {@link #logits()} and
     * {@link #values()} are there, and {@link #backward} may follow.
     *
     * @param s     observations [B, ...], row-major from element 0 on; not modified
     * @param batch B ≥ 1; with a memory, B steps one after another
     */
    public void forward(float[] s, int batch) {
        learning.clear();
        Tensor h = trunk.forward(s, batch, learning);
        logits = network.logits(h, theta);
        values = network.values(h, theta);
    }

    /** {@return the logits of π(· | s_i) of the segment, [B, A]} */
    public Tensor logits() {
        return logits;
    }

    /** {@return V(s_i) of the segment, [B]} */
    public Tensor values() {
        return values;
    }

    /** {@return the tape of the segment, for constants that a loss needs} */
    public Tape tape() {
        return learning;
    }

    /**
     * Adds the gradient of a loss to the parameters' gradient.
     *
     * @param loss a single value, computed from {@link #logits()} and {@link #values()}
     */
    public void backward(Tensor loss) {
        learning.backward(loss);
    }
}
