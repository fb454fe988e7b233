package skein.tensor;

import java.util.Arrays;

/**
 * Compares one use of an operation on a tape with its definition: forward with the values, backward
 * with differences of the values. {@link GradientCheck} explains it.
 */
final class OperationCheck {
    static final double H = 1e-5;                      // times |x| where that is above 1
    private static final double TOLERANCE = 1e-5;
    private static final double FLAT = 1e-6;           // of dy: where differences vanish
    private static final double DIGITS = 1e-10;        // of the largest number: what doubles have

    private final Tensor y;
    private final String head;
    private final double[][] x;                        // of each input; one array if it is twice
    private final double[] exact;                      // y by its definition
    private final double[] scale;                      // at which float32 rounds y
    private final double[] dy;                         // 0 if none is wanted

    OperationCheck(Tensor y, String head) {
        this.y = y;
        this.head = head + y + " (number " + y.place + " on the tape) of " + inputs(y) + ", ";
        this.x = new double[y.inputs()][];
        for (int i = 0; i < x.length; i++) {
            int first = firstUse(i);
            x[i] = first < i ? x[first] : Shadow.doubles(y.input(i));
        }
        this.exact = defined();
        this.scale = exact.clone();
        this.dy = new double[exact.length];
        for (int j = 0; y.needsGradient() && j < dy.length; j++) dy[j] = y.grad[j];
    }

    private static String inputs(Tensor y) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < y.inputs(); i++) text.append(i == 0 ? "" : " and ").append(y.input(i));
        return text.toString();
    }

    /** The first place at which the i-th input is used. */
    private int firstUse(int i) {
        int first = 0;
        while (y.input(first) != y.input(i)) first++;
        return first;
    }

    private double[] defined() {
        double[] result = new double[y.size()];
        y.operation.define(result, x, y);
        return result;
    }

    void run() {
        for (int j = 0; j < scale.length; j++) scale[j] = Math.abs(scale[j]);
        Expected[] expected = new Expected[x.length];
        for (int i = 0; i < x.length; i++) {
            if (firstUse(i) == i) expected[i] = measure(i);
        }
        checkForward();
        if (y.needsGradient()) checkBackward(expected);
    }

    /** What backward ought to add to an input's gradient, and the scale of its terms. */
    private record Expected(double[] gradient, double[] scale) {
    }

    private Expected measure(int i) {
        Expected expected = new Expected(new double[x[i].length], new double[x[i].length]);
        for (int e = 0; e < x[i].length; e++) {
            double[] derivative = derivative(i, e);
            for (int j = 0; j < derivative.length; j++) {
                double d = derivative[j];
                if (Double.isNaN(d)) fail("gradient of input " + i + ", element "
                        + element(y.input(i).shape(), e) + ": so near to " + (float) x[i][e]
                        + " it is not defined everywhere. Check farther inside.");
                if (d == 0) continue;
                scale[j] += Math.abs(d * x[i][e]);
                expected.gradient[e] += dy[j] * d;
                expected.scale[e] += Math.abs(dy[j]) * (1 + Math.abs(d));
            }
        }
        return expected;
    }

    /** ∂y_j/∂x_e = (8 (y_j(x_e + h) − y_j(x_e − h)) − (y_j(x_e + 2h) − y_j(x_e − 2h))) / 12h. */
    private double[] derivative(int i, int e) {
        double h = H * Math.max(1, Math.abs(x[i][e]));
        double[] above = moved(i, e, h);
        double[] below = moved(i, e, -h);
        double[] farAbove = moved(i, e, 2 * h);
        double[] farBelow = moved(i, e, -2 * h);
        double[] derivative = new double[above.length];
        for (int j = 0; j < derivative.length; j++) {
            derivative[j] = (8 * (above[j] - below[j]) - (farAbove[j] - farBelow[j])) / (12 * h);
        }
        return derivative;
    }

    private double[] moved(int i, int e, double by) {
        double middle = x[i][e];
        x[i][e] = middle + by;
        double[] result = defined();
        x[i][e] = middle;
        return result;
    }

    /** Once more into an array of NaN, so that an element that is not written shows. */
    private void checkForward() {
        Arrays.fill(y.data, 0, y.size(), Float.NaN);
        y.operation.forward(y);
        double least = Math.max(DIGITS * largestNumber(), Float.MIN_NORMAL);
        for (int j = 0; j < exact.length; j++) {
            double allowed = Math.max(TOLERANCE * scale[j], least);
            if (y.data[j] == exact[j] || Math.abs(y.data[j] - exact[j]) <= allowed) continue;
            fail("element " + element(y.shape(), j) + ": forward gives " + y.data[j]
                    + ", the definition " + exact[j] + allowed(allowed));
        }
    }

    private double largestNumber() {
        double largest = largest(exact);
        for (double[] input : x) largest = Math.max(largest, largest(input));
        return largest;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    private void checkBackward(Expected[] expected) {
        float[][] gradients = new float[x.length][];
        for (int i = 0; i < x.length; i++) {
            Tensor input = y.input(i);
            if (expected[i] == null || !input.needsGradient()) continue;
            gradients[i] = input.grad.clone();
            input.clearGradient();
        }
        try {
            y.operation.backward(y);
            compare(expected, gradients, 1);
            y.operation.backward(y);
            compare(expected, gradients, 2);
        } finally {
            for (int i = 0; i < x.length; i++) {
                if (gradients[i] == null) continue;
                System.arraycopy(gradients[i], 0, y.input(i).grad, 0, gradients[i].length);
            }
        }
    }

    private void compare(Expected[] expected, float[][] before, int runs) {
        double least = Math.max(FLAT * largest(dy), Float.MIN_NORMAL);
        for (int i = 0; i < x.length; i++) {
            if (before[i] == null) continue;
            Tensor input = y.input(i);
            for (int e = 0; e < input.size(); e++) {
                double analytic = input.grad[input.offset + e];
                double numeric = runs * expected[i].gradient[e];
                double allowed = runs * Math.max(TOLERANCE * expected[i].scale[e], least);
                if (Math.abs(analytic - numeric) <= allowed) continue;
                fail("gradient of input " + i + ", element " + element(input.shape(), e)
                        + (runs == 1 ? "" : " after running backward twice")
                        + ": analytic " + analytic + ", numeric " + numeric + allowed(allowed)
                        + (runs == 1 ? kink(i, e) : " Does it add (+=) its share each time?"));
            }
            checkRest(i, before[i]);
        }
    }

    /** What is not the input's gradient, and the input itself, must be as before. */
    private void checkRest(int i, float[] before) {
        Tensor input = y.input(i);
        for (int e = 0; e < before.length; e++) {
            if (e >= input.offset && e < input.offset + input.size()) continue;
            if (input.grad[e] != before[e]) fail("backward wrote outside of input " + i
                    + "'s gradient, at " + (e - input.offset) + ".");
        }
        for (int e = 0; e < input.size(); e++) {
            if (input.get(e) != (float) x[i][e]) fail("input " + i + " was changed at element "
                    + element(input.shape(), e) + ".");
        }
    }

    /** If the slopes on both sides differ, the point has no derivative to compare with. */
    private String kink(int i, int e) {
        double[] above = moved(i, e, H);
        double[] below = moved(i, e, -H);
        double right = 0;
        double left = 0;
        for (int j = 0; j < exact.length; j++) {
            right += dy[j] * (above[j] - exact[j]) / H;
            left += dy[j] * (exact[j] - below[j]) / H;
        }
        if (Math.abs(right - left) < 0.01 * (1e-6 + Math.abs(right) + Math.abs(left))) return "";
        return " The slope is " + (float) left + " below and " + (float) right + " above: if x = "
                + (float) x[i][e] + " is a kink, check elsewhere.";
    }

    static String allowed(double allowed) {
        return ", allowed difference " + (float) allowed + ".";
    }

    /** For example [1, 2]. */
    static String element(Shape shape, int e) {
        int[] index = new int[shape.rank()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = e % shape.dim(axis);
            e /= shape.dim(axis);
        }
        return Arrays.toString(index);
    }

    private void fail(String what) {
        throw new AssertionError(head + what + System.lineSeparator() + y.tape);
    }
}
