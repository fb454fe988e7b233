package skein.tensor;

import java.util.Arrays;

/**
 * A long short-term memory, unrolled over T steps of B sequences:
 *
 * <pre>
 *   z = x_t · Wx + h_{t−1} · Wh + b            i, f, g, o: the four quarters of z
 *   c_t = σ(f) c_{t−1} + σ(i) tanh(g)          h_t = σ(o) tanh(c_t)
 * </pre>
 *
 * <p>x [T B, I], state [B, 2 H], Wx [I, 4 H], Wh [H, 4 H], b [4 H], y [T B, 2 H]; a row of state or
 * y is h, then c.
 *
 * <p>One operation and not a composition of many, for the sake of Wh: its gradient is one product
 * over all steps, Σ_t h_{t−1}ᵀ dz_t, where steps on their own would each add to all of it.
 */
final class Lstm extends Operation {
    private static final Lstm LSTM = new Lstm();

    private Lstm() {
        super("lstm");
    }

    static Tensor lstm(Tensor x, Tensor state, Tensor wx, Tensor wh, Tensor b) {
        Tape tape = x.onTape(LSTM);
        check(x.shape(), state.shape(), wx.shape(), wh.shape(), b.shape());
        Shape shape = tape.shapes().of(x.shape().dim(0), state.shape().dim(1));
        return tape.close(tape.open(LSTM, shape, x, state, wx, wh, b));
    }

    private static void check(Shape x, Shape state, Shape wx, Shape wh, Shape b) {
        boolean matrices = x.rank() == 2 && state.rank() == 2 && wx.rank() == 2 && wh.rank() == 2
                && b.rank() == 1;
        if (matrices && state.dim(0) > 0 && x.dim(0) % state.dim(0) == 0
                && wx.dim(0) == x.dim(1) && 2 * wh.dim(0) == state.dim(1)
                && wx.dim(1) == 4 * wh.dim(0) && wh.dim(1) == wx.dim(1) && b.dim(0) == wx.dim(1)) {
            return;
        }
        throw new IllegalArgumentException("lstm needs x [T B, I], state [B, 2 H], wx [I, 4 H], "
                + "wh [H, 4 H] and b [4 H], but got " + x + ", " + state + ", " + wx + ", " + wh
                + " and " + b + ".");
    }

    @Override boolean readsViews() {
        return true;
    }

    /** What the way back needs of the way there; kept from pass to pass. */
    private static final class Unrolled {
        private final int H;
        private int maxRows;
        private int maxB;
        private float[] h = {};          // [T + 1, B, H], first what was before the first step
        private float[] c = {};          // the same
        private float[] tanhC = {};      // [T B, H]
        private float[] gates = {};      // [T B, 4 H]: z, then σ(i), σ(f), tanh(g), σ(o)
        private float[] dGates = {};     // [T B, 4 H]: dz
        private float[] z = {};          // [B, 4 H]: z or dz of one step
        private float[] dh = {};         // [B, H], what the next step asks of this one
        private float[] dc = {};         // [B, H]

        Unrolled(int H) {
            this.H = H;
        }

        /** Room for this many rows, and for this many sequences. */
        Unrolled with(int rows, int B) {
            if (rows > maxRows || B > maxB) grow(Math.max(rows, maxRows), Math.max(B, maxB));
            return this;
        }

        private void grow(int rows, int B) {
            maxRows = rows;
            maxB = B;
            h = new float[(rows + B) * H];
            c = new float[(rows + B) * H];
            tanhC = new float[rows * H];
            gates = new float[rows * 4 * H];
            dGates = new float[rows * 4 * H];
            z = new float[B * 4 * H];
            dh = new float[B * H];
            dc = new float[B * H];
        }
    }

    private static Unrolled unrolled(Tensor y) {
        int H = y.shape().dim(1) / 2;
        if (!(y.memo instanceof Unrolled known && known.H == H)) y.memo = new Unrolled(H);
        return ((Unrolled) y.memo).with(y.shape().dim(0), y.input(1).shape().dim(0));
    }

    @Override protected void forward(Tensor y) {
        Tensor x = y.input(0);
        Tensor state = y.input(1);
        Tensor wx = y.input(2);
        Tensor b = y.input(4);
        Unrolled u = unrolled(y);
        int H = u.H;
        int B = state.shape().dim(0);
        int rows = x.shape().dim(0);
        split(state.data, state.offset, B, u);
        for (int r = 0; r < rows; r++) {                           // z = x · wx + b, all steps
            System.arraycopy(b.data, b.offset, u.gates, r * 4 * H, 4 * H);
        }
        y.tape.kernels().matmul(rows, x.shape().dim(1), 4 * H, x.data, x.offset,
                wx.data, wx.offset, u.gates);
        for (int r = 0; r < rows; r += B) step(y, u, r, B);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(u.h, (r + B) * H, y.data, r * 2 * H, H);
            System.arraycopy(u.c, (r + B) * H, y.data, r * 2 * H + H, H);
        }
    }

    private static void split(float[] state, int offset, int B, Unrolled u) {
        int H = u.H;
        for (int n = 0; n < B; n++) {
            System.arraycopy(state, offset + n * 2 * H, u.h, n * H, H);
            System.arraycopy(state, offset + n * 2 * H + H, u.c, n * H, H);
        }
    }

    /** z += h_{t−1} · wh, then c_t and h_t, for the B rows from r on. */
    private static void step(Tensor y, Unrolled u, int r, int B) {
        Tensor wh = y.input(3);
        int H = u.H;
        System.arraycopy(u.gates, r * 4 * H, u.z, 0, B * 4 * H);
        y.tape.kernels().matmul(B, H, 4 * H, u.h, r * H, wh.data, wh.offset, u.z);
        System.arraycopy(u.z, 0, u.gates, r * 4 * H, B * 4 * H);
        for (int n = 0; n < B; n++) cell(u, r + n, B);
    }

    private static void cell(Unrolled u, int row, int B) {
        int H = u.H;
        int i = row * 4 * H;
        int f = i + H;
        int g = f + H;
        int o = g + H;
        for (int k = i; k < g; k++) u.gates[k] = FloatMath.sigmoid(u.gates[k]);
        for (int k = g; k < o; k++) u.gates[k] = FloatMath.tanh(u.gates[k]);
        for (int k = o; k < o + H; k++) u.gates[k] = FloatMath.sigmoid(u.gates[k]);
        for (int j = 0; j < H; j++) {
            float c = u.gates[f + j] * u.c[row * H + j] + u.gates[i + j] * u.gates[g + j];
            u.c[(row + B) * H + j] = c;
            u.tanhC[row * H + j] = FloatMath.tanh(c);
            u.h[(row + B) * H + j] = u.gates[o + j] * u.tanhC[row * H + j];
        }
    }

    @Override protected void backward(Tensor y) {
        Tensor state = y.input(1);
        Tensor wh = y.input(3);
        Unrolled u = unrolled(y);
        int H = u.H;
        int B = state.shape().dim(0);
        Arrays.fill(u.dh, 0, B * H, 0);
        Arrays.fill(u.dc, 0, B * H, 0);
        for (int r = y.shape().dim(0) - B; r >= 0; r -= B) {
            for (int n = 0; n < B; n++) cellBackward(u, y.grad, r + n, n);
            System.arraycopy(u.dGates, r * 4 * H, u.z, 0, B * 4 * H);
            Arrays.fill(u.dh, 0, B * H, 0);                        // dh_{t−1} = dz_t · whᵀ
            y.tape.kernels().matmulNT(B, H, 4 * H, u.z, wh.data, wh.offset, u.dh, 0);
        }
        if (state.needsGradient()) {
            for (int n = 0; n < B; n++) {
                int at = state.offset + n * 2 * H;
                for (int j = 0; j < H; j++) state.grad[at + j] += u.dh[n * H + j];
                for (int j = 0; j < H; j++) state.grad[at + H + j] += u.dc[n * H + j];
            }
        }
        backwardProducts(y, u);
    }

    /** From dh_t and dc_t to dz_t and dc_{t−1}, for one row. */
    private static void cellBackward(Unrolled u, float[] dy, int row, int n) {
        int H = u.H;
        for (int j = 0; j < H; j++) {
            int at = row * 4 * H + j;
            float i = u.gates[at];
            float f = u.gates[at + H];
            float g = u.gates[at + 2 * H];
            float o = u.gates[at + 3 * H];
            float tanhC = u.tanhC[row * H + j];
            float dh = u.dh[n * H + j] + dy[row * 2 * H + j];
            float dc = u.dc[n * H + j] + dy[row * 2 * H + H + j] + dh * o * (1 - tanhC * tanhC);
            u.dGates[at] = dc * g * i * (1 - i);
            u.dGates[at + H] = dc * u.c[row * H + j] * f * (1 - f);
            u.dGates[at + 2 * H] = dc * i * (1 - g * g);
            u.dGates[at + 3 * H] = dh * tanhC * o * (1 - o);
            u.dc[n * H + j] = dc * f;
        }
    }

    private static void backwardProducts(Tensor y, Unrolled u) {
        Tensor x = y.input(0);
        Tensor wx = y.input(2);
        Tensor wh = y.input(3);
        Tensor b = y.input(4);
        int rows = x.shape().dim(0);
        int I = x.shape().dim(1);
        int H = u.H;
        Kernels kernels = y.tape.kernels();
        float[] dz = u.dGates;
        if (x.needsGradient()) {                                   // dx += dz · wxᵀ
            kernels.matmulNT(rows, I, 4 * H, dz, wx.data, wx.offset, x.grad, x.offset);
        }
        if (wx.needsGradient()) {                                  // dwx += xᵀ · dz
            kernels.matmulTN(rows, I, 4 * H, x.data, x.offset, dz, wx.grad, wx.offset);
        }
        if (wh.needsGradient()) {                                  // dwh += hᵀ · dz
            kernels.matmulTN(rows, H, 4 * H, u.h, 0, dz, wh.grad, wh.offset);
        }
        if (b.needsGradient()) {                                   // db += Σ_rows dz
            kernels.sumRows(rows, 4 * H, dz, b.grad, b.offset);
        }
    }

    @Override protected void define(double[] y, double[][] x, Tensor use) {
        int H = use.shape().dim(1) / 2;
        int B = use.input(1).shape().dim(0);
        for (int row = 0; row < use.shape().dim(0); row++) {
            double[] before = row < B ? x[1] : y;
            int state = (row < B ? row : row - B) * 2 * H;
            for (int j = 0; j < H; j++) {
                double i = sigmoid(z(x, use, row, before, state, j));
                double f = sigmoid(z(x, use, row, before, state, H + j));
                double g = Math.tanh(z(x, use, row, before, state, 2 * H + j));
                double o = sigmoid(z(x, use, row, before, state, 3 * H + j));
                double c = f * before[state + H + j] + i * g;
                y[row * 2 * H + H + j] = c;
                y[row * 2 * H + j] = o * Math.tanh(c);
            }
        }
    }

    private static double z(double[][] x, Tensor use, int row, double[] before, int state,
                            int column) {
        int I = use.input(0).shape().dim(1);
        int H = use.shape().dim(1) / 2;
        double z = x[4][column];
        for (int k = 0; k < I; k++) z += x[0][row * I + k] * x[2][k * 4 * H + column];
        for (int k = 0; k < H; k++) z += before[state + k] * x[3][k * 4 * H + column];
        return z;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
