package skein.rl.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.NotFiniteException;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class EpsilonGreedyTest {
    private static Tensor q(float... values) {
        return new Tape(Kernels.create()).constant(values, Shape.of(1, values.length));
    }

    @Test void draws_each_action_with_its_probability() {
        int n = 100_000;
        int[] counts = new int[4];
        SplittableRandom rng = new SplittableRandom(5);
        Tensor q = q(-1, 7, 2, 6.9f);
        for (int i = 0; i < n; i++) counts[EpsilonGreedy.sample(q, 0.2, rng)]++;
        double[] p = new double[4];
        EpsilonGreedy.probabilities(q, 0.2, p);
        // 0.2/4 each, and 0.8 more for the best
        assertArrayEquals(new double[] {0.05, 0.85, 0.05, 0.05}, p, 1e-12);
        for (int a = 0; a < 4; a++) {
            assertEquals(n * p[a], counts[a], 5 * Math.sqrt(n * p[a] * (1 - p[a])));
        }
    }

    @Test void epsilon_0_is_greedy_and_takes_the_first_of_equals() {
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) assertEquals(1, EpsilonGreedy.sample(q(0, 3, 3), 0, rng));
    }

    @Test void value_that_is_not_finite_is_refused() {
        assertEquals("The value of an action became NaN.", assertThrows(NotFiniteException.class,
                () -> EpsilonGreedy.greedy(q(0, Float.NaN))).getMessage());
        assertThrows(NotFiniteException.class, () -> EpsilonGreedy.greedy(q(Float.NaN, 0)));
    }

    @Test void epsilon_falls_from_1_with_T_and_stays_at_its_final_value() {
        ExplorationSchedule epsilon = new ExplorationSchedule(0.1, 1000);
        assertEquals(1, epsilon.at(0));
        assertEquals(1 - 0.9 / 4, epsilon.at(250), 1e-12);
        assertEquals(0.55, epsilon.at(500), 1e-12);
        assertEquals(0.1, epsilon.at(1000), 1e-12);
        assertEquals(0.1, epsilon.at(1_000_000), 1e-12);
    }

    @Test void epsilon_may_fall_to_0_in_one_step_or_never() {
        assertEquals(0, new ExplorationSchedule(0, 1).at(1));
        assertEquals(1, new ExplorationSchedule(1, 1).at(1));
    }

    @Test void final_epsilon_is_drawn_from_a_tenth_a_hundredth_and_a_half() {
        int n = 10_000;
        Map<Double, Integer> counts = new HashMap<>();
        SplittableRandom rng = new SplittableRandom(3);
        for (int i = 0; i < n; i++) {
            counts.merge(ExplorationSchedule.draw(10, rng).finalEpsilon(), 1, Integer::sum);
        }
        double bound = 5 * Math.sqrt(n / 4.0);
        assertEquals(3, counts.size());
        assertEquals(0.4 * n, counts.get(0.1), bound);
        assertEquals(0.3 * n, counts.get(0.01), bound);
        assertEquals(0.3 * n, counts.get(0.5), bound);
    }

    @Test void schedules_that_make_no_sense_are_refused() {
        assertEquals("explorationSteps must be at least 1, but got 0.",
                assertThrows(IllegalArgumentException.class,
                        () -> new ExplorationSchedule(0.1, 0)).getMessage());
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals("finalEpsilon must be in [0, 1], but got " + bad + ".",
                    assertThrows(IllegalArgumentException.class,
                            () -> new ExplorationSchedule(bad, 1)).getMessage());
        }
    }
}
