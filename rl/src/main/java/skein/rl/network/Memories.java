package skein.rl.network;

import java.util.Arrays;
import skein.nn.Parameters;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/**
 * What a {@link Trunk} remembers of each of N worlds, for one thread; what {@link Memory} is for
 * one world.
 *
 * <p>Without an LSTM heads see what the layers make of an observation, and nothing is remembered.
 */
final class Memories {
    private final Trunk trunk;
    private final Parameters theta;
    private final int worlds;
    private final int size;                  // 2 H, floats in a state; 0 without an LSTM
    private final float[] states;            // (h | c) now, [N, 2 H]
    private final float[] statesAtStart;     // (h | c) when the segment began, [N, 2 H]
    private final float[] chosen;            // some of them, [W, 2 H] of [N, 2 H]
    private final float[] goesOn;            // 0 where an episode ended, else 1, [W] of [N]
    private Tensor[][] pieces = {};          // an array of k tensors, by k

    /**
     * Remembers nothing yet.
     *
     * @param trunk  the definition
     * @param theta  what it runs on; not copied
     * @param worlds N ≥ 1
     */
    Memories(Trunk trunk, Parameters theta, int worlds) {
        this.trunk = trunk;
        this.theta = theta;
        this.worlds = worlds;
        size = trunk.stateSize();
        states = new float[worlds * size];
        statesAtStart = new float[worlds * size];
        chosen = new float[worlds * size];
        goesOn = new float[worlds];
    }

    /** Forgets all of world n, as an episode begins there. */
    void startEpisode(int n) {
        Arrays.fill(states, n * size, (n + 1) * size, 0);
    }

    /** The next segment to learn from begins with what is remembered now. */
    void startSegment() {
        System.arraycopy(states, 0, statesAtStart, 0, states.length);
    }

    /**
     * {@return what heads see of a state of each world, h [N, H]}
     *
     * @param features what the layers made of them, [N, F]
     * @param remember whether they are remembered
     * @param tape     the tape that the features are on
     */
    Tensor look(Tensor features, boolean remember, Tape tape) {
        if (size == 0) return features;
        Tensor before = tape.constant(states, worlds, size);
        Tensor after = trunk.remember(features, before, theta);
        if (remember) after.copyTo(states);
        return trunk.hidden(after);
    }

    /**
     * {@return what heads see of a state of one world, h [1, H]; it is not remembered}
     *
     * @param n        which world
     * @param features what the layers made of it, [1, F]
     * @param tape     the tape that the features are on
     */
    Tensor lookAside(int n, Tensor features, Tape tape) {
        if (size == 0) return features;
        System.arraycopy(states, n * size, chosen, 0, size);
        Tensor before = tape.constant(chosen, 1, size);
        return trunk.hidden(trunk.remember(features, before, theta));
    }

    /**
     * {@return what heads see of a segment of W worlds, h [T W, H]: from what was remembered of
     * each at its start, and from nothing where an episode ended within}
     *
     * <p>The LSTM runs in pieces, from one step in which an episode ended to the next.
     *
     * @param features what the layers made of it, [T W, F]: the first step of each, the second, ...
     * @param worlds   which world a row is of, [T W]; the same W at each step
     * @param last     whether an episode ended with a row, [T W]
     * @param learning the tape that the features are on
     */
    Tensor segment(Tensor features, int[] worlds, boolean[] last, Tape learning) {
        if (size == 0) return features;
        int rows = features.shape().dim(0);
        int W = side(worlds, rows);
        for (int w = 0; w < W; w++) {
            System.arraycopy(statesAtStart, worlds[w] * size, chosen, w * size, size);
        }
        Tensor[] parts = parts(1 + cuts(last, rows, W));
        Tensor before = learning.constant(chosen, W, size);
        int from = 0;
        for (int k = 0; k < parts.length; k++) {
            int to = from + W;
            while (to < rows && !ended(last, to - W, W)) to += W;
            Tensor part = trunk.remember(features.slice(0, from, to), before, theta);
            parts[k] = trunk.hidden(part);
            if (to < rows) before = part.slice(0, to - from - W, to - from)       // [W, 2 H]
                    .mul(learning.constant(goesOn(last, to - W, W), W, 1));
            from = to;
        }
        return parts.length == 1 ? parts[0] : Tensor.concat(0, parts);
    }

    /** W: the second step begins where the first world comes again. */
    private static int side(int[] worlds, int rows) {
        int W = 1;
        while (W < rows && worlds[W] != worlds[0]) W++;
        return W;
    }

    /** How often the LSTM must begin again: the last step does not count. */
    private static int cuts(boolean[] last, int rows, int W) {
        int cuts = 0;
        for (int row = 0; row < rows - W; row += W) if (ended(last, row, W)) cuts++;
        return cuts;
    }

    private static boolean ended(boolean[] last, int row, int W) {
        for (int w = 0; w < W; w++) if (last[row + w]) return true;
        return false;
    }

    private float[] goesOn(boolean[] last, int row, int W) {
        for (int w = 0; w < W; w++) goesOn[w] = last[row + w] ? 0 : 1;
        return goesOn;
    }

    private Tensor[] parts(int count) {
        if (pieces.length <= count) pieces = Arrays.copyOf(pieces, count + 1);
        if (pieces[count] == null) pieces[count] = new Tensor[count];
        return pieces[count];
    }
}
