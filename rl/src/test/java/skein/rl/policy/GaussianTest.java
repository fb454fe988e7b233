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

class GaussianTest {
    private static Tensor row(float... values) {
        return new Tape(Kernels.create()).constant(values, Shape.of(1, values.length));
    }

    @Test void draws_have_the_mean_and_the_variance_of_the_policy() {
        SplittableRandom rng = new SplittableRandom(5);
        Tensor mean = row(3, -1);
        Tensor variance = row(4);
        float[] a = new float[2];
        int n = 100_000;
        double[] sum = new double[2];
        double[] squares = new double[2];
        double product = 0;
        for (int i = 0; i < n; i++) {
            Gaussian.sample(mean, variance, rng, a);
            double[] e = {a[0] - 3, a[1] + 1};
            for (int k = 0; k < 2; k++) {
                sum[k] += e[k];
                squares[k] += e[k] * e[k];
            }
            product += e[0] * e[1];
        }
        // five standard deviations: 5 · 2/√n = 0.032 of the mean, 5 · 4√2/√n = 0.09 of the variance
        for (int k = 0; k < 2; k++) {
            assertEquals(0, sum[k] / n, 0.032);
            assertEquals(4, squares[k] / n, 0.09);
        }
        assertEquals(0, product / n, 0.064);                 // dimensions are independent
    }

    @Test void deviation_is_the_root_of_the_variance() {
        RandomGenerator one = new RandomGenerator() {
            @Override public long nextLong() {
                throw new AssertionError("only nextGaussian is asked for");
            }

            @Override public double nextGaussian() {
                return 1;
            }
        };
        assertArrayEquals(new float[] {1 + 3, -2 + 3},
                Gaussian.sample(row(1, -2), row(9), one, new float[2]), 1e-6f);
    }

    @Test void greedy_is_the_mean_and_draws_nothing() {
        assertArrayEquals(new float[] {0.5f, -7}, Gaussian.greedy(row(0.5f, -7), new float[2]));
    }

    @Test void refuses_mean_and_variance_that_are_not_finite() {
        var e = assertThrows(NotFiniteException.class, () -> Gaussian.sample(
                row(0, Float.NaN), row(1), new SplittableRandom(1), new float[2]));
        assertTrue(e.getMessage().contains("mean"), e.getMessage());
        e = assertThrows(NotFiniteException.class, () -> Gaussian.sample(row(0),
                row(Float.POSITIVE_INFINITY), new SplittableRandom(1), new float[1]));
        assertTrue(e.getMessage().contains("variance"), e.getMessage());
    }
}
