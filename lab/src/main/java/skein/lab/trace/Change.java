package skein.lab.trace;

import skein.nn.Layout;
import skein.nn.Parameters;

/**
 * What an update did to θ.
 *
 * @param norm    ‖Δθ‖ ≥ 0
 * @param largest the parameter that changed most, e.g. {@code policy.bias[1]}
 * @param from    what it was
 * @param to      what it is
 */
record Change(double norm, String largest, float from, float to) {
    private static final double ROUNDING = 1e-4;

    /** From before to what theta is now. */
    static Change of(float[] before, Parameters theta) {
        float[] after = theta.values();
        double squares = 0;
        int most = 0;
        for (int i = 0; i < after.length; i++) {
            double d = (double) after[i] - before[i];
            squares += d * d;
            if (Math.abs(d) > Math.abs((double) after[most] - before[most])) most = i;
        }
        return new Change(Math.sqrt(squares), name(theta.layout(), most), before[most],
                after[most]);
    }

    /**
     * {@return ‖a − b‖ / ‖b‖: about 1e-7 for the same gradient, worked out twice, because vector
     * kernels may add in another order once the JIT compiler has seen to them}
     */
    static double distance(Parameters a, Parameters b) {
        double squares = 0;
        for (int i = 0; i < a.size(); i++) {
            double d = (double) a.values()[i] - b.values()[i];
            squares += d * d;
        }
        return squares == 0 ? 0 : Math.sqrt(squares) / norm(b);
    }

    /**
     * Refuses to explain a learner by numbers that are not its own.
     *
     * @param mine    the gradient that a trace came to
     * @param learner that of the learner
     */
    static void requireSame(Parameters mine, Parameters learner) {
        if (distance(mine, learner) <= ROUNDING) return;
        throw new IllegalStateException("The algorithm came to another gradient than its trace, "
                + "which would not be true: ‖dθ‖ is " + norm(learner) + " instead of "
                + norm(mine) + ". Change the trace as the algorithm was changed.");
    }

    /** ‖θ‖, or ‖dθ‖. */
    static double norm(Parameters parameters) {
        double squares = 0;
        for (float value : parameters.values()) squares += (double) value * value;
        return Math.sqrt(squares);
    }

    /** An element of the flat array, by its parameter and its indices there. */
    static String name(Layout layout, int element) {
        Layout.Entry entry = layout.entries().get(0);
        for (Layout.Entry e : layout.entries()) {
            if (e.offset() <= element) entry = e;
        }
        int rest = element - entry.offset();
        String indices = "";
        for (int axis = entry.shape().rank() - 1; axis >= 0; axis--) {
            int n = entry.shape().dim(axis);
            indices = rest % n + (indices.isEmpty() ? "" : ", ") + indices;
            rest /= n;
        }
        return entry.name() + "[" + indices + "]";
    }

    /** For example: ‖Δθ‖ = 0.0312, most at policy.bias[1]: 0 → 0.0040. */
    @Override public String toString() {
        if (norm == 0) return "θ stays as it is";
        return "‖Δθ‖ = " + TracePage.number(norm) + ", most at " + largest + ": "
                + TracePage.number(from) + " → " + TracePage.number(to);
    }
}
