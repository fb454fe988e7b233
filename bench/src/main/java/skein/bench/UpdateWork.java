package skein.bench;

import java.util.SplittableRandom;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.tensor.Shape;

/** Shared RMSProp's step on θ and g of N weights, alone: no network, the same gradient always. */
final class UpdateWork {
    private static final double ETA = 1e-9;                  // so small that θ stays where it is
    private static final double ALPHA = 0.99;
    private static final double EPSILON = 0.1;
    private static final int ROW = 128;                      // weights of one input

    /** What all threads share. */
    static final class Shared {
        private final Layout layout = new Layout();
        private final SharedRmsProp inOneMode;               // null if striped
        private final StripedUpdate striped;                 // null if not

        /**
         * θ = 0, g = 0.
         *
         * @param mode    a name of {@link MemoryMode}, or {@code striped}
         * @param weights N ≥ 1
         */
        Shared(String mode, int weights) {
            layout.add("weights", Shape.of(weights), Initializer.zeros());
            Parameters theta = layout.zeros();
            if (mode.equals("striped")) {
                inOneMode = null;
                striped = new StripedUpdate(theta, ALPHA, EPSILON);
            } else {
                inOneMode = new SharedRmsProp(theta.withMemory(named(mode)), ALPHA, EPSILON);
                striped = null;
            }
        }

        private static MemoryMode named(String name) {
            for (MemoryMode mode : MemoryMode.values()) {
                if (mode.toString().equals(name)) return mode;
            }
            throw new IllegalArgumentException("The ways to share θ are fenced, opaque, atomic, "
                    + "locked and striped, but got \"" + name + "\".");
        }

        private Optimizer learner(int i, int of) {
            return striped == null ? inOneMode.learner(i, of) : striped.learner(i, of);
        }
    }

    private final Parameters dTheta;
    private final Optimizer optimizer;

    /**
     * One thread's part, with a random gradient of its own.
     *
     * @param shared θ and g
     * @param zeros  how many rows of the gradient are 0, in percent
     * @param i      which learner, 0 ≤ i &lt; of
     * @param of     how many there are
     */
    UpdateWork(Shared shared, int zeros, int i, int of) {
        dTheta = shared.layout.zeros();
        SplittableRandom rng = new SplittableRandom(i);
        float[] d = dTheta.values();
        boolean zero = false;
        for (int k = 0; k < d.length; k++) {
            if (k % ROW == 0) zero = rng.nextInt(100) < zeros;
            d[k] = zero ? 0 : (float) rng.nextDouble(-0.1, 0.1);
        }
        optimizer = shared.learner(i, of);
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
