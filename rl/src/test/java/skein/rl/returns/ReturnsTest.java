package skein.rl.returns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;

class ReturnsTest {
    private static float[] discounted(float R, double gamma, float... rewards) {
        float[] returns = new float[rewards.length];
        Returns.discounted(rewards, rewards.length, R, gamma, returns);
        return returns;
    }

    @Test void rewards_1_0_2_at_gamma_one_half_with_bootstrap_8_return_2_5_and_3_and_6() {
        // R_2 = 2 + 8/2 = 6,  R_1 = 0 + 6/2 = 3,  R_0 = 1 + 3/2 = 2.5
        assertArrayEquals(new float[] {2.5f, 3, 6}, discounted(8, 0.5, 1, 0, 2));
    }

    @Test void rewards_before_a_real_end_return_their_discounted_sum() {
        // R_2 = 2,  R_1 = 0 + 2/2 = 1,  R_0 = 1 + 1/2 = 1.5
        assertArrayEquals(new float[] {1.5f, 1, 2}, discounted(0, 0.5, 1, 0, 2));
    }

    @Test void without_a_future_each_reward_is_its_own_return() {
        assertArrayEquals(new float[] {1, 0, 2}, discounted(8, 0, 1, 0, 2));
    }

    /** docs/SHARED-MEMORY.md and docs/RESULTS.md: 1 / (1 − 0.99) = 100. */
    @Test void rewards_of_1_for_ever_return_1_over_1_minus_gamma() {
        float[] ones = new float[3_000];
        Arrays.fill(ones, 1);
        assertEquals(100, discounted(0, 0.99, ones)[0], 1e-3);
        assertEquals(100, discounted(100, 0.99, 1)[0], 1e-5);      // 1 + 0.99 · 100
    }

    @Test void only_the_first_n_elements_are_used_and_written() {
        float[] returns = {9, 9, 9};
        Returns.discounted(new float[] {1, 2, 100}, 2, 4, 1, returns);
        assertArrayEquals(new float[] {7, 6, 9}, returns);
    }

    @Test void discount_outside_0_to_1_is_refused() {
        for (double gamma : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> discounted(0, gamma, 1));
        }
    }

    /** The recorded sequences contain ends; each piece up to an end is a segment of its own. */
    @TestFactory Stream<DynamicTest> equals_the_recorded_returns() {
        List<ReferenceCase> cases = ReferenceCase.load("returns-nstep");
        assertEquals(17, cases.size());
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> {
            float[] rewards = c.get("rewards").floats();
            int[] terminals = c.get("terminals").ints();
            float[] returns = new float[rewards.length];
            for (int from = 0, to; from < rewards.length; from = to) {
                to = from;
                while (to < rewards.length && terminals[to] == 0) to++;
                boolean ended = to < rewards.length;
                if (ended) to++;
                float R = ended ? 0 : c.get("bootstrap").floats()[0];
                float[] piece = discounted(R, c.number("gamma"), Arrays.copyOfRange(rewards, from,
                        to));
                System.arraycopy(piece, 0, returns, from, piece.length);
            }
            c.check("returns", returns);
        }));
    }
}
