package skein.rl.algorithm;

import skein.nn.Layout;
import skein.nn.Parameters;

/**
 * Parameters with which an LSTM counts: its gates are open, and each state adds tanh(0.001) to c,
 * whatever it shows; so h ≈ 0.001 n and V = 1000 h ≈ n, the number of states seen since the episode
 * began. With c = ½ the gradient of the value's bias is the sum, or the mean, of V(s_i) − R_i,
 * which tells at what count acting and learning were.
 *
 * @param layout of a network whose value sees one LSTM cell, "lstm", that sees one ReLU
 * @param theta  the parameters
 */
record CountingMemory(Layout layout, Parameters theta) {
    static final float CLOSE = 1e-3f;                        // tanh is not quite linear
    private static final float OPEN = 100;                   // σ(100) = 1 in float
    private static final float STEP = 1e-3f;

    static CountingMemory of(Layout layout) {
        CountingMemory memory = new CountingMemory(layout, layout.zeros());
        float[] theta = memory.theta().values();
        int bias = memory.offset("lstm.bias");               // gates i, f, g, o of one cell
        theta[bias] = OPEN;
        theta[bias + 1] = OPEN;
        theta[bias + 2] = STEP;
        theta[bias + 3] = OPEN;
        theta[memory.offset("value.weight")] = 1 / STEP;
        return memory;
    }

    private int offset(String name) {
        return layout.entries().stream().filter(e -> e.name().equals(name))
                .findFirst().orElseThrow().offset();
    }

    /** V(s_i) − R_i of an update, summed or as a mean, as the algorithm has it. */
    float valueError(float[] gradient) {
        return gradient[offset("value.bias")];
    }

    /** What each state adds to c: its gradient tells how far back an update looked. */
    float stepGradient(float[] gradient) {
        return gradient[offset("lstm.bias") + 2];
    }
}
