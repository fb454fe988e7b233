package skein.rl.network;

import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * A {@link GaussianNetwork} at work on one set of parameters, for one thread; what
 * {@link ActorCritic} is for actions that are numbered.
 *
 * <p>Acting looks at one state and records nothing. Learning looks at a whole segment at once and
 * records everything, on another tape. Both read the parameters as they are at that moment.
 *
 * <p>A network with a memory remembers what {@link #look} has seen since {@link #startEpisode}, in
 * both of its trunks; {@link #value} does not remember. Learning begins with what was remembered at
 * {@link #startSegment}, as a constant: there the gradient is cut.
 */
public final class GaussianActorCritic {
    private final GaussianNetwork network;
    private final Sequential policyLayers;
    private final Sequential criticLayers;
    private final Memory policy;
    private final Memory critic;             // the same one if the trunk is shared
    private final Batches batches;
    private final Parameters theta;
    private final Tape acting;
    private final Tape learning;
    private Tensor mean;                     // of what was last seen, [B, K]
    private Tensor variance;                 // of what was last seen, [B, 1]
    private Tensor values;                   // of the last segment, [B]

    /**
     * Puts a network to work.
     *
     * @param network the definition
     * @param theta   what it runs on; not copied. With a gradient if it is to learn.
     */
    public GaussianActorCritic(GaussianNetwork network, Parameters theta) {
        this.network = network;
        this.theta = theta;
        boolean shared = network.policyTrunk() == network.criticTrunk();
        policyLayers = network.policyTrunk().layers();
        criticLayers = network.criticTrunk().layers();
        policy = new Memory(network.policyTrunk(), theta);
        critic = shared ? policy : new Memory(network.criticTrunk(), theta);
        batches = new Batches(policyLayers.input());
        acting = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
    }

    /** Forgets all, as an episode begins. */
    public void startEpisode() {
        policy.startEpisode();
        critic.startEpisode();
    }

    /** The next segment to learn from begins with what is remembered now. */
    public void startSegment() {
        policy.startSegment();
        critic.startSegment();
    }

    /**
     * Looks at one state, to act; then {@link #mean()} and {@link #variance()} are there, [1, K]
     * and [1, 1], valid until the next call of any method that takes a state.
     *
     * @param s an observation, row-major; not modified. It is remembered.
     */
    public void look(float[] s) {
        acting.clear();
        Tensor x = acting.constant(s, batches.of(1));
        Tensor h = policy.look(policyLayers.forward(x, theta), true, acting);
        mean = network.mean(h, theta);
        variance = network.variance(h, theta);
        if (critic == policy || !network.criticTrunk().remembers()) return;
        critic.look(criticLayers.forward(x, theta), true, acting);
    }

    /**
     * {@return V(s)}
     *
     * @param s an observation, row-major; not modified, and not remembered
     */
    public float value(float[] s) {
        acting.clear();
        Tensor x = acting.constant(s, batches.of(1));
        Tensor h = critic.look(criticLayers.forward(x, theta), false, acting);
        return network.values(h, theta).item();
    }

    /**
     * Looks at all states of a segment at once and records it; then {@link #mean()},
     * {@link #variance()} and {@link #values()} are there, and {@link #backward} may follow.
     *
     * @param s     observations [B, ...], row-major from element 0 on; not modified
     * @param batch B ≥ 1; with a memory, B steps one after another
     */
    public void forward(float[] s, int batch) {
        learning.clear();
        Tensor x = learning.constant(s, batches.of(batch));
        Tensor h = policy.segment(policyLayers.forward(x, theta), learning);
        mean = network.mean(h, theta);
        variance = network.variance(h, theta);
        if (critic != policy) h = critic.segment(criticLayers.forward(x, theta), learning);
        values = network.values(h, theta);
    }

    /** {@return μ(s) of the state or the segment that was last seen, [B, K]} */
    public Tensor mean() {
        return Seen.of(mean);
    }

    /** {@return σ²(s) of the state or the segment that was last seen, [B, 1]} */
    public Tensor variance() {
        return Seen.of(variance);
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
     * @param loss a single value, computed from {@link #mean()}, {@link #variance()} and
     *             {@link #values()}
     */
    public void backward(Tensor loss) {
        learning.backward(loss);
    }
}
