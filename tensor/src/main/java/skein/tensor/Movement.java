package skein.tensor;

/**
 * Operations that move elements and compute nothing: y_k = x_s(k), so dx_s(k) += dy_k. All that
 * one of them has to say is where each element comes from. An element that is used several times
 * gets the sum of its gradients, one that is not used gets none.
 */
abstract class Movement extends Operation {
    Movement(String name) {
        super(name);
    }

    /** s(k): which element of x the k-th of y is. */
    abstract int source(int k, Tensor y, Shape x);

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        for (int k = 0; k < y.size(); k++) y.data[k] = x.data[source(k, y, x.shape())];
    }

    @Override protected void backward(Tensor y) {
        Tensor x = y.input(0);
        for (int k = 0; k < y.size(); k++) x.grad[source(k, y, x.shape())] += y.grad[k];
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        for (int k = 0; k < y.length; k++) y[k] = x[0][source(k, use, use.input(0).shape())];
    }
}
