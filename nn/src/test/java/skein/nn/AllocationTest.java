package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.AllocatedBytes;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** A turn of learning, from θ' ← θ to the update of θ, leaves nothing for the collector. */
class AllocationTest {
    private final Layout layout = new Layout();
    private final Linear body = new Linear(layout, "body", 4, 32, Initializer.orthogonal(1));
    private final Linear policy = new Linear(layout, "policy", 32, 2, Initializer.orthogonal(0.01));
    private final Parameters theta = layout.initialize(new SplittableRandom(1));
    private final Parameters dTheta = layout.zeros();
    private final Parameters thetaPrime = layout.zeros().withGradient(dTheta);
    private final Optimizer optimizer = new SharedRmsProp(theta, 0.99, 0.1).learner(1, 2);
    private final GradientClipping clipping = new GradientClipping(0.1);
    private final LinearAnnealing eta = new LinearAnnealing(7e-4, 1000);
    private final Tape tape = new Tape(Kernels.create());
    private final float[] states = {
        1, 0, -1, 2, 3, 0, 1, -2, 0, 2, 2, 1, -3, 1, 0, 1, 2, -1, -2, 0};   // [5, 4]
    private final int[] actions = {0, 1, 1, 0, 1};

    private void turn(int T) {
        dTheta.clear();
        theta.copyTo(thetaPrime);
        tape.clear();
        Tensor x = tape.constant(states, 1 + T % 5, 4);
        Tensor logits = policy.forward(body.forward(x, thetaPrime).tanh(), thetaPrime);
        tape.backward(logits.logSoftmax().pick(actions).sum().neg());
        clipping.clip(dTheta);
        optimizer.update(dTheta, eta.at(T));
    }

    @Test void a_turn_of_learning_allocates_0_bytes_after_warm_up() {
        assertEquals(0, AllocatedBytes.by(() -> {
            for (int T = 0; T < 100; T++) turn(T);
        }));
    }
}
