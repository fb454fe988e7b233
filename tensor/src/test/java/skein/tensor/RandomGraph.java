package skein.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An expression that chance made: some inputs, then steps that each apply an operation to what is
 * there. A step that does not fit (a shape, a value near a kink or out of the domain) is left out,
 * so that every shorter list of steps, and all smaller numbers in them, are a graph too: that is
 * how a counterexample shrinks.
 *
 * @param shapes of the inputs
 * @param steps  what is done, in order
 * @param seed   of the inputs' values
 */
record RandomGraph(List<List<Integer>> shapes, List<Step> steps, long seed) {
    private static final float NEAR = 0.05f;           // to a kink or a pole
    private static final float LARGE = 8;              // beyond it, differences grow too steep

    /**
     * One step.
     *
     * @param operation which, modulo how many there are
     * @param first     which of the tensors there, counted from the last one back
     * @param second    which other
     * @param detail    an axis, an index, a constant
     */
    record Step(int operation, int first, int second, int detail) {
    }

    /** An operation on two tensors there, or null where it does not fit. */
    private interface Choice {
        Tensor apply(Tensor x, Tensor z, int detail);
    }

    private static final List<Choice> CHOICES = List.of(
            (x, z, d) -> x.tanh(),
            (x, z, d) -> broadcast(x, z) ? x.add(z) : null,
            (x, z, d) -> broadcast(x, z) ? x.mul(z) : null,
            (x, z, d) -> broadcast(x, z) ? x.sub(z) : null,
            (x, z, d) -> broadcast(x, z) && away(z, 0) ? x.div(z) : null,
            (x, z, d) -> broadcast(x, z) && away(x.sub(z), 0) ? x.minimum(z) : null,
            (x, z, d) -> broadcast(x, z) && away(x.sub(z), 0) ? x.maximum(z) : null,
            (x, z, d) -> matrix(x) ? x.matmul(factor(x, z)) : null,
            (x, z, d) -> matrix(x) ? x.affine(factor(x, z), factor(x, z).sum(0)) : null,
            (x, z, d) -> matrix(x) && away(x, 0)
                    ? x.affineOfRelu(factor(x, z), factor(x, z).sum(0)) : null,
            (x, z, d) -> matrix(x) && x.size() > 0 ? convolution(x, z, d) : null,
            (x, z, d) -> matrix(x) && x.size() > 0 ? lstm(x) : null,
            (x, z, d) -> x.scale(d - 2.5f),
            (x, z, d) -> x.shift(d - 2.5f),
            (x, z, d) -> x.neg(),
            (x, z, d) -> away(x, 0) ? x.reciprocal() : null,
            (x, z, d) -> away(x, 0) ? x.abs() : null,
            (x, z, d) -> away(x, 0) ? x.relu() : null,
            (x, z, d) -> x.square(),
            (x, z, d) -> x.square().shift(0.25f).sqrt(),
            (x, z, d) -> x.exp(),
            (x, z, d) -> x.abs().shift(0.5f).log().detach(),
            (x, z, d) -> x.square().shift(0.5f).log(),
            (x, z, d) -> x.sigmoid(),
            (x, z, d) -> x.softplus(),
            (x, z, d) -> away(x, -0.5f) && away(x, 1) ? x.clamp(-0.5f, 1) : null,
            (x, z, d) -> away(x, -0.75f) && away(x, 0.75f) ? x.huber(0.75f) : null,
            (x, z, d) -> x.sum(),
            (x, z, d) -> axes(x) ? x.sum(axis(x, d)) : null,
            (x, z, d) -> x.size() > 0 ? x.mean() : null,
            (x, z, d) -> line(x, d) ? x.mean(axis(x, d)) : null,
            (x, z, d) -> x.size() > 0 && clear(x, x.max()) ? x.max() : null,
            (x, z, d) -> line(x, d) && clear(x, x.max(axis(x, d)).insertAxis(axis(x, d)))
                    ? x.max(axis(x, d)) : null,
            (x, z, d) -> x.size() > 0 ? x.logSumExp() : null,
            (x, z, d) -> line(x, d) ? x.logSumExp(axis(x, d)) : null,
            (x, z, d) -> line(x, axes(x) ? x.shape().rank() - 1 : 0) ? x.softmax() : null,
            (x, z, d) -> line(x, axes(x) ? x.shape().rank() - 1 : 0) ? x.logSoftmax() : null,
            (x, z, d) -> line(x, axes(x) ? x.shape().rank() - 1 : 0) ? x.entropy() : null,
            (x, z, d) -> matrix(x) && x.shape().dim(1) > 0
                    ? x.pick(indices(x.shape().dim(0), x.shape().dim(1), d)) : null,
            (x, z, d) -> axes(x) && x.shape().dim(0) > 0
                    ? x.rows(indices(d, x.shape().dim(0), d)) : null,
            (x, z, d) -> axes(x) ? x.slice(0, Math.min(d / 3, x.shape().dim(0)),
                    x.shape().dim(0)) : null,
            (x, z, d) -> axes(x) && x.shape().equals(z.shape())
                    ? Tensor.concat(axis(x, d), x, z, x) : null,
            (x, z, d) -> x.shape().rank() < 3 && x.shape().equals(z.shape())
                    ? Tensor.stack(d % (x.shape().rank() + 1), x, z) : null,
            (x, z, d) -> matrix(x) ? x.transpose() : null,
            (x, z, d) -> x.shape().rank() == 3 ? x.permute(d % 3, (d + 1) % 3, (d + 2) % 3) : null,
            (x, z, d) -> x.flatten(),
            (x, z, d) -> x.shape().rank() < 3 ? x.insertAxis(d % (x.shape().rank() + 1)) : null,
            (x, z, d) -> x.detach());

    // ---- where an operation fits ------------------------------------------------------------

    private static boolean broadcast(Tensor x, Tensor z) {
        int common = Math.min(x.shape().rank(), z.shape().rank());
        for (int axis = -common; axis < 0; axis++) {
            int m = x.shape().dim(axis);
            int n = z.shape().dim(axis);
            if (m != n && m != 1 && n != 1) return false;
        }
        return true;
    }

    private static boolean matrix(Tensor x) {
        return x.shape().rank() == 2;
    }

    /** What x can be multiplied by: z where it fits, otherwise the transpose of x. */
    private static Tensor factor(Tensor x, Tensor z) {
        return matrix(z) && x.shape().dim(1) == z.shape().dim(0) ? z : x.transpose();
    }

    /** Of x as an image, with z as its filter where it fits, otherwise x itself. */
    private static Tensor convolution(Tensor x, Tensor z, int detail) {
        boolean fits = matrix(z) && z.size() > 0 && z.shape().dim(0) <= x.shape().dim(0)
                && z.shape().dim(1) <= x.shape().dim(1);
        Tensor filter = (fits ? z : x).insertAxis(0).insertAxis(0);
        return x.insertAxis(0).insertAxis(0).conv2d(filter, x.sum().insertAxis(0),
                1 + detail % 2, detail / 2);
    }

    /** A cell that has what x's first row gives it for weights, bias and state. */
    private static Tensor lstm(Tensor x) {
        Tensor w = x.slice(0, 0, 1).transpose();                              // [I, 1]
        Tensor wx = Tensor.concat(1, w, w.neg(), w, w.square());              // [I, 4]
        Tensor wh = wx.slice(0, 0, 1);
        return x.lstm(wh.slice(1, 1, 3), wx, wh, wx.sum(0));
    }

    private static boolean axes(Tensor x) {
        return x.shape().rank() > 0;
    }

    private static int axis(Tensor x, int detail) {
        return detail % x.shape().rank();
    }

    /** Whether there is an axis, and elements along it. */
    private static boolean line(Tensor x, int detail) {
        return axes(x) && x.shape().dim(axis(x, detail)) > 0;
    }

    private static boolean away(Tensor x, float kink) {
        for (float value : x.toArray()) if (Math.abs(value - kink) < NEAR) return false;
        return true;
    }

    /** Whether each maximum is the only one of its line. */
    private static boolean clear(Tensor x, Tensor max) {
        int largest = 0;
        for (float below : x.sub(max).toArray()) if (below > -NEAR) largest++;
        return largest == max.size();
    }

    private static int[] indices(int count, int extent, int detail) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) indices[i] = (i * i + detail) % extent;
        return indices;
    }

    // ---- the graph on a tape ----------------------------------------------------------------

    /** The inputs on a tape, of values that the seed draws; the second one is a parameter's. */
    List<Tensor> inputs(Tape tape) {
        RandomGenerator rng = new SplittableRandom(seed);
        List<Tensor> inputs = new ArrayList<>();
        for (List<Integer> dims : shapes) {
            Shape shape = Shape.of(dims.stream().mapToInt(dim -> dim).toArray());
            float[] values = new float[shape.size() + 1];
            for (int i = 0; i < values.length; i++) values[i] = rng.nextFloat(-1.5f, 1.5f);
            inputs.add(inputs.size() != 1 ? tape.variable(values, shape) : tape.read(
                    Tensor.parameter(shape, values, new float[values.length], 1)));
        }
        return inputs;
    }

    /** All that the steps make of the inputs, the inputs included. */
    List<Tensor> grow(List<Tensor> inputs) {
        List<Tensor> there = new ArrayList<>(inputs);
        for (Step step : steps) {
            Tensor x = there.get(there.size() - 1 - step.first % there.size());
            Tensor z = there.get(there.size() - 1 - step.second % there.size());
            Tensor y = CHOICES.get(step.operation % CHOICES.size()).apply(x, z, step.detail);
            if (y == null || y.size() > 100) continue;
            boolean small = true;
            for (float value : y.toArray()) small &= Math.abs(value) < LARGE;
            if (small) there.add(y);
        }
        return there;
    }

    /** A loss in which every element of all these tensors has its own weight. */
    static Tensor loss(List<Tensor> tensors, long seed) {
        RandomGenerator rng = new SplittableRandom(seed);
        Tensor loss = null;
        for (Tensor y : tensors) {
            float[] weights = new float[y.size()];
            for (int i = 0; i < weights.length; i++) weights[i] = rng.nextFloat(-2, 2);
            Tensor part = y.mul(y.tape.constant(weights, y.shape())).sum();
            loss = loss == null ? part : loss.add(part);
        }
        return loss;
    }
}
