package skein.rl.network;

import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * A {@link QNetwork} at work on one set of parameters, for one thread: on θ, on a thread's θ′, or
 * on θ⁻.
 *
 * <p>Acting looks at one state and records nothing. Learning looks at one state or at a whole
 * segment and records everything, on another tape, so that what was recorded stays valid while
 * other states are looked at. Both read the parameters as they are at that moment.
 */
public final class QValues {
    private final QNetwork network;
    private final Sequential layers;
    private final Parameters theta;
    private final Tape acting;
    private final Tape learning;
    private final Batches batches;
    private Tensor values;                   // of the last segment, [B, A]

    /**
     * Puts a network to work.
     *
     * @param network the definition
     * @param theta   what it runs on; not copied. With a gradient if it is to learn.
     */
    public QValues(QNetwork network, Parameters theta) {
        if (network.trunk().remembers()) {
            throw new IllegalArgumentException("Q(s, a) is asked of one state at a time, but "
                    + network.trunk().title() + " has a memory. Use a trunk without LSTM, "
                    + "or an ActorCritic, which carries one.");
        }
        this.network = network;
        this.theta = theta;
        layers = network.trunk().layers();
        batches = new Batches(layers.input());
        acting = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
    }

    /**
     * {@return Q(s, ·), [1, A]; valid until this network is asked again}
     *
     * @param s an observation, row-major; not modified
     */
    public Tensor of(float[] s) {
        return of(s, 1);
    }

    /**
     * {@return Q(s_i, ·), [B, A]; valid until this network is asked again}
     *
     * @param s     observations [B, ...], row-major from element 0 on; copied
     * @param batch B ≥ 1
     */
    public Tensor of(float[] s, int batch) {
        acting.clear();
        Tensor h = layers.forward(acting.constant(s, batches.of(batch)), theta);
        return network.values(h, theta);
    }

    /**
     * {@return max_a Q(s, a)}
     *
     * @param s an observation, row-major; not modified
     */
    public float max(float[] s) {
        return of(s).max().item();
    }

    /**
     * Looks at all states of a segment at once and records it; then {@link #values()} are there,
     * and {@link #backward} may follow.
     *
     * @param s     observations [B, ...], row-major from element 0 on; copied
     * @param batch B ≥ 1
     */
    public void forward(float[] s, int batch) {
        learning.clear();
        Tensor h = layers.forward(learning.constant(s, batches.of(batch)), theta);
        values = network.values(h, theta);
    }

    /** {@return Q(s_i, ·) of the segment, [B, A]} */
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
     * @param loss a single value, computed from {@link #values()}
     */
    public void backward(Tensor loss) {
        learning.backward(loss);
    }
}
