package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.tensor.Shape;

/** The rule, in one thread; {@link SharedRmsPropRaceTest} is about several. */
class SharedRmsPropTest {
    private static Layout layout(int size) {
        Layout layout = new Layout();
        layout.add("theta", Shape.of(size), Initializer.zeros());
        return layout;
    }

    private static Parameters of(Layout layout, float... values) {
        Parameters parameters = layout.zeros();
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        return parameters;
    }

    @Test void two_learners_share_g_worked_by_hand() {
        Layout layout = layout(1);
        Parameters theta = of(layout, 10);
        SharedRmsProp rule = new SharedRmsProp(theta, 0.5, 7);
        Optimizer first = rule.learner(0, 2);
        Optimizer second = rule.learner(1, 2);

        first.update(of(layout, 2), 3);       // g = 4/2 = 2,        θ = 10 − 3·2/√(2 + 7) = 8
        assertEquals(2, rule.g()[0]);
        assertEquals(8, theta.values()[0]);
        second.update(of(layout, 4), 3);      // g = 2/2 + 16/2 = 9, θ = 8 − 3·4/√(9 + 7) = 5
        assertEquals(9, rule.g()[0]);
        assertEquals(5, theta.values()[0]);
        first.update(of(layout, -1), 5);      // g = 9/2 + 1/2 = 5,  θ = 5 + 5·1/√(5 + 7)
        assertEquals(5, rule.g()[0]);
        assertEquals(5 + 5 / Math.sqrt(12), theta.values()[0], 1e-6);
    }

    @Test void epsilon_stands_inside_the_root_so_a_gradient_of_0_001_makes_a_step_of_0_00316() {
        Layout layout = layout(1);
        Parameters theta = layout.zeros();
        new SharedRmsProp(theta, 0.99, 0.1).learner(0, 1).update(of(layout, 0.001f), 1);
        // g = 0.01 · 1e−6 = 1e−8;  0.001 / √(1e−8 + 0.1) = 0.0031623, outside it would be 0.00999
        assertEquals(-0.0031623f, theta.values()[0], 1e-7f);
    }

    @Test void it_goes_against_the_gradient() {
        Layout layout = layout(2);
        Parameters theta = layout.zeros();
        new SharedRmsProp(theta, 0.99, 0.1).learner(0, 1).update(of(layout, 1, -1), 0.01);
        assertEquals(-theta.values()[0], theta.values()[1]);
        assertEquals(-0.01 / Math.sqrt(0.11), theta.values()[0], 1e-7);
    }

    /** docs/SHARED-MEMORY.md: η / √(1 − α) is 0.1 / √0.01 = 1 here. */
    @ParameterizedTest @EnumSource(MemoryMode.class)
    void no_step_is_longer_than_eta_over_the_root_of_1_minus_alpha(MemoryMode mode) {
        Layout layout = layout(1);
        for (float d = 1e-6f; d < 1e15f; d *= 10) {
            for (float others : new float[] {0, 1, 1e6f}) {
                Parameters theta = layout.zeros().withMemory(mode);
                SharedRmsProp rule = new SharedRmsProp(theta, 0.99, 0.01);
                rule.g()[0] = others;                        // what their squares have left
                rule.learner(0, 1).update(of(layout, d), 0.1);
                assertTrue(theta.values()[0] >= -1.00001f, d + " after " + others);
                if (d > 1e5 && others == 0) assertEquals(-1, theta.values()[0], 1e-5f);
            }
        }
    }

    @Test void g_decays_but_theta_rests_where_the_gradient_is_0() {
        Layout layout = layout(1);
        Parameters theta = of(layout, 3);
        SharedRmsProp rule = new SharedRmsProp(theta, 0.5, 0.1);
        rule.g()[0] = 8;
        rule.learner(0, 1).update(layout.zeros(), 1);
        assertEquals(4, rule.g()[0]);
        assertEquals(3, theta.values()[0]);
    }

    @Test void at_learning_rate_0_theta_rests_but_g_learns() {
        Layout layout = layout(1);
        Parameters theta = of(layout, 3);
        SharedRmsProp rule = new SharedRmsProp(theta, 0.5, 0.1);
        rule.learner(0, 1).update(of(layout, 2), 0);
        assertEquals(3, theta.values()[0]);
        assertEquals(2, rule.g()[0]);
    }

    @Test void the_gradient_is_not_modified() {
        Layout layout = layout(3);
        Parameters d = of(layout, 1, -2, 3);
        new SharedRmsProp(layout.zeros(), 0.99, 0.1).learner(1, 3).update(d, 0.1);
        assertArrayEquals(new float[] {1, -2, 3}, d.values());
    }

    @Test void learners_begin_their_passes_at_equal_distances() {
        Parameters theta = layout(10).zeros();
        for (int i = 0; i < 5; i++) assertEquals(2 * i, Checks.start(theta, i, 5));
    }

    @Test void one_step_is_at_most_eta_over_the_root_of_1_minus_alpha() {
        Layout layout = layout(6);
        Parameters theta = layout.zeros();
        SharedRmsProp rule = new SharedRmsProp(theta, 0.99, 1e-8);
        rule.learner(0, 1).update(of(layout, 1e18f, -1e6f, 40, 1, 1e-3f, -1e-18f), 0.001);
        for (float value : theta.values()) assertEquals(0, value, 0.01 * (1 + 1e-5));
    }

    @Test void gradient_of_another_network_and_a_learning_rate_of_NaN_are_refused() {
        Layout layout = layout(2);
        Parameters theta = of(layout, 3, 4);
        Optimizer learner = new SharedRmsProp(theta, 0.99, 0.1).learner(0, 1);
        assertThrows(IllegalArgumentException.class,
                () -> learner.update(of(layout(3), 1, 1, 1), 1));
        assertThrows(IllegalArgumentException.class,
                () -> learner.update(of(layout, 1, 1), Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> learner.update(of(layout, 1, 1), -0.1));
        assertArrayEquals(new float[] {3, 4}, theta.values());
    }

    @Test void wherever_a_learner_starts_the_update_is_the_same() {
        for (int size : new int[] {0, 1, 2, 7, 64, 65}) {
            float[] alone = afterThreeUpdates(size, 0, 1);
            for (int of : new int[] {2, 3, 5, 16, 100}) {
                for (int i = 0; i < of; i++) {
                    assertArrayEquals(alone, afterThreeUpdates(size, i, of), i + " of " + of);
                }
            }
        }
    }

    private static float[] afterThreeUpdates(int size, int i, int of) {
        SplittableRandom rng = new SplittableRandom(3);
        Layout layout = layout(size);
        Parameters theta = layout.zeros();
        Parameters d = layout.zeros();
        SharedRmsProp rule = new SharedRmsProp(theta, 0.9, 0.01);
        Optimizer learner = rule.learner(i, of);
        for (int k = 0; k < 3; k++) {
            for (int e = 0; e < size; e++) d.values()[e] = rng.nextFloat(-1, 1);
            learner.update(d, 0.1);
        }
        float[] both = Arrays.copyOf(theta.values(), 2 * size);
        System.arraycopy(rule.g(), 0, both, size, size);
        return both;
    }

    @Test void alpha_outside_0_to_1_and_epsilon_that_is_not_a_positive_number_are_refused() {
        Parameters theta = layout(1).zeros();
        for (double alpha : new double[] {-0.01, 1, 1 - 1e-11, 1.5, Double.NaN}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new SharedRmsProp(theta, alpha, 0.1));
            assertEquals("alpha must be in [0, 1), but got " + alpha + ".", e.getMessage());
        }
        for (double epsilon : new double[] {0, 1e-50, -0.1, Double.NaN, 1e50}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new SharedRmsProp(theta, 0.99, epsilon));
            assertEquals("epsilon must be a number > 0, but got " + epsilon + ".", e.getMessage());
        }
    }

    @Test void a_learner_that_is_not_one_of_them_is_refused() {
        SharedRmsProp rule = new SharedRmsProp(layout(1).zeros(), 0.99, 0.1);
        var e = assertThrows(IllegalArgumentException.class, () -> rule.learner(2, 2));
        assertEquals("There is no learner 2 of 2.", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> rule.learner(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> rule.learner(0, 0));
    }
}
