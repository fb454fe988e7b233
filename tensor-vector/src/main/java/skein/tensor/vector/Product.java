package skein.tensor.vector;

/** Cuts C += A · B into {@link Blocks}. */
final class Product {
    private static final int L = Lanes.COUNT;

    /** Vectors in a block: 5 × 4 sums need more than 16 registers, and AVX2 has no more. */
    private static final int WIDE = L == 8 ? 2 : 4;

    private Product() {
    }

    /** How many of the rows that are left the next block takes: 5, 4 or 1, the 1 only if needed. */
    static int rows(int left) {
        int fours = 4 * left % 5;                     // then the others are a multiple of 5
        if (fours > 0 && 4 * fours <= left) return 4;
        return left >= 5 ? 5 : left >= 4 ? 4 : 1;
    }

    /** For m rows and n columns, n a multiple of the lane count; the rest is as in Blocks. */
    static void add(int m, int n, int inner, float[] a, int ao, int rs, int ks,
                    float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int rows;
        for (int r = 0; r < m; r += rows) {
            rows = rows(m - r);
            int ar = ao + r * rs;
            int cr = co + r * cs;
            switch (rows) {
                case 5 -> five(n, inner, a, ar, rs, ks, b, bo, row, c, cr, cs);
                case 4 -> four(n, inner, a, ar, rs, ks, b, bo, row, c, cr, cs);
                default -> one(n, inner, a, ar, ks, b, bo, row, c, cr);
            }
        }
    }

    private static void five(int n, int inner, float[] a, int ao, int rs, int ks,
                             float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int j = 0;
        for (; WIDE == 4 && j + 4 * L <= n; j += 4 * L) {
            Blocks.block5x4(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
        }
        for (; j + 2 * L <= n; j += 2 * L) {
            EdgeBlocks.block5x2(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
        }
        if (j < n) EdgeBlocks.block5x1(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
    }

    private static void four(int n, int inner, float[] a, int ao, int rs, int ks,
                             float[] b, int bo, int[] row, float[] c, int co, int cs) {
        int j = 0;
        for (; WIDE == 4 && j + 4 * L <= n; j += 4 * L) {
            Blocks.block4x4(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
        }
        for (; j + 2 * L <= n; j += 2 * L) {
            EdgeBlocks.block4x2(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
        }
        if (j < n) EdgeBlocks.block4x1(inner, a, ao, rs, ks, b, bo + j, row, c, co + j, cs);
    }

    private static void one(int n, int inner, float[] a, int ao, int ks,
                            float[] b, int bo, int[] row, float[] c, int co) {
        int j = 0;
        for (; j + 8 * L <= n; j += 8 * L) {
            EdgeBlocks.block1x8(inner, a, ao, ks, b, bo + j, row, c, co + j);
        }
        for (; j < n; j += L) {
            EdgeBlocks.block1x1(inner, a, ao, ks, b, bo + j, row, c, co + j);
        }
    }
}
