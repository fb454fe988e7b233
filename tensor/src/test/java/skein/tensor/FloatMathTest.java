package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** e^x and its relatives against {@link Math}, at 4 million floats of all sizes. */
class FloatMathTest {
    private static final double ULPS = 0.51;         // 0.5 is the rounding of the true value

    @FunctionalInterface
    private interface Function {
        float of(float x);
    }

    @Test void exp_is_rounded_from_e_to_the_x() {
        everywhere(FloatMath::exp, Math::exp);
    }

    @Test void sigmoid_is_rounded_from_1_over_1_plus_e_to_the_minus_x() {
        everywhere(FloatMath::sigmoid, x -> 1 / (1 + Math.exp(-x)));
    }

    @Test void tanh_is_rounded_from_the_hyperbolic_tangent() {
        everywhere(FloatMath::tanh, Math::tanh);
    }

    @Test void at_0_all_are_exact() {
        assertEquals(1, FloatMath.exp(0));
        assertEquals(1, FloatMath.wideExp(0));
        assertEquals(0.5f, FloatMath.sigmoid(0));
        assertEquals(0, FloatMath.tanh(0));
    }

    @Test void at_the_ends_all_are_what_they_tend_to() {
        for (float x : new float[] {161, 1e30f, Float.POSITIVE_INFINITY}) {
            assertEquals(Float.POSITIVE_INFINITY, FloatMath.exp(x));
            assertEquals(0, FloatMath.exp(-x));
            assertEquals(1, FloatMath.sigmoid(x));
            assertEquals(0, FloatMath.sigmoid(-x));
            assertEquals(1, FloatMath.tanh(x));
            assertEquals(-1, FloatMath.tanh(-x));
        }
    }

    @Test void not_a_number_stays_visible() {
        assertEquals(Float.NaN, FloatMath.exp(Float.NaN));
        assertEquals(Double.NaN, FloatMath.wideExp(Float.NaN));
        assertEquals(Float.NaN, FloatMath.sigmoid(Float.NaN));
        assertEquals(Float.NaN, FloatMath.tanh(Float.NaN));
    }

    @Test void a_gate_is_open_from_the_least_float_above_0_on() {
        for (float dy : new float[] {0, 1e-45f, -1, 4e31f, -4e31f}) {
            for (float gate : new float[] {Float.MIN_VALUE, 1e-30f, 1, Float.MAX_VALUE}) {
                assertEquals(dy, FloatMath.through(gate, dy));
            }
            assertEquals(0, FloatMath.through(0, dy), 0);
        }
        assertEquals(Float.POSITIVE_INFINITY, FloatMath.through(1e-37f, Float.POSITIVE_INFINITY));
        assertEquals(0, FloatMath.through(0, Float.POSITIVE_INFINITY), 0);
        assertEquals(0, FloatMath.through(0, Float.NEGATIVE_INFINITY), 0);
        assertEquals(Float.NaN, FloatMath.through(0, Float.NaN));
    }

    @Test void wide_exp_has_nine_digits() {
        for (float x = -159.9f; x < 160; x += 0.01f) {
            assertEquals(1, FloatMath.wideExp(x) / Math.exp(x), 3e-10, "x = " + x);
        }
    }

    /** Every 1009th float: infinities, NaNs, neighbors of both zeros, subnormal ones among them. */
    private static void everywhere(Function function, DoubleUnaryOperator exact) {
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += 1009) {
            float x = Float.intBitsToFloat((int) bits);
            float y = function.of(x);
            double expected = exact.applyAsDouble(x);
            if (y == (float) expected || Double.isNaN(expected) && Float.isNaN(y)) continue;
            double error = Math.abs(y - expected) / Math.ulp((float) expected);
            if (!(error <= ULPS)) assertEquals(expected, y, "x = " + x);
        }
    }
}
