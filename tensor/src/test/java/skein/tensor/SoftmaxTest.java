package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Logits so large or so far apart that e^x, or the logarithm of a softmax, would fail. */
class SoftmaxTest {
    private static final float LN_2 = (float) Math.log(2);

    private final Tape tape = new Tape(Kernels.create());

    private Tensor logits(float... values) {
        return tape.variable(values, Shape.of(values.length));
    }

    @Test void logits_80_and_minus_80_have_log_probabilities_0_and_minus_160() {
        Tensor logP = logits(80, -80).logSoftmax();         // log(1 + e^−160) = 3e−70: 0
        assertArrayEquals(new float[] {0, -160}, logP.toArray());
    }

    @Test void the_gradient_of_an_impossible_actions_log_probability_is_minus_1_and_1() {
        Tensor x = tape.variable(new float[] {80, -80}, Shape.of(1, 2));
        tape.backward(x.logSoftmax().pick(new int[] {1}).sum());     // e_1 − p,  p = (1, 0)
        assertArrayEquals(new float[] {-1, 1}, x.gradientToArray());
    }

    @Test void the_entropy_of_logits_80_and_minus_80_is_0_and_so_is_its_gradient() {
        Tensor x = logits(80, -80);
        Tensor entropy = x.entropy();
        tape.backward(entropy);
        assertEquals(0, entropy.item(), 1e-30f);
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray(), 1e-30f);
    }

    @Test void equal_logits_have_entropy_ln_2_however_large_they_are() {
        for (float size : new float[] {0, 80, -80, 1e4f, -1e8f, 1e30f, -1e30f}) {
            tape.clear();
            Tensor x = logits(size, size);
            Tensor entropy = x.entropy();
            tape.backward(entropy);
            assertEquals(LN_2, entropy.item(), 1e-6f, "logits " + size);
            assertArrayEquals(new float[2], x.gradientToArray(), 1e-6f, "logits " + size);
            assertArrayEquals(new float[] {-LN_2, -LN_2}, x.logSoftmax().toArray(), 1e-6f,
                    "logits " + size);
        }
    }

    @Test void logits_1e30_apart_give_a_certain_choice_and_finite_gradients() {
        Tensor x = logits(-1e30f, 1e30f, 0);
        Tensor logP = x.logSoftmax();
        Tensor entropy = x.entropy();
        tape.backward(entropy.add(logP.exp().sum()));
        assertArrayEquals(new float[] {-2e30f, 0, -1e30f}, logP.toArray());
        assertEquals(0, entropy.item());
        assertArrayEquals(new float[3], x.gradientToArray());
    }

    @Test void logits_further_apart_than_the_largest_float_have_entropy_0() {
        Tensor x = logits(-3e38f, 3e38f);
        Tensor entropy = x.entropy();
        tape.backward(entropy);
        assertEquals(0, entropy.item());
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray());
    }

    @Test void a_single_logit_is_certain() {
        Tensor x = tape.variable(new float[] {3, -7}, Shape.of(2, 1));
        Tensor logP = x.logSoftmax();
        tape.backward(logP.sum().add(x.entropy().sum()));
        assertArrayEquals(new float[] {0, 0}, logP.toArray());
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray());
    }

    @Test void not_a_number_stays_visible() {
        Tensor x = tape.variable(new float[] {Float.NaN, 1, 2, 3}, Shape.of(2, 2));
        Tensor entropy = x.entropy();
        assertEquals(Float.NaN, entropy.get(0));
        assertEquals(Float.NaN, x.logSoftmax().get(1));
        assertEquals(0.5822f, entropy.get(1), 1e-4f);       // p = 1/(1+e), e/(1+e)
    }
}
