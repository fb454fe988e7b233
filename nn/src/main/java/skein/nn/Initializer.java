package skein.nn;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import skein.tensor.Shape;

/** The first values of a parameter. */
@FunctionalInterface
public interface Initializer {
    /**
     * Writes the first values.
     *
     * @param values receives them from {@code offset} on. Modified.
     * @param offset where the parameter begins
     * @param shape  its extents; a weight is [I, O], filters are [O, C, U, V]
     * @param rng    the source of chance
     */
    void fill(float[] values, int offset, Shape shape, RandomGenerator rng);

    /** {@return all 0, as for biases} */
    static Initializer zeros() {
        return (values, offset, shape, rng) ->
                Arrays.fill(values, offset, offset + shape.size(), 0);
    }

    /**
     * {@return uniform in ±1/√I for a weight of I inputs, which keeps the variance of sums bounded}
     *
     * <p>LeCun, Bottou, Orr, Müller, <i>Efficient BackProp</i>, 1998, section 4.6; the factor is
     * that of Torch, with which the paper's networks were written.
     */
    static Initializer uniformFanIn() {
        return (values, offset, shape, rng) -> {
            double bound = 1 / Math.sqrt(fanIn(shape));
            for (int i = 0; i < shape.size(); i++) {
                values[offset + i] = (float) rng.nextDouble(-bound, bound);
            }
        };
    }

    /** How many inputs each output is a sum of: I, or C · U · V. */
    private static int fanIn(Shape shape) {
        return shape.rank() == 4 ? shape.size() / shape.dim(0) : shape.dim(0);
    }

    /**
     * {@return a weight whose rows or columns, whichever are fewer, are orthogonal and of length
     * gain}
     *
     * <p>Saxe, McClelland, Ganguli, <i>Exact solutions to the nonlinear dynamics of learning in
     * deep linear neural networks</i>, 2014: signals keep their length through many layers.
     * Gaussian rows, made orthogonal one after another (modified Gram-Schmidt).
     * Filters [O, C, U, V] are taken as a matrix [O, C · U · V].
     *
     * @param gain the length; √2 before a ReLU, 1 before tanh, small for a policy that begins
     *             uniform
     */
    static Initializer orthogonal(double gain) {
        return (values, offset, shape, rng) -> {
            int rows = shape.dim(0);
            int columns = shape.size() / rows;
            boolean wide = rows <= columns;
            double[][] q = orthonormalRows(Math.min(rows, columns), Math.max(rows, columns), rng);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    values[offset + i * columns + j] = (float) (gain * (wide ? q[i][j] : q[j][i]));
                }
            }
        };
    }

    private static double[][] orthonormalRows(int count, int length, RandomGenerator rng) {
        double[][] q = new double[count][length];
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < length; i++) q[r][i] = rng.nextGaussian();
            for (int p = 0; p < r; p++) addMultiple(q[r], -dot(q[r], q[p]), q[p]);
            double norm = Math.sqrt(dot(q[r], q[r]));
            for (int i = 0; i < length; i++) q[r][i] /= norm;
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void addMultiple(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) a[i] += factor * b[i];
    }
}
