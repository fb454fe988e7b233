package skein.nn;

import skein.tensor.Shape;
import skein.tensor.Tensor;

/**
 * A layer with a memory, the long short-term memory (Hochreiter and Schmidhuber 1997, with the
 * forget gate of Gers, Schmidhuber and Cummins 2000):
 *
 * <pre>
 *   z = x · Wx + h · Wh + b                    i, f, g, o: the four quarters of z
 *   c' = σ(f) c + σ(i) tanh(g)                 h' = σ(o) tanh(c')
 * </pre>
 *
 * <p>The cell itself remembers nothing. Its state (h | c), [B, 2 H], is a value that the caller
 * carries from one call to the next:
 *
 * <pre>{@code
 * Tensor state = tape.constant(zeros, B, 2 * H);      // as an episode begins
 * Tensor y = cell.forward(x, state, theta);           // [T B, 2 H]: the states after each step
 * Tensor h = cell.hidden(y);                          // [T B, H]: what the next layer sees
 * }</pre>
 *
 * <p>The gradient goes back as far as the tape does: cut it with {@link Tensor#detach()}, or by
 * entering the last state into the next tape as a constant.
 */
public final class LstmCell {
    private final Layout layout;
    private final String name;
    private final int inputs;
    private final int units;
    private final int wx;            // its number in the layout: [I, 4 H]
    private final int wh;            // its number in the layout: [H, 4 H]
    private final int bias;          // its number in the layout: [4 H]

    /**
     * Enters {@code name.wx} [I, 4 H], {@code name.wh} [H, 4 H] and {@code name.bias} [4 H] into a
     * layout. The bias is 0, but 1 for the forget gate, so that the cell begins by remembering
     * (Gers et al. 2000; Jozefowicz, Zaremba, Sutskever 2015).
     *
     * @param layout  where the parameters of the network are listed. Modified.
     * @param name    what messages and checkpoints call the cell
     * @param inputs  I ≥ 1
     * @param units   H ≥ 1; 256 (paper, section 8)
     * @param initial how the two weights begin
     */
    public LstmCell(Layout layout, String name, int inputs, int units, Initializer initial) {
        if (inputs < 1 || units < 1) {
            throw new IllegalArgumentException("LstmCell \"" + name + "\" needs at least one input "
                    + "and one unit, but got I=" + inputs + ", H=" + units + ".");
        }
        this.layout = layout;
        this.name = name;
        this.inputs = inputs;
        this.units = units;
        wx = layout.add(name + ".wx", Shape.of(inputs, 4 * units), initial);
        wh = layout.add(name + ".wh", Shape.of(units, 4 * units), initial);
        bias = layout.add(name + ".bias", Shape.of(4 * units), (values, offset, shape, rng) ->
                java.util.Arrays.fill(values, offset + units, offset + 2 * units, 1));
    }

    /**
     * {@return the states after each step, [T B, 2 H]}
     *
     * @param x     [T B, I]: B sequences, all their first steps first; T = 1 for a single step
     * @param state before the first step, [B, 2 H]
     * @param theta the parameters to run on
     */
    public Tensor forward(Tensor x, Tensor state, Parameters theta) {
        boolean matrices = x.shape().rank() == 2 && state.shape().rank() == 2;
        if (!matrices || x.shape().dim(1) != inputs || state.shape().dim(1) != 2 * units) {
            throw new IllegalArgumentException(this + " expects x of shape [T B, I=" + inputs
                    + "] and a state of shape [B, 2 H=" + 2 * units + "], but got " + x.shape()
                    + " and " + state.shape() + ".");
        }
        return x.lstm(state, theta.get(layout, wx), theta.get(layout, wh), theta.get(layout, bias));
    }

    /**
     * {@return the part of states that the next layer sees, h [R, H]}
     *
     * @param states [R, 2 H]
     */
    public Tensor hidden(Tensor states) {
        if (states.shape().rank() == 2 && states.shape().dim(1) == 2 * units) {
            return states.slice(1, 0, units);
        }
        throw new IllegalArgumentException(this + " expects states of shape [R, 2 H=" + 2 * units
                + "], but got " + states.shape() + ".");
    }

    /** {@return H, the number of cells} */
    public int units() {
        return units;
    }

    /** {@return for example {@code lstm: LstmCell 256 → 256, 525,312 parameters}} */
    @Override public String toString() {
        return name + ": LstmCell " + inputs + " → " + units + ", "
                + Layout.count((inputs + units + 1) * 4 * units);
    }
}
