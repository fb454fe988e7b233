package skein.tensor.vector;

import static skein.tensor.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * The sums of the lanes of many vectors, as many at once as a vector has lanes.
 *
 * <p>Two vectors become one: in its even lanes are sums of neighbors of the first, in its odd ones
 * of the second. Two of those become one again, by sums of lanes two apart, and so on, until the
 * sum of vector i stands in lane i. The order is fixed, so the bits are always the same; it is open
 * in {@code reduceLanes}, where interpreter and compiler take different ones.
 */
final class LaneSums {
    private static final int L = Lanes.COUNT;
    private static final VectorMask<Float> ODD = mask(1);
    private static final VectorMask<Float> ODD_TWOS = mask(2);
    private static final VectorMask<Float> ODD_FOURS = mask(4);
    private static final VectorMask<Float> ODD_EIGHTS = mask(8);
    private static final VectorShuffle<Float> SWAP = swap(1);
    private static final VectorShuffle<Float> SWAP_TWOS = swap(2);
    private static final VectorShuffle<Float> SWAP_FOURS = swap(4);
    private static final VectorShuffle<Float> SWAP_EIGHTS = swap(8);

    private final float[] vectors;

    /** For so many rows of L vectors. */
    LaneSums(int rows) {
        vectors = new float[rows * L * L];
    }

    private static VectorMask<Float> mask(int bit) {
        boolean[] lanes = new boolean[L];
        for (int lane = 0; lane < L; lane++) lanes[lane] = (lane & bit) != 0;
        return VectorMask.fromArray(Lanes.SPECIES, lanes, 0);
    }

    private static VectorShuffle<Float> swap(int bit) {
        return VectorShuffle.fromOp(Lanes.SPECIES, lane -> (lane ^ bit) % L);
    }

    /** Where the vectors are to be put, L of them for each row; {@link #fold} changes them. */
    float[] vectors() {
        return vectors;
    }

    /** Makes a vector of each row's sums. */
    void fold(int rows) {
        fold1And2(rows * L / 4, vectors);
        if (L == 8) fold4(rows, vectors);
        if (L == 16) fold4And8(rows, vectors);
    }

    private static void fold1And2(int count, float[] v) {
        for (int p = 0; p < count; p++) {
            int at = 4 * p * L;
            FloatVector first = sums(load(v, at), load(v, at + L), ODD, SWAP);
            FloatVector next = sums(load(v, at + 2 * L), load(v, at + 3 * L), ODD, SWAP);
            sums(first, next, ODD_TWOS, SWAP_TWOS).intoArray(v, p * L);
        }
    }

    private static void fold4(int count, float[] v) {
        for (int p = 0; p < count; p++) {
            int at = 2 * p * L;
            sums(load(v, at), load(v, at + L), ODD_FOURS, SWAP_FOURS).intoArray(v, p * L);
        }
    }

    private static void fold4And8(int count, float[] v) {
        for (int p = 0; p < count; p++) {
            int at = 4 * p * L;
            FloatVector first = sums(load(v, at), load(v, at + L), ODD_FOURS, SWAP_FOURS);
            FloatVector next = sums(load(v, at + 2 * L), load(v, at + 3 * L),
                    ODD_FOURS, SWAP_FOURS);
            sums(first, next, ODD_EIGHTS, SWAP_EIGHTS).intoArray(v, p * L);
        }
    }

    /** Lanes of a and their partners added in the even places, those of b in the odd ones. */
    private static FloatVector sums(FloatVector a, FloatVector b, VectorMask<Float> odd,
                                    VectorShuffle<Float> swap) {
        return a.blend(b, odd).add(b.blend(a, odd).rearrange(swap));
    }

    /** c += the sums of a row, those from a lane on. */
    void addTo(float[] c, int co, int row, int from) {
        if (from == 0) {
            load(c, co).add(load(vectors, row * L)).intoArray(c, co);
            return;
        }
        for (int lane = from; lane < L; lane++) c[co + lane] += vectors[row * L + lane];
    }
}
