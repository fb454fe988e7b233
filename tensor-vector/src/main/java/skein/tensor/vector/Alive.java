package skein.tensor.vector;

/**
 * The columns of a matrix that hold a number other than 0, without the others.
 *
 * <p>Behind a relu many columns are dead: of the 1,024 features that MinAtar's network has for
 * Breakout, 7 or 8 in 10 are 0 in all of five successive states. Rows of w that would meet only
 * zeros need not be read then, and rows of dw that would get only zeros need not be written.
 */
final class Alive {
    private static final int SAMPLE = 8;             // every so many columns a look beforehand
    private static final int PRICE = 40;             // of finding and copying one, in sums saved

    private float[] sums = {};
    private int[] columns = {};

    /** How many there are. */
    int count;

    /** They alone, [m, count]. */
    float[] x = {};

    /** Where the rows of a matrix begin that they meet. */
    int[] rows = {};

    /**
     * Finds them.
     *
     * @param m  rows of x, 1 or more
     * @param k  columns of x
     * @param x  [m, k]. Not modified.
     * @param xo where x begins
     * @param n  columns of the matrix that x meets, [k, n]
     * @return whether they are here now; not if there seem to be so many that it is not worth it
     */
    boolean find(int m, int k, float[] x, int xo, int n) {
        if (m > 1 && n * dead(m, k, x, xo) <= PRICE * (k / SAMPLE)) return false;
        grow(k, m * k);
        if (m == 1) {
            findInRow(k, x, xo, n);
            return true;
        }
        for (int i = 0; i < k; i++) sums[i] = Math.abs(x[xo + i]);
        for (int r = 1; r < m; r++) {
            int at = xo + r * k;
            for (int i = 0; i < k; i++) sums[i] += Math.abs(x[at + i]);
        }
        count = 0;
        for (int i = 0; i < k; i++) {                // without a branch that could be mispredicted
            columns[count] = i;
            rows[count] = i * n;
            this.x[count] = x[xo + i];
            count += sums[i] != 0 ? 1 : 0;
        }
        for (int r = 1; r < m; r++) {
            int at = xo + r * k;
            for (int i = 0; i < count; i++) this.x[r * count + i] = x[at + columns[i]];
        }
        return true;
    }

    /** One row: always worth it, 1.5 to 2 × for half zeros. */
    private void findInRow(int k, float[] x, int xo, int n) {
        count = 0;
        for (int i = 0; i < k; i++) {
            this.x[count] = x[xo + i];
            rows[count] = i * n;
            count += x[xo + i] != 0 ? 1 : 0;
        }
    }

    /** To these columns of dx [m, k], which begins there, what was computed for them; m > 1. */
    void add(int m, float[] sums, int k, float[] dx, int xo) {
        for (int r = 0; r < m; r++) {
            int at = xo + r * k;
            for (int i = 0; i < count; i++) dx[at + columns[i]] += sums[r * count + i];
        }
    }

    /** How many columns of the sample are dead. */
    private static int dead(int m, int k, float[] x, int xo) {
        int dead = 0;
        for (int i = 0; i < k; i += SAMPLE) {
            float sum = 0;
            for (int r = 0; r < m; r++) sum += Math.abs(x[xo + r * k + i]);
            dead += sum == 0 ? 1 : 0;
        }
        return dead;
    }

    private void grow(int k, int size) {
        if (columns.length < k) {
            sums = new float[k];
            columns = new int[k];
            rows = new int[k];
        }
        if (x.length < size) x = new float[size];
    }
}
