package skein.tensor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tape played once more in double precision, by its operations' definitions; for
 * {@link GradientCheck}. While it is open, gradients of parameters begin at 0; closing it puts back
 * what their owners had there.
 */
final class Shadow implements AutoCloseable {
    private static final double TOLERANCE = 1e-3;

    private final Tensor loss;
    private final Tape tape;
    private final Map<Tensor, double[]> values = new IdentityHashMap<>();
    private final List<Tensor> leaves = new ArrayList<>();         // whose gradients are wanted
    private final Map<Tensor, float[]> before = new IdentityHashMap<>();

    Shadow(Tensor loss) {
        this.loss = loss;
        this.tape = loss.onTape("GradientCheck");
        for (int place = 0; place <= loss.place; place++) {
            Tensor node = tape.node(place);
            see(node);
            for (int i = 0; i < node.inputs(); i++) see(node.input(i));
        }
    }

    Tape tape() {
        return tape;
    }

    private void see(Tensor x) {
        if (values.putIfAbsent(x, doubles(x)) != null || x.operation != null) return;
        if (!x.needsGradient()) return;
        leaves.add(x);
        if (x.tape != null) return;
        before.put(x, x.gradientToArray());
        x.clearGradient();
    }

    static double[] doubles(Tensor x) {
        double[] values = new double[x.size()];
        for (int e = 0; e < values.length; e++) values[e] = x.get(e);
        return values;
    }

    /** The loss. */
    private double play() {
        for (int place = 0; place <= loss.place; place++) {
            Tensor y = tape.node(place);
            if (y.operation == null) continue;
            double[][] x = new double[y.inputs()][];
            for (int i = 0; i < x.length; i++) x[i] = values.get(y.input(i));
            y.operation.define(values.get(y), x, y);
        }
        return values.get(loss)[0];
    }

    /** The gradients that the tape has with differences of the loss. */
    void compare(String head) {
        double largest = largestGradient();
        for (Tensor leaf : leaves) {
            double[] x = values.get(leaf);
            float[] gradient = leaf.gradientToArray();
            for (int e = 0; e < x.length; e++) {
                double numeric = derivative(x, e);
                double allowed = TOLERANCE * Math.max(largest, Math.abs(numeric));
                if (Math.abs(gradient[e] - numeric) <= allowed) continue;
                throw new AssertionError(head + "each operation by itself is right, but the loss's "
                        + "gradient with respect to " + leaf + " (number " + leaf.place
                        + " on the tape), element " + OperationCheck.element(leaf.shape(), e)
                        + " is not: analytic " + gradient[e] + ", numeric " + numeric
                        + OperationCheck.allowed(allowed) + System.lineSeparator() + tape);
            }
        }
    }

    private double derivative(double[] x, int e) {
        double middle = x[e];
        double h = OperationCheck.H * Math.max(1, Math.abs(middle));
        x[e] = middle + h;
        double above = play();
        x[e] = middle - h;
        double below = play();
        x[e] = middle;
        return (above - below) / (2 * h);
    }

    private double largestGradient() {
        double largest = 0;
        for (Tensor x : values.keySet()) {
            for (float d : x.gradientToArray()) largest = Math.max(largest, Math.abs(d));
        }
        return largest;
    }

    @Override public void close() {
        before.forEach((x, gradient) ->
                System.arraycopy(gradient, 0, x.grad, x.offset, gradient.length));
    }
}
