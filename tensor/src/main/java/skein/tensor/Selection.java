package skein.tensor;

/** Operations that choose or rearrange elements and compute nothing. */
abstract class Selection extends Operation {
    /** y = x, for a parameter: a window of a larger array comes to begin at 0. */
    static final Selection READ = new Selection("read") {
        @Override boolean readsViews() {
            return true;
        }

        @Override protected void forward(Tensor y) {
            System.arraycopy(y.input(0).data, y.input(0).offset, y.data, 0, y.size());
        }

        @Override protected void backward(Tensor y) {
            Tensor x = y.input(0);
            for (int i = 0; i < y.size(); i++) x.grad[x.offset + i] += y.grad[i];
        }
    };

    /** y = x, held constant. */
    static final Selection DETACH = new Selection("detach") {
        @Override protected void forward(Tensor y) {
            System.arraycopy(y.input(0).data, 0, y.data, 0, y.size());
        }

        @Override protected void backward(Tensor y) {
            throw new AssertionError("a detached tensor wants no gradient");
        }
    };

    private static final Selection RESHAPE = new Selection("reshape") {
        @Override protected void forward(Tensor y) {
            System.arraycopy(y.input(0).data, 0, y.data, 0, y.size());
        }

        @Override protected void backward(Tensor y) {
            float[] dx = y.input(0).grad;
            float[] dy = y.grad;
            for (int i = 0; i < y.size(); i++) dx[i] += dy[i];
        }
    };

    /** y_i = x[i, index_i]. */
    private static final Selection PICK = new Selection("pick") {
        @Override protected void forward(Tensor y) {
            Tensor x = y.input(0);                                 // [B, A]
            int columns = x.shape().dim(1);
            for (int i = 0; i < y.size(); i++) y.data[i] = x.data[i * columns + y.indices[i]];
        }

        @Override protected void backward(Tensor y) {
            Tensor x = y.input(0);
            int columns = x.shape().dim(1);
            for (int i = 0; i < y.size(); i++) x.grad[i * columns + y.indices[i]] += y.grad[i];
        }
    };

    private Selection(String name) {
        super(name);
    }

    static Tensor pick(Tensor x, int[] index) {
        if (x.shape().rank() != 2) {
            throw new IllegalArgumentException("pick needs a matrix, but got shape " + x.shape()
                    + ".");
        }
        int rows = x.shape().dim(0);
        if (index.length < rows) {
            throw new IllegalArgumentException("pick from shape " + x.shape() + " needs " + rows
                    + " indices, but got " + index.length + ".");
        }
        for (int i = 0; i < rows; i++) {
            if (index[i] < 0 || index[i] >= x.shape().dim(1)) {
                throw new IndexOutOfBoundsException("pick from shape " + x.shape() + " got index "
                        + index[i] + " for row " + i + ".");
            }
        }
        Tape tape = x.onTape("pick");
        return tape.record(PICK, tape.shapes().of(rows), x, index, rows);
    }

    static Tensor reshape(Tensor x, Shape to) {
        if (x.size() != to.size()) {
            throw new IllegalArgumentException("reshape from " + x.shape() + " (" + x.size()
                    + " elements) to " + to + " (" + to.size() + ") would change the size.");
        }
        return x.onTape("reshape").record(RESHAPE, to, x);
    }
}
