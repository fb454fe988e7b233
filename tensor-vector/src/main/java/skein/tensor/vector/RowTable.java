package skein.tensor.vector;

/** Where the rows of matrices begin: 0, stride, 2 · stride, ..., kept for the widths in use. */
final class RowTable {
    private static final int WIDTHS = 16;

    private final int[] strides = new int[WIDTHS];
    private final int[][] rows = new int[WIDTHS][0];
    private int oldest;

    /** At least count of them. */
    int[] of(int count, int stride) {
        int at = 0;
        while (at < WIDTHS && strides[at] != stride) at++;
        if (at == WIDTHS) {
            at = oldest;
            oldest = (oldest + 1) % WIDTHS;
        }
        if (strides[at] != stride || rows[at].length < count) fill(at, count, stride);
        return rows[at];
    }

    private void fill(int at, int count, int stride) {
        if (rows[at].length < count) rows[at] = new int[count];
        strides[at] = stride;
        for (int i = 0; i < rows[at].length; i++) rows[at][i] = i * stride;
    }
}
