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

    /**
     * {@return what the update that was just made took off one of the parameters, by the averages
     * as they are now; NaN if this rule does not tell}
     *
     * <p>Another thread that has changed a shared average since makes this a little wrong.
     *
     * @param dTheta the gradient of that update
     * @param eta    its learning rate
     * @param i      which parameter
     */
    default double lastStep(Parameters dTheta, double eta, int i) {
        return Double.NaN;
    }

    /**
     * {@return the same rule, and after each of its updates something more is done}
     *
     * @param more what; it is given the same
     */
    default Optimizer andThen(Optimizer more) {
        Optimizer first = this;
        return new Optimizer() {
            @Override public void update(Parameters dTheta, double eta) {
                first.update(dTheta, eta);
                more.update(dTheta, eta);
            }

            @Override public double lastStep(Parameters dTheta, double eta, int i) {
                return first.lastStep(dTheta, eta, i);
            }
        };
    }
}
