package skein.bench;

import java.util.SplittableRandom;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.tensor.Shape;

/** Shared RMSProp's step on θ and g of N weights, alone: no network, the same gradient always. */
final class UpdateWork {
    private static final double ETA = 1e-9;                  // so small that θ stays where it is

    private final Parameters dTheta;
    private final Optimizer optimizer;

    /**
     * θ = 0, g = 0, and a random gradient.
     *
     * @param weights N ≥ 1
     */
    UpdateWork(int weights) {
        Layout layout = new Layout();
        layout.add("weights", Shape.of(weights), Initializer.zeros());
        dTheta = layout.zeros();
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < weights; i++) dTheta.values()[i] = (float) rng.nextDouble(-0.1, 0.1);
        optimizer = new SharedRmsProp(layout.zeros(), 0.99, 0.1).learner(0, 1);
    }

    /** θ and g, one step on. */
    void step() {
        optimizer.update(dTheta, ETA);
    }

    /** {@return N} */
    int weights() {
        return dTheta.size();
    }
}
