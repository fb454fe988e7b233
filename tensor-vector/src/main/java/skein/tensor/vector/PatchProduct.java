package skein.tensor.vector;

/** Cuts the products of a convolution into {@link PatchBlocks}. */
final class PatchProduct {
    private static final int L = Lanes.COUNT;

    /**
     * JDK 17 finds registers for the 12 indices of a block in some runs, and not in others: 65 or
     * 40 GFLOP/s by chance for Atari's first layer, which {@link Runs} do now, where 8 were 63 in
     * five of six runs and 47 in one. JDK 25: 79 with 12.
     */
    private static final boolean TALL = Runtime.version().feature() > 17;

    private PatchProduct() {
    }

    /** So many rows that no block is left over, not less than count. */
    static int rows(int count) {
        return count + 3 & -4;
    }

    /** Floats of an array A with room for size: the least power of two that is not below. */
    static int length(int size) {
        return size < 2 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    /** For m rows and a width that is a multiple of the lane count; the rest is as in blocks. */
    static void add(int m, int width, int inner, float[] a, int[] row, int[] step,
                    float[] b, int bo, int bs, float[] c, int co, int[] to) {
        int v = 0;
        for (; L != 8 && v + 2 * L <= width; v += 2 * L) {         // AVX2 has 16 registers only
            int r = 0;
            for (; r + 8 <= m; r += 8) {
                PatchBlocks.block8x2(inner, a, row, r, step, b, bo + v, bs, c, co + v, to);
            }
            narrow(m, r, inner, a, row, step, b, bo + v, bs, c, co + v, to);
            narrow(m, r, inner, a, row, step, b, bo + v + L, bs, c, co + v + L, to);
        }
        for (; v < width; v += L) {
            narrow(m, 0, inner, a, row, step, b, bo + v, bs, c, co + v, to);
        }
    }

    /** One vector wide, rows r .. m − 1. */
    private static void narrow(int m, int r, int inner, float[] a, int[] row, int[] step,
                               float[] b, int bo, int bs, float[] c, int co, int[] to) {
        for (; TALL && r + 12 <= m; r += 12) {
            PatchBlocks.block12x1(inner, a, row, r, step, b, bo, bs, c, co, to);
        }
        for (; r + 8 <= m; r += 8) {
            PatchBlocks.block8x1(inner, a, row, r, step, b, bo, bs, c, co, to);
        }
        for (; r + 4 <= m; r += 4) {
            PatchBlocks.block4x1(inner, a, row, r, step, b, bo, bs, c, co, to);
        }
        for (; r < m; r++) {
            PatchBlocks.block1x1(inner, a, row, r, step, b, bo, bs, c, co, to);
        }
    }
}
