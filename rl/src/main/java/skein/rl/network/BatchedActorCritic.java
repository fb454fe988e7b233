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
 * sees a batch to learn from and records everything, on another tape. {@link #value} sees a single
 * observation beside them, and disturbs neither.
 *
 * <p>Rows of a batch are independent of each other, so there can be no memory among them.
 */
public final class BatchedActorCritic {
    private final ActorCriticNetwork network;
    private final Sequential layers;
    private final Parameters theta;
    private final Tape acting;
    private final Tape aside;
    private final Tape learning;
    private final float[] observations;      // [N, I]
    private final Batches batches;
    private Tensor logits;                   // of what was seen last, [B, A]
    private Tensor values;                   // of what was seen last, [B]

    /**
     * Puts a network to work.
     *
     * @param network the definition, without memory
     * @param theta   what it runs on; not copied. With a gradient if it is to learn.
     * @param worlds  N ≥ 1
     */
    public BatchedActorCritic(ActorCriticNetwork network, Parameters theta, int worlds) {
        if (network.trunk().remembers()) {
            throw new IllegalArgumentException("Rows of a batch remember nothing of each other, but"
                    + " " + network.layers() + " has an LSTM. Leave it out, or use A3C.");
        }
        this.network = network;
        this.theta = theta;
        layers = network.trunk().layers();
        batches = new Batches(layers.input());
        acting = Tape.withoutGradients(Kernels.create());
        aside = Tape.withoutGradients(Kernels.create());
        learning = new Tape(Kernels.create());
        observations = new float[worlds * network.observationSize()];
    }

    /**
     * Looks at N states at once and records nothing; then {@link #logits()} and {@link #values()}
     * are theirs, until the next look or forward.
     *
     * @param s N observations, row-major; not modified
     */
    public void look(float[][] s) {
        int I = network.observationSize();
        for (int n = 0; n < s.length; n++) System.arraycopy(s[n], 0, observations, n * I, I);
        see(acting, observations, s.length);
    }

    /**
     * {@return V(s)}
     *
     * @param s an observation, row-major; not modified
     */
    public float value(float[] s) {
        return network.values(features(aside, s, 1), theta).item();
    }

    /**
     * Looks at all states of a batch at once and records it; then {@link #logits()} and
     * {@link #values()} are theirs, and {@link #backward} may follow.
     *
     * @param s     observations [B, ...], row-major from element 0 on; not modified
     * @param batch B ≥ 1
     */
    public void forward(float[] s, int batch) {
        see(learning, s, batch);
    }

    private void see(Tape tape, float[] s, int batch) {
        Tensor h = features(tape, s, batch);
        logits = network.logits(h, theta);
        values = network.values(h, theta);
    }

    private Tensor features(Tape tape, float[] s, int batch) {
        tape.clear();
        return layers.forward(tape.constant(s, batches.of(batch)), theta);
    }

    /** {@return the logits of π(· | s_i) of what was seen last, [B, A]} */
    public Tensor logits() {
        return logits;
    }

    /** {@return V(s_i) of what was seen last, [B]} */
    public Tensor values() {
        return values;
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
