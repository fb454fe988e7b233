package skein.stress;

import java.util.Arrays;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.nn.MomentumSgd;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.tensor.Shape;

/** A θ for one sample, with so many weights that the loops over it are SIMD code. */
class Weights {
    static final int N = 40;

    private static final Layout LAYOUT = new Layout();

    static {
        LAYOUT.add("theta", Shape.of(N), Initializer.zeros());
    }

    static final Parameters ZEROS = LAYOUT.zeros();
    static final Parameters ONES = LAYOUT.zeros();

    static {
        Arrays.fill(ONES.values(), 1);
    }

    final Parameters theta;

    Weights(MemoryMode mode) {
        theta = LAYOUT.zeros().withMemory(mode);
    }

    /** With α = 0, g = d² = 1 and ε = 3, at η = 2, each step by ones is 2 · 1 / √(1 + 3) = 1. */
    SharedRmsProp unitSteps() {
        return new SharedRmsProp(theta, 0, 3);
    }

    /** θ ← θ − η dθ. */
    Optimizer gradientDescent() {
        return new MomentumSgd(theta, 0, 0, 1);
    }

    static Parameters thetaPrime() {
        return LAYOUT.zeros();
    }

    /**
     * {@return which of these words is true of the values: all are the first number, all are the
     * second, some this and some that, or there is one that is neither; to the last bit}
     */
    static String describe(float[] values, float first, String allFirst, float second,
                           String allSecond, String mixed, String neither) {
        int firsts = 0;
        int seconds = 0;
        for (float value : values) {
            if (same(value, first)) firsts++;
            else if (same(value, second)) seconds++;
        }
        if (firsts + seconds < values.length) return neither;
        if (firsts == values.length) return allFirst;
        return seconds == values.length ? allSecond : mixed;
    }

    private static boolean same(float value, float wanted) {
        return Float.floatToRawIntBits(value) == Float.floatToRawIntBits(wanted);
    }

    /**
     * {@return a copy of the values in which those that are one of these numbers but for 2e-6 of it
     * are that number to the last bit: steps by the roots of vector kernels are good to 1e-6}
     */
    static float[] rounded(float[] values, float... numbers) {
        float[] rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            for (float number : numbers) {
                float error = Math.abs(rounded[i] - number);
                if (error <= 2e-6f * Math.abs(number)) rounded[i] = number;
            }
        }
        return rounded;
    }
}
