package skein.rl.network;

import skein.nn.Parameters;
import skein.nn.Sequential;
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
    private final Sequential layers;
    private final Memory memory;
    private final Batches batches;
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
        layers = network.trunk().layers();
        memory = new Memory(network.trunk(), theta);
        batches = new Batches(layers.input());
        acting = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
    }

    /** Forgets all, as an episode begins. */
    public void startEpisode() {
        memory.startEpisode();
    }

    /** The next segment to learn from begins with what is remembered now. */
    public void startSegment() {
        memory.startSegment();
    }

    /**
     * {@return the logits of π(· | s), [1, A]; valid until the next call of any method}
     *
     * @param s an observation, row-major; not modified. It is remembered.
     */
    public Tensor logits(float[] s) {
        acting.clear();
        Tensor features = layers.forward(acting.constant(s, batches.of(1)), theta);
        return network.logits(memory.look(features, true, acting), theta);
    }

    /**
     * {@return V(s)}
     *
     * @param s an observation, row-major; not modified, and not remembered
     */
    public float value(float[] s) {
        acting.clear();
        Tensor features = layers.forward(acting.constant(s, batches.of(1)), theta);
        return network.values(memory.look(features, false, acting), theta).item();
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
        Tensor features = layers.forward(learning.constant(s, batches.of(batch)), theta);
        Tensor h = memory.segment(features, learning);
        logits = network.logits(h, theta);
        values = network.values(h, theta);
    }

    /** {@return the logits of π(· | s_i) of the segment, [B, A]} */
    public Tensor logits() {
        return Seen.of(logits);
    }

    /** {@return V(s_i) of the segment, [B]} */
    public Tensor values() {
        return Seen.of(values);
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
