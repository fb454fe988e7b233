package skein.rl.telemetry;

import java.util.function.DoubleSupplier;
import skein.nn.GradientClipping;
import skein.rl.loss.LossFigures;

/**
 * What a learner itself can tell of its last update. What it does not have is null, and its figures
 * are NaN.
 *
 * @param clipping    how long its gradient was
 * @param loss        what its loss saw
 * @param exploration ε at present; from any thread
 */
public record Sources(GradientClipping clipping, LossFigures loss, DoubleSupplier exploration) {
    /** Of a learner that tells nothing. */
    public static final Sources NONE = new Sources(null, null, null);

    /** {@return the mean entropy of its policies in the last update, nats, or NaN; any thread} */
    public double entropy() {
        return loss == null ? Double.NaN : loss.entropy();
    }
}
