package skein.tensor;

/** Operations whose result has the elements of x, one for one: y_i = x_i, so dx_i += dy_i. */
class Copy extends Operation {
    /** Of a parameter: a window of a larger array comes to begin at 0. */
    static final Copy READ = new Copy("read");

    /** In another shape. */
    static final Copy RESHAPE = new Copy("reshape");

    /** Held constant: the tape wants no gradient for the result, so nothing goes back. */
    static final Copy DETACH = new Copy("detach") {
        @Override protected void define(double[] y, double[][] x, Tensor use) {
            for (int i = 0; i < y.length; i++) y[i] = use.data[i];     // also where x was moved
        }
    };

    private Copy(String name) {
        super(name);
    }

    @Override boolean readsViews() {
        return true;
    }

    @Override protected void forward(Tensor y) {
        System.arraycopy(y.input(0).data, y.input(0).offset, y.data, 0, y.size());
    }

    @Override protected void backward(Tensor y) {
        float[] dx = y.input(0).grad;
        float[] dy = y.grad;
        int o = y.input(0).offset;
        for (int i = 0; i < y.size(); i++) dx[o + i] += dy[i];
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        System.arraycopy(x[0], 0, y, 0, y.length);
    }
}
