package skein.tensor;

import java.util.Arrays;

/**
 * A sum of squares in 1024 sums of floats, which the JIT compiler makes SIMD code of as long as
 * both arrays begin at 0: 3 to 4 × as fast as in doubles. After 64 squares each they are added up
 * in a double, for what each addition rounds away may be always on the same side.
 */
final class PlainSquares {
    private static final int PIECE = 1024;

    private final float[] piece = new float[PIECE];
    private final float[] squares = new float[PIECE];

    /** Σ a_i² of the first n; wrong where floats overflow or vanish. */
    double sum(int n, float[] a) {
        double sum = 0;
        for (int i = 0; i < n; i += 64 * PIECE) sum += sum(i, Math.min(n, i + 64 * PIECE), a);
        return sum;
    }

    private double sum(int from, int to, float[] a) {
        Arrays.fill(squares, 0);
        for (int i = from; i < to; i += PIECE) {
            int length = Math.min(PIECE, to - i);
            System.arraycopy(a, i, piece, 0, length);
            for (int j = 0; j < length; j++) squares[j] += piece[j] * piece[j];
        }
        for (int half = PIECE / 2; half >= 64; half /= 2) {        // the upper half to the lower
            System.arraycopy(squares, half, piece, 0, half);
            PlainKernels.add(half, squares, 1, piece);
        }
        double sum = 0;
        for (int j = 0; j < 64; j++) sum += squares[j];
        return sum;
    }
}
