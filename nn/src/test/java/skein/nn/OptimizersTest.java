package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import skein.tensor.Shape;

/** Momentum, RMSProp per thread and Adam, worked by hand; {@link RecordedUpdatesTest} has more. */
class OptimizersTest {
    private final Layout layout = new Layout();
    private final Parameters theta;

    OptimizersTest() {
        layout.add("theta", Shape.of(1), Initializer.zeros());
        theta = of(10);
    }

    private Parameters of(float value) {
        Parameters parameters = layout.zeros();
        parameters.values()[0] = value;
        return parameters;
    }

    @Test void momentum_is_a_mean_and_each_learner_has_its_own() {
        Optimizer first = new MomentumSgd(theta, 0.5, 0, 2);
        Optimizer second = new MomentumSgd(theta, 0.5, 1, 2);
        first.update(of(4), 1);               // m = 4/2 = 2,           θ = 10 − 2 = 8
        assertEquals(8, theta.values()[0]);
        second.update(of(8), 0.5);            // its m = 8/2 = 4,       θ = 8 − 4/2 = 6
        assertEquals(6, theta.values()[0]);
        first.update(of(-2), 1);              // m = 2/2 − 2/2 = 0,     θ = 6
        assertEquals(6, theta.values()[0]);
        second.update(of(0), 1);              // its m = 4/2 = 2,       θ = 6 − 2 = 4
        assertEquals(4, theta.values()[0]);
    }

    @Test void momentum_of_alpha_0_is_gradient_descent() {
        new MomentumSgd(theta, 0, 0, 1).update(of(3), 0.5);
        assertEquals(10 - 1.5f, theta.values()[0]);
    }

    @Test void two_learners_of_RmsProp_do_not_share_g() {
        Optimizer first = new RmsProp(theta, 0.5, 7, 0, 2);
        Optimizer second = new RmsProp(theta, 0.5, 8, 1, 2);
        first.update(of(2), 3);               // g = 4/2 = 2,           θ = 10 − 3·2/√(2 + 7) = 8
        assertEquals(8, theta.values()[0]);
        second.update(of(4), 4);              // its g = 16/2 = 8,      θ = 8 − 4·4/√(8 + 8) = 4
        assertEquals(4, theta.values()[0]);
    }

    @Test void what_is_done_after_an_update_comes_after_it_and_hides_nothing() {
        float[] seen = new float[1];
        Optimizer optimizer = new MomentumSgd(theta, 0, 0, 1)
                .andThen((dTheta, eta) -> seen[0] = theta.values()[0]);
        optimizer.update(of(3), 2);           // θ = 10 − 2·3
        assertEquals(4, seen[0]);
        assertEquals(6, optimizer.lastStep(of(3), 2, 0));
    }

    @Test void the_first_step_of_adam_is_eta_whatever_the_gradient_and_so_is_the_second_alike() {
        Optimizer adam = new Adam(theta, 0.9, 0.999, 1e-8);
        adam.update(of(1e-3f), 1);            // m̂ = d, v̂ = d²:         θ = 10 − 1
        assertEquals(9, theta.values()[0], 1e-4);
        adam.update(of(1e-3f), 2);            // again m̂ = d, v̂ = d²:   θ = 9 − 2
        assertEquals(7, theta.values()[0], 1e-4);
    }

    @Test void the_epsilon_of_adam_stands_outside_the_root() {
        new Adam(theta, 0.5, 0.5, 3).update(of(1), 8);      // 8 · 1 / (√1 + 3) = 2
        assertEquals(8, theta.values()[0], 1e-6);
    }

    @Test void the_gradient_is_not_modified() {
        Parameters d = of(3);
        new MomentumSgd(theta, 0.9, 0, 1).update(d, 1);
        new RmsProp(theta, 0.9, 0.1, 0, 1).update(d, 1);
        new Adam(theta, 0.9, 0.9, 0.1).update(d, 1);
        assertArrayEquals(new float[] {3}, d.values());
    }

    @Test void what_no_rule_can_have_is_refused() {
        refused("alpha must be in [0, 1), but got 1.0.", () -> new MomentumSgd(theta, 1, 0, 1));
        refused("alpha must be in [0, 1), but got -0.5.",
                () -> new RmsProp(theta, -0.5, 0.1, 0, 1));
        refused("beta1 must be in [0, 1), but got 1.5.", () -> new Adam(theta, 1.5, 0.9, 1e-8));
        refused("beta2 must be in [0, 1), but got NaN.",
                () -> new Adam(theta, 0.9, Double.NaN, 1e-8));
        refused("epsilon must be a number > 0, but got 0.0.",
                () -> new Adam(theta, 0.9, 0.999, 0));
        refused("Adam knows no memory mode but fenced, but theta is locked.",
                () -> new Adam(theta.withMemory(MemoryMode.LOCKED), 0.9, 0.999, 1e-8));
        refused("There is no learner 3 of 2.", () -> new MomentumSgd(theta, 0.9, 3, 2));
        refused("eta must be >= 0, but got -1.0.",
                () -> new MomentumSgd(theta, 0.9, 0, 1).update(of(1), -1));
        refused("eta must be >= 0, but got NaN.",
                () -> new Adam(theta, 0.9, 0.999, 1e-8).update(of(1), Double.NaN));
        assertEquals(10, theta.values()[0]);
    }

    private static void refused(String sentence, org.junit.jupiter.api.function.Executable what) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, what).getMessage());
    }
}
