package skein.rl.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.nn.NotFiniteException;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class CategoricalTest {
    private static Tensor logits(float... values) {
        return new Tape(Kernels.create()).constant(values, Shape.of(1, values.length));
    }

    /** A generator whose every nextDouble is u. */
    private static RandomGenerator always(double u) {
        return new RandomGenerator() {
            @Override public long nextLong() {
                throw new AssertionError("only nextDouble is asked for");
            }

            @Override public double nextDouble() {
                return u;
            }
        };
    }

    @Test void draws_each_action_with_its_probability() {
        int[] counts = new int[3];
        SplittableRandom rng = new SplittableRandom(5);
        int n = 100_000;
        // softmax of log 1, log 2, log 5 is 1/8, 2/8, 5/8
        Tensor logits = logits(0, (float) Math.log(2), (float) Math.log(5));
        for (int i = 0; i < n; i++) counts[Categorical.sample(logits, rng)]++;
        // five standard deviations of a binomial count are at most 5 √(n/4)
        double bound = 5 * Math.sqrt(n / 4.0);
        assertEquals(n / 8.0, counts[0], bound);
        assertEquals(n / 4.0, counts[1], bound);
        assertEquals(n * 5 / 8.0, counts[2], bound);
    }

    @Test void walks_the_cumulated_probabilities() {
        Tensor logits = logits(0, 0, 0, 0);                  // a quarter each
        int[] drawn = {Categorical.sample(logits, always(0)), Categorical.sample(logits,
                always(0.24)),
            Categorical.sample(logits, always(0.26)), Categorical.sample(logits, always(0.99))};
        assertArrayEquals(new int[] {0, 0, 1, 3}, drawn);
    }

    @Test void so_it_does_for_one_state_of_several() {
        Tensor logits = new Tape(Kernels.create()).constant(new float[12], Shape.of(3, 4));
        assertEquals(0, Categorical.sample(logits, 1, always(0.24)));
        assertEquals(1, Categorical.sample(logits, 1, always(0.26)));
        assertEquals(2, Categorical.sample(logits, 1, always(0.74)));
    }

    @Test void of_several_states_only_the_logits_of_the_one_asked_for_count() {
        Tensor logits = new Tape(Kernels.create()).constant(
                new float[] {1000, 0, 0, 0, 1000, 0, -1000, -1000, 0}, Shape.of(3, 3));
        for (double u : new double[] {0, 0.5, Math.nextDown(1.0)}) {
            for (int row = 0; row < 3; row++) {
                assertEquals(row, Categorical.sample(logits, row, always(u)));
            }
        }
    }

    @Test void never_draws_an_action_of_probability_zero() {
        Tensor logits = logits(-1000, 0, -1000);
        assertEquals(1, Categorical.sample(logits, always(0)));
        assertEquals(1, Categorical.sample(logits, always(Math.nextDown(1.0))));
    }

    @Test void where_rounding_leaves_something_it_is_the_last_action_that_is_possible() {
        assertEquals(1, Categorical.sample(logits(0, 0, -1000), always(1)));
        Tensor rows = new Tape(Kernels.create()).constant(new float[6], Shape.of(3, 2));
        assertEquals(1, Categorical.sample(rows, 0, always(1)));
    }

    @Test void probabilities_add_up_to_1_however_large_the_logits_are() {
        double[] p = new double[3];
        Categorical.probabilities(logits(1000, 1000, -1000), p);
        assertArrayEquals(new double[] {0.5, 0.5, 0}, p);
        // softmax of log 1, log 2, log 5
        Categorical.probabilities(logits(0, (float) Math.log(2), (float) Math.log(5)), p);
        assertArrayEquals(new double[] {0.125, 0.25, 0.625}, p, 1e-7);
    }

    @Test void greedy_is_the_largest_and_the_first_of_equals() {
        assertEquals(2, Categorical.greedy(logits(-80, 0, 80)));
        assertEquals(1, Categorical.greedy(logits(0, 3, 3)));
    }

    @Test void refuses_logits_that_are_not_finite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY}) {
            var e = assertThrows(NotFiniteException.class,
                    () -> Categorical.sample(logits(0, bad), new SplittableRandom(1)));
            assertTrue(e.getMessage().contains("logit"), e.getMessage());
            assertThrows(NotFiniteException.class, () -> Categorical.greedy(logits(bad, 0)));
        }
    }

    @Test void log_probability_of_one_action_in_one_state() {
        // softmax of log 1, log 3 is ¼, ¾; e^(−160) underflows, its logarithm does not
        float[] logits = {5, 5, 0, (float) Math.log(3), 80, -80};
        assertEquals(Math.log(0.5), Categorical.logProbability(logits, 0, 2, 1), 1e-6);
        assertEquals(Math.log(0.25), Categorical.logProbability(logits, 1, 2, 0), 1e-6);
        assertEquals(Math.log(0.75), Categorical.logProbability(logits, 1, 2, 1), 1e-6);
        assertEquals(-160, Categorical.logProbability(logits, 2, 2, 1), 1e-5);
        // beside a logit of 1000, which is another state's, e^(0 − 1000) would be 0
        assertEquals(Math.log(0.5),
                Categorical.logProbability(new float[] {1000, 0, 0, 0}, 1, 2, 0), 1e-6);
    }
}
