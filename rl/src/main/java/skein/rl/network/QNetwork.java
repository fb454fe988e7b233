package skein.rl.network;

import java.util.Locale;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.Parameters;
import skein.tensor.Tensor;

/**
 * The definition of a network with a head for the value of each action, Q(s, a; θ), on a trunk.
 *
 * <p>The dueling head (Wang et al. 2016) makes it of two, of V and of the advantages A. Something
 * has to be taken off, because V and A cannot be told from Q alone: the mean, Q = V + A − mean_a A
 * (equation 9), or the maximum, Q = V + A − max_a A (equation 8), with which V is what the best
 * action is worth.
 */
public final class QNetwork {
    private final Trunk trunk;
    private final int actions;
    private final Linear q;                  // [H, A]: Q itself, or the advantages A
    private final Linear value;              // [H, 1]: V; null without dueling
    private final boolean byMax;

    private QNetwork(Trunk trunk, int actions, boolean dueling, boolean byMax) {
        this.trunk = trunk;
        this.actions = actions;
        this.byMax = byMax;
        Layout layout = trunk.layout();
        q = new Linear(layout, dueling ? "advantage" : "q", trunk.outputs(), actions,
                Initializer.orthogonal(1));
        value = dueling ? new Linear(layout, "value", trunk.outputs(), 1,
                Initializer.orthogonal(1)) : null;
    }

    /**
     * Puts a linear head {@code q} on a trunk; orthogonal initialization.
     *
     * @param trunk   its layout is modified
     * @param actions A, number of actions, ≥ 1
     */
    public QNetwork(Trunk trunk, int actions) {
        this(trunk, actions, false, false);
    }

    /**
     * {@return the same with a dueling head: {@code advantage} and {@code value}}
     *
     * @param trunk   its layout is modified
     * @param actions A, number of actions, ≥ 1
     */
    public static QNetwork dueling(Trunk trunk, int actions) {
        return new QNetwork(trunk, actions, true, false);
    }

    /**
     * {@return the same, but the maximum of the advantages is taken off instead of their mean}
     *
     * @param trunk   its layout is modified
     * @param actions A, number of actions, ≥ 1
     */
    public static QNetwork duelingByMax(Trunk trunk, int actions) {
        return new QNetwork(trunk, actions, true, true);
    }

    /**
     * {@return Q(s, ·), [B, A]}
     *
     * @param h     what comes out of the trunk, [B, H]
     * @param theta the parameters to run on
     */
    public Tensor values(Tensor h, Parameters theta) {
        Tensor a = q.forward(h, theta);                                       // [B, A]
        if (value == null) return a;
        Tensor off = byMax ? a.max(1) : a.mean(1);                            // [B]
        return a.sub(off.insertAxis(1)).add(value.forward(h, theta));         // + V [B, 1]
    }

    /** {@return all but the head} */
    public Trunk trunk() {
        return trunk;
    }

    /** {@return names and shapes of all parameters} */
    public Layout layout() {
        return trunk.layout();
    }

    /** {@return the number of floats in an observation} */
    public int observationSize() {
        return trunk.input().size();
    }

    /** {@return A, the number of actions} */
    public int actions() {
        return actions;
    }

    /** {@return all layers in one word, e.g. {@code 4-128-2}, dueling {@code 4-128-(1+2)}} */
    public String layers() {
        return trunk.title() + (value == null ? "-" + actions : "-(1+" + actions + ")");
    }

    /** {@return a line for each layer, and the number of parameters} */
    @Override public String toString() {
        return String.format(Locale.ROOT, "%s\n%s\n%s%,d parameters", trunk, q,
                value == null ? "" : value + "\n", layout().size());
    }
}
