package skein.nn;

/** A thread's way of applying its gradient to the shared parameters. */
@FunctionalInterface
public interface Optimizer {
    /**
     * Moves the shared parameters against a gradient.
     *
     * @param dTheta the gradient of a loss that is to fall. Not modified.
     * @param eta    the learning rate, ≥ 0
     */
    void update(Parameters dTheta, double eta);
}
