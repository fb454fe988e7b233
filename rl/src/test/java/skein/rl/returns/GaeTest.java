package skein.rl.returns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;
import skein.rl.memory.Samples;

class GaeTest {
    private static final float[] REWARDS = {1, 0, 2};
    private static final float[] VALUES = {8, 9, 10};
    private static final float[] THEN = {9, 10, 11};         // as if the episode went on

    private static float[] advantages(double gamma, double lambda, float[] rewards, float[] values,
                                      float[] nextValues, boolean[] last, int worlds) {
        float[] advantages = new float[rewards.length];
        new Gae(gamma, lambda).advantages(rewards, values, nextValues, last, rewards.length, worlds,
                advantages);
        return advantages;
    }

    private static float[] oneWorld(double lambda, float[] nextValues, boolean... last) {
        return advantages(0.5, lambda, REWARDS, VALUES, nextValues, last, 1);
    }

    @Test void deltas_are_weighted_by_powers_of_gamma_lambda() {
        // δ = 1 + 9/2 − 8 = −2.5,  0 + 10/2 − 9 = −4,  2 + 11/2 − 10 = −2.5;  γλ = 1/4
        // A_2 = −2.5,  A_1 = −4 − 2.5/4 = −4.625,  A_0 = −2.5 − 4.625/4 = −3.65625
        assertArrayEquals(new float[] {-3.65625f, -4.625f, -2.5f},
                oneWorld(0.5, THEN, false, false, false));
    }

    @Test void after_a_real_end_nothing_is_expected_and_nothing_is_summed() {
        // δ_1 = 0 + 0 − 9 = −9 = A_1,  A_0 = −2.5 − 9/4 = −4.75;  A_2 is of another episode
        assertArrayEquals(new float[] {-4.75f, -9, -2.5f},
                oneWorld(0.5, new float[] {9, 0, 11}, false, true, false));
    }

    @Test void after_a_time_limit_V_is_expected_but_nothing_is_summed() {
        // δ_1 = 0 + 20/2 − 9 = 1 = A_1,  A_0 = −2.5 + 1/4 = −2.25
        assertArrayEquals(new float[] {-2.25f, 1, -2.5f},
                oneWorld(0.5, new float[] {9, 20, 11}, false, true, false));
    }

    @Test void at_lambda_0_only_the_next_step_counts() {
        assertArrayEquals(new float[] {-2.5f, -4, -2.5f}, oneWorld(0, THEN, new boolean[3]));
    }

    @Test void at_lambda_1_it_is_the_longest_return_less_V() {
        // R_2 = 2 + 11/2 = 7.5,  R_1 = 3.75,  R_0 = 2.875: the returns of A3C
        assertArrayEquals(new float[] {2.875f - 8, 3.75f - 9, 7.5f - 10},
                oneWorld(1, THEN, new boolean[3]));
    }

    @Property void worlds_side_by_side_do_not_touch_each_other(@ForAll @IntRange(min = 1, max = 5)
            int worlds, @ForAll @IntRange(min = 1, max = 9) int steps, @ForAll long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int size = worlds * steps;
        float[][] x = new float[3][size];
        boolean[] last = new boolean[size];
        for (int i = 0; i < size; i++) {
            for (float[] row : x) row[i] = (float) rng.nextGaussian();
            last[i] = rng.nextInt(4) == 0;
        }
        float[] together = advantages(0.9, 0.8, x[0], x[1], x[2], last, worlds);
        for (int n = 0; n < worlds; n++) {
            float[][] own = new float[3][steps];
            boolean[] ownLast = new boolean[steps];
            for (int t = 0; t < steps; t++) {
                for (int k = 0; k < 3; k++) own[k][t] = x[k][t * worlds + n];
                ownLast[t] = last[t * worlds + n];
            }
            float[] alone = advantages(0.9, 0.8, own[0], own[1], own[2], ownLast, 1);
            for (int t = 0; t < steps; t++) assertEquals(alone[t], together[t * worlds + n]);
        }
    }

    @TestFactory Stream<DynamicTest> equals_the_recorded_advantages() {
        List<ReferenceCase> cases = ReferenceCase.load("returns-gae");
        assertEquals(17, cases.size());
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> {
            float[] values = c.get("values").floats();
            int[] terminals = c.get("terminals").ints();
            float[] next = Arrays.copyOfRange(values, 1, values.length + 1);
            next[values.length - 1] = c.get("bootstrap").floats()[0];
            boolean[] last = new boolean[values.length];
            for (int i = 0; i < last.length; i++) {
                last[i] = terminals[i] == 1;
                if (last[i]) next[i] = 0;
            }
            float[] A = advantages(c.number("gamma"), c.number("lambda"),
                    c.get("rewards").floats(), values, next, last, 1);
            c.check("advantages", A);
            for (int i = 0; i < A.length; i++) A[i] += values[i];
            c.check("returns", A);
        }));
    }

    private static float[] standardized(float... advantages) {
        Samples samples = new Samples(advantages.length, 1, 1);
        for (int i = 0; i < advantages.length; i++) {
            samples.add(new float[1], new float[1], 0, 0);
            samples.advantages()[i] = advantages[i];
        }
        Gae.standardize(samples);
        return samples.advantages();
    }

    @Test void advantages_1_3_5_are_minus_1_and_0_and_1_standard_deviations() {
        // mean 3, variance (4 + 0 + 4) / 2 = 4
        assertArrayEquals(new float[] {-1, 0, 1}, standardized(1, 3, 5), 1e-6f);
    }

    @Test void advantages_1_and_3_are_half_the_root_of_2_from_their_mean() {
        // mean 2, variance (1 + 1) / (2 − 1) = 2
        float half = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {-half, half}, standardized(1, 3), 1e-6f);
    }

    @Test void advantages_that_are_all_the_same_become_0() {
        assertArrayEquals(new float[] {0, 0}, standardized(7, 7));
        assertArrayEquals(new float[] {0}, standardized(7));
    }

    @Test void discounts_outside_0_to_1_are_refused_by_name() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            var e = assertThrows(IllegalArgumentException.class, () -> new Gae(wrong, 1));
            assertEquals("gamma must be in [0, 1], but got " + wrong + ".", e.getMessage());
            e = assertThrows(IllegalArgumentException.class, () -> new Gae(1, wrong));
            assertEquals("lambda must be in [0, 1], but got " + wrong + ".", e.getMessage());
        }
    }
}
