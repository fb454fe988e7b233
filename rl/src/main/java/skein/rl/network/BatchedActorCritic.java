package skein.rl.network;

import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * An {@link ActorCriticNetwork} at work on the observations of N worlds at once, for one thread.
 *
 * <p>{@link #look} sees what all worlds show, in one pass that records nothing. {@link #forward}
 * sees a batch to learn from and records everything, on another tape. {@link #values(float[][])}
 * and {@link #value} look beside them, and disturb neither.
 *
 * <p>A network with a memory remembers what look has seen of each world since
 * {@link #startEpisode}; values and value do not remember. Learning begins with what was remembered
 * at {@link #startSegment}, as a constant: there the gradient is cut. Without a memory the two do
 * nothing, and rows of a batch are independent of each other.
 */
public final class BatchedActorCritic {
    private final ActorCriticNetwork network;
    private final Sequential layers;
    private final Memories memories;
    private final Batches batches;
    private final Parameters theta;
    private final Tape acting;
    private final Tape aside;
    private final Tape learning;
    private final float[] observations;      // [N, I]
    private Tensor logits;                   // of what was seen last, [B, A]
    private Tensor values;                   // of what was seen last, [B]

    /**
     * Puts a network to work.
     *
     * @param network the definition
     * @param theta   what it runs on; not copied. With a gradient if it is to learn.
     * @param worlds  N ≥ 1
     */
    public BatchedActorCritic(ActorCriticNetwork network, Parameters theta, int worlds) {
        this.network = network;
        this.theta = theta;
        layers = network.trunk().layers();
        memories = new Memories(network.trunk(), theta, worlds);
        batches = new Batches(layers.input());
        acting = Tape.withoutGradients(Kernels.create());
        aside = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
        observations = new float[worlds * network.observationSize()];
    }

    /**
     * Forgets all of a world, as an episode begins there.
     *
     * @param n which world
     */
    public void startEpisode(int n) {
        memories.startEpisode(n);
    }

    /** The next segment to learn from begins with what is remembered now. */
    public void startSegment() {
        memories.startSegment();
    }

    /**
     * Looks at N states at once and records nothing; then {@link #logits()} and {@link #values()}
     * are theirs, until the next look or forward.
     *
     * @param s N observations, row-major; not modified. They are remembered.
     */
    public void look(float[][] s) {
        see(memories.look(features(acting, joined(s), s.length), true, acting));
    }

    /**
     * {@return V of N states, [N]; valid until the next call of this method or of value}
     *
     * @param s N observations, row-major; not modified, and not remembered
     */
    public Tensor values(float[][] s) {
        Tensor h = memories.look(features(aside, joined(s), s.length), false, aside);
        return network.values(h, theta);
    }

    /**
     * {@return V(s)}
     *
     * @param n which world shows it
     * @param s an observation, row-major; not modified, and not remembered
     */
    public float value(int n, float[] s) {
        Tensor h = memories.lookAside(n, features(aside, s, 1), aside);
        return network.values(h, theta).item();
    }

    /**
     * Looks at all states of a batch at once and records it; then {@link #logits()} and
     * {@link #values()} are theirs, and {@link #backward} may follow.
     *
     * @param s     observations [B, ...], row-major from element 0 on; not modified
     * @param batch B ≥ 1
     * @throws IllegalStateException if the network has a memory
     */
    public void forward(float[] s, int batch) {
        if (network.trunk().remembers()) {
            throw new IllegalStateException(network.layers() + " remembers: say of which world "
                    + "each row is, and where episodes ended, forward(s, batch, worlds, last).");
        }
        see(features(learning, s, batch));
    }

    /**
     * The same with a memory, if there is one.
     *
     * @param s      observations [B, ...], row-major from element 0 on; not modified
     * @param batch  B ≥ 1; with a memory, all steps since startSegment of some worlds: the first of
     *               each world, then the second of each, and so on
     * @param worlds which world a row is of, [B]; without a memory it does not matter
     * @param last   whether an episode ended with a row, [B]; without a memory it does not matter
     */
    public void forward(float[] s, int batch, int[] worlds, boolean[] last) {
        see(memories.segment(features(learning, s, batch), worlds, last, learning));
    }

    private float[] joined(float[][] s) {
        int I = network.observationSize();
        for (int n = 0; n < s.length; n++) System.arraycopy(s[n], 0, observations, n * I, I);
        return observations;
    }

    private Tensor features(Tape tape, float[] s, int batch) {
        tape.clear();
        return layers.forward(tape.constant(s, batches.of(batch)), theta);
    }

    private void see(Tensor h) {
        logits = network.logits(h, theta);
        values = network.values(h, theta);
    }

    /** {@return the logits of π(· | s_i) of what was seen last, [B, A]} */
    public Tensor logits() {
        return Seen.of(logits);
    }

    /** {@return V(s_i) of what was seen last, [B]} */
    public Tensor values() {
        return Seen.of(values);
    }

    /** {@return the tape of {@link #forward}, for constants that a loss needs} */
    public Tape tape() {
        return learning;
    }

    /**
     * Adds the gradient of a loss to the parameters' gradient.
     *
     * @param loss a single value, computed from {@link #logits()} and {@link #values()} after
     *             {@link #forward}
     */
    public void backward(Tensor loss) {
        learning.backward(loss);
    }
}
