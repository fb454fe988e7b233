package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** Three transitions with actions 0, 1, 2, whose errors were 1, −4 and 0.25. */
class PrioritizedReplayTest {
    private static final float[] ERRORS = {1, -4, 0.25f};

    private final SplittableRandom rng = new SplittableRandom(1);
    private final Tape tape = new Tape(Kernels.create());

    private Replay replay(double alpha) {
        Replay replay = new PrioritizedReplay(10, 1, alpha);
        replay.begin(new float[1]);
        for (int a = 0; a < 3; a++) replay.add(a, 0, new float[1], false);
        Minibatch batch = Minibatch.of(3, 1);
        for (int a = 0; a < 3; a++) batch.slots()[a] = a;
        replay.learned(batch, tape.constant(ERRORS, 3));
        return replay;
    }

    /** How often each action is drawn, in batches of a size. */
    private double[] frequencies(Replay replay, int size) {
        Minibatch batch = Minibatch.of(size, 1);
        double[] frequencies = new double[4];
        int batches = 200_000 / size;
        for (int k = 0; k < batches; k++) {
            replay.sample(batch, 1, rng);
            for (int a : batch.a()) frequencies[a] += 1.0 / (batches * size);
        }
        return frequencies;
    }

    @Test void is_drawn_in_proportion_to_the_error_to_the_power_of_alpha() {
        // |e|^½ = 1, 2, ½, of 3.5
        for (int size : new int[] {1, 2, 5}) {
            double[] f = frequencies(replay(0.5), size);
            assertEquals(1 / 3.5, f[0], 0.005);
            assertEquals(2 / 3.5, f[1], 0.005);
            assertEquals(0.5 / 3.5, f[2], 0.005);
        }
    }

    @Test void at_alpha_0_all_are_alike() {
        double[] f = frequencies(replay(0), 1);
        for (int a = 0; a < 3; a++) assertEquals(1 / 3.0, f[a], 0.005);
    }

    @Test void weights_make_up_for_that_as_far_as_beta_says() {
        // P ∝ 1, 4, ¼: (P / P_rarest)^−β, the rarest in the batch being the third
        for (double beta : new double[] {0, 0.5, 1}) {
            Minibatch batch = Minibatch.of(1000, 1);
            replay(1).sample(batch, beta, rng);
            for (int i = 0; i < 1000; i++) {
                double times = new double[] {4, 16, 1}[batch.a()[i]];
                assertEquals(Math.pow(times, -beta), batch.weights()[i], 1e-4);
            }
        }
    }

    @Test void new_transition_has_the_largest_priority_so_far() {
        Replay replay = replay(1);
        replay.add(3, 0, new float[1], false);
        // 1, 4, ¼ and 4 again, of 9.25
        double[] f = frequencies(replay, 1);
        assertEquals(4 / 9.25, f[3], 0.005);
        assertEquals(4 / 9.25, f[1], 0.005);
    }

    @Test void error_of_0_is_drawn_now_and_then() {
        Replay replay = replay(0.6);
        Minibatch batch = Minibatch.of(3, 1);
        for (int a = 0; a < 3; a++) batch.slots()[a] = a;
        replay.learned(batch, tape.constant(new float[3], 3));
        assertEquals(1 / 3.0, frequencies(replay, 1)[0], 0.005);
    }

    @Test void strata_draw_each_of_two_equal_ones_once() {
        Replay replay = new PrioritizedReplay(10, 1, 1);
        replay.begin(new float[1]);
        replay.add(0, 0, new float[1], false);
        replay.add(1, 0, new float[1], false);
        Minibatch batch = Minibatch.of(2, 1);
        for (int k = 0; k < 100; k++) {
            replay.sample(batch, 1, rng);
            assertEquals(1, batch.a()[0] + batch.a()[1]);
        }
    }

    @Test void alpha_that_is_no_exponent_is_refused() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> new PrioritizedReplay(10, 1, bad)).getMessage();
            assertTrue(message.startsWith("alpha must be a number >= 0"), message);
        }
    }

    @Test void error_that_is_not_finite_is_refused() {
        Replay replay = replay(1);
        Tensor infinite = tape.constant(new float[] {Float.POSITIVE_INFINITY}, 1);
        assertThrows(IllegalArgumentException.class,
                () -> replay.learned(Minibatch.of(1, 1), infinite));
    }
}
