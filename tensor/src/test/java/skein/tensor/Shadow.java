package skein.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The operations once more, in double precision and without any thought of speed or gradients.
 *
 * @param x     the inputs' elements, one of them perhaps moved a little
 * @param held  the inputs' elements where nothing was moved, for what is held constant
 * @param shape the inputs' shapes
 * @param draw  what else was drawn
 */
record Shadow(double[][] x, double[][] held, Shape[] shape, Draw draw) {
    static Function<Shadow, double[]> each(DoubleUnaryOperator f) {
        return in -> {
            double[] y = new double[in.x[0].length];
            for (int i = 0; i < y.length; i++) y[i] = f.applyAsDouble(in.x[0][i]);
            return y;
        };
    }

    static Function<Shadow, double[]> pairs(DoubleBinaryOperator f) {
        return in -> {
            int[] x = threeExtents(in.shape[0]);
            int[] z = threeExtents(in.shape[1]);
            int[] y = new int[3];
            for (int axis = 0; axis < 3; axis++) y[axis] = x[axis] == 1 ? z[axis] : x[axis];
            double[] result = new double[y[0] * y[1] * y[2]];
            for (int e = 0; e < result.length; e++) {
                result[e] = f.applyAsDouble(in.x[0][place(x, y, e)], in.x[1][place(z, y, e)]);
            }
            return result;
        };
    }

    double[] product() {
        int m = shape[0].dim(0);
        int k = shape[0].dim(1);
        int n = shape[1].dim(1);
        double[] y = new double[m * n];
        for (int r = 0; r < m; r++) {
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < k; i++) y[r * n + j] += x[0][r * k + i] * x[1][i * n + j];
            }
        }
        return y;
    }

    double[] affine() {
        double[] y = product();
        int n = shape[1].dim(1);
        for (int e = 0; e < y.length; e++) y[e] += x[2][e % n];
        return y;
    }

    double[] logSoftmax() {
        int n = shape[0].dim(-1);
        double[] y = new double[x[0].length];
        for (int e = 0; e < y.length; e++) {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += Math.exp(x[0][e / n * n + j]);
            y[e] = Math.log(Math.exp(x[0][e]) / sum);
        }
        return y;
    }

    double[] entropy() {
        int n = shape[0].dim(-1);
        double[] logP = logSoftmax();
        double[] y = new double[logP.length / n];
        for (int e = 0; e < logP.length; e++) y[e / n] -= Math.exp(logP[e]) * logP[e];
        return y;
    }

    double[] pick(int[] index) {
        double[] y = new double[index.length];
        for (int i = 0; i < y.length; i++) y[i] = x[0][i * shape[0].dim(1) + index[i]];
        return y;
    }

    double[] sum() {
        double sum = 0;
        for (double element : x[0]) sum += element;
        return new double[] {sum};
    }

    double[] mean() {
        return new double[] {sum()[0] / x[0].length};
    }

    double[] sum(int axis) {
        int[] from = threeExtents(shape[0]);
        int[] to = from.clone();
        to[axis < 0 ? axis + 3 : axis + 3 - shape[0].rank()] = 1;
        double[] y = new double[to[0] * to[1] * to[2]];
        for (int e = 0; e < x[0].length; e++) y[place(to, from, e)] += x[0][e];
        return y;
    }

    double[] mean(int axis) {
        double[] y = sum(axis);
        for (int e = 0; e < y.length; e++) y[e] /= shape[0].dim(axis);
        return y;
    }

    /** y = held(x) z + x: the gradient of x does not see the product. */
    double[] detached() {
        double[] y = new double[x[0].length];
        for (int i = 0; i < y.length; i++) y[i] = held[0][i] * x[1][i] + x[0][i];
        return y;
    }

    /** Written out: as a loop from the last axis on it makes the JIT of some JDK 25 builds fail. */
    private static int[] threeExtents(Shape shape) {
        int rank = shape.rank();
        return new int[] {rank < 3 ? 1 : shape.dim(-3), rank < 2 ? 1 : shape.dim(-2),
            rank < 1 ? 1 : shape.dim(-1)};
    }

    /** Where in an array with these extents, of which some may be 1, is element e of the larger? */
    private static int place(int[] extents, int[] larger, int e) {
        int i = e / larger[2] / larger[1] % Math.max(1, extents[0]);
        int j = e / larger[2] % larger[1] % extents[1];
        int l = e % larger[2] % extents[2];
        return (i * extents[1] + j) * extents[2] + l;
    }
}
