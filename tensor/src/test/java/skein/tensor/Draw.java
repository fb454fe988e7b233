package skein.tensor;

import java.util.Random;

/**
 * What chance decides about one try of a {@link GradientCase}.
 *
 * @param m    an extent, 0 and 1 included
 * @param k    another
 * @param n    the extent of the last axis
 * @param bits ranks, stretched axes, the reduced axis, which inputs are parameters
 * @param seed of the values
 */
record Draw(int m, int k, int n, int bits, long seed) {
    /** [], [n], [k, n] or [m, k, n]. */
    Shape any() {
        return trailing(bits & 3, m, k, n);
    }

    /** [n], [k, n] or [m, k, n]. */
    Shape vectorOrMore() {
        return trailing(1 + (bits & 3) % 3, m, k, n);
    }

    /** As {@link #vectorOrMore}, none of the extents 0. */
    Shape someElements() {
        return trailing(1 + (bits & 3) % 3, some(m), some(k), some(n));
    }

    /** As {@link #vectorOrMore}, the last extent not 0. */
    Shape withColumns() {
        return trailing(1 + (bits & 3) % 3, m, k, some(n));
    }

    /** Shape 0 or 1 of a pair that can be broadcast: some extents are 1, some are missing. */
    Shape stretchable(int which) {
        int choice = bits >>> 6 + 5 * which;
        return trailing(choice & 3, one(choice, 4, m), one(choice, 8, k), one(choice, 16, n));
    }

    /** An axis of the shape, counted from the front or from behind. */
    int axis(Shape shape) {
        return Math.floorMod(bits >>> 16, 2 * shape.rank()) - shape.rank();
    }

    /** The axes in some order. */
    int[] order(Shape shape) {
        int[] order = new int[shape.rank()];
        for (int k = 0; k < order.length; k++) order[k] = k;
        Random random = new Random(seed);
        for (int k = order.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int moved = order[k];
            order[k] = order[other];
            order[other] = moved;
        }
        return order;
    }

    /** Some part along some axis, maybe an empty one or all. */
    Tensor slice(Tensor x) {
        int axis = axis(x.shape());
        int[] ends = new Random(seed).ints(2, 0, x.shape().dim(axis) + 1).sorted().toArray();
        return x.slice(axis, ends[0], ends[1]);
    }

    /** A column for each row. */
    int[] index(int rows, int columns) {
        return new Random(seed).ints(rows, 0, columns).toArray();
    }

    /** Whether input i is a window of a larger array. */
    boolean parameter(int i) {
        return (bits >>> 24 + i & 1) == 1;
    }

    private static int one(int choice, int bit, int extent) {
        return (choice & bit) != 0 ? 1 : extent;
    }

    private static int some(int extent) {
        return Math.max(1, extent);
    }

    private static Shape trailing(int rank, int m, int k, int n) {
        return switch (rank) {
            case 0 -> Shape.SCALAR;
            case 1 -> Shape.of(n);
            case 2 -> Shape.of(k, n);
            default -> Shape.of(m, k, n);
        };
    }
}
