package skein.rl.network;

import java.util.Arrays;
import skein.nn.Parameters;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * A {@link Trunk} at work on one set of parameters, for one thread, and what it remembers.
 *
 * <p>Without a memory, what is said here of remembering means nothing.
 */
final class TrunkAtWork {
    private final Trunk trunk;
    private final Parameters theta;
    private Shape[] batches = new Shape[2];  // [B, ...] of an observation, by B
    private final float[] memory;            // (h | c) now, [2 H]
    private final float[] memoryAtStart;     // (h | c) when the segment began

    /**
     * Puts a trunk to work, with nothing remembered.
     *
     * @param trunk the definition
     * @param theta what it runs on; not copied
     */
    TrunkAtWork(Trunk trunk, Parameters theta) {
        this.trunk = trunk;
        this.theta = theta;
        memory = new float[trunk.stateSize()];
        memoryAtStart = new float[trunk.stateSize()];
    }

    /** Forgets all, as an episode begins. */
    void startEpisode() {
        Arrays.fill(memory, 0);
    }

    /** The next segment to learn from begins with what is remembered now. */
    void startSegment() {
        System.arraycopy(memory, 0, memoryAtStart, 0, memory.length);
    }

    /**
     * {@return what heads see of one state, h [1, H]}
     *
     * @param s        an observation, row-major; not modified
     * @param remember whether it is remembered
     * @param acting   the tape to look with
     */
    Tensor look(float[] s, boolean remember, Tape acting) {
        Tensor features = trunk.features(acting.constant(s, batch(1)), theta);
        if (!trunk.remembers()) return features;
        Tensor state = acting.constant(memory, 1, memory.length);
        Tensor after = trunk.remember(features, state, theta);
        if (remember) after.copyTo(memory);
        return trunk.hidden(after);
    }

    /**
     * {@return what heads see of a segment, h [B, H], from what was remembered at its start}
     *
     * @param s        observations [B, ...], row-major from element 0 on; not modified
     * @param batch    B ≥ 1; with a memory, B steps one after another
     * @param learning the tape to record on
     */
    Tensor forward(float[] s, int batch, Tape learning) {
        Tensor features = trunk.features(learning.constant(s, batch(batch)), theta);
        if (!trunk.remembers()) return features;
        Tensor state = learning.constant(memoryAtStart, 1, memoryAtStart.length);
        return trunk.hidden(trunk.remember(features, state, theta));
    }

    private Shape batch(int n) {
        if (batches.length <= n) batches = Arrays.copyOf(batches, n + 1);
        if (batches[n] == null) batches[n] = trunk.input().batch(n);
        return batches[n];
    }
}
