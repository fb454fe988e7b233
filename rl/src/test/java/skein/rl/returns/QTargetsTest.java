package skein.rl.returns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class QTargetsTest {
    private final Tape tape = new Tape(Kernels.create());
    private final Tensor values = tape.constant(new float[] {4, 8, -2, -6, 10, 20}, 3, 2);
    private final float[] y = new float[3];

    @Test void best_of_4_and_8_is_8_and_a_real_end_is_worth_its_reward() {
        QTargets.oneStep(new float[] {1, 0, 5}, new boolean[] {false, false, true}, values, values,
                0.5, y);
        // 1 + 8/2, 0 − 2/2, 5
        assertArrayEquals(new float[] {5, -1, 5}, y);
    }

    @Test void whoever_chooses_theta_minus_values_it() {
        Tensor chooses = tape.constant(new float[] {1, 0, 0, 1, 7, 7}, 3, 2);
        QTargets.oneStep(new float[] {1, 0, 5}, new boolean[3], chooses, values, 0.5, y);
        // 1 + 4/2, 0 − 6/2, 5 + 10/2: of equals the first
        assertArrayEquals(new float[] {3, -3, 10}, y);
    }
}
