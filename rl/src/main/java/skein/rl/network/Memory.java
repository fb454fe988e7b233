package skein.rl.network;

import java.util.Arrays;
import skein.nn.Parameters;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * What a {@link Trunk} remembers, for one thread.
 *
 * <p>Without an LSTM heads see what the layers make of an observation, and nothing is remembered.
 */
final class Memory {
    private final Trunk trunk;
    private final Parameters theta;
    private final float[] state;             // (h | c) now, [2 H]
    private final float[] stateAtStart;      // (h | c) when the segment began

    /**
     * Remembers nothing yet.
     *
     * @param trunk the definition
     * @param theta what it runs on; not copied
     */
    Memory(Trunk trunk, Parameters theta) {
        this.trunk = trunk;
        this.theta = theta;
        state = new float[trunk.stateSize()];
        stateAtStart = new float[trunk.stateSize()];
    }

    /** Forgets all, as an episode begins. */
    void startEpisode() {
        Arrays.fill(state, 0);
    }

    /** The next segment to learn from begins with what is remembered now. */
    void startSegment() {
        System.arraycopy(state, 0, stateAtStart, 0, state.length);
    }

    /**
     * {@return what heads see of one state, h [1, H]}
     *
     * @param features what the layers made of it, [1, F]
     * @param remember whether it is remembered
     * @param acting   the tape that the features are on
     */
    Tensor look(Tensor features, boolean remember, Tape acting) {
        if (!trunk.remembers()) return features;
        Tensor before = acting.constant(state, 1, state.length);
        Tensor after = trunk.remember(features, before, theta);
        if (remember) after.copyTo(state);
        return trunk.hidden(after);
    }

    /**
     * {@return what heads see of a segment, h [B, H], from what was remembered at its start}
     *
     * @param features what the layers made of it, [B, F]; B steps one after another
     * @param learning the tape that the features are on
     */
    Tensor segment(Tensor features, Tape learning) {
        if (!trunk.remembers()) return features;
        Tensor before = learning.constant(stateAtStart, 1, stateAtStart.length);
        return trunk.hidden(trunk.remember(features, before, theta));
    }
}
