package skein.tensor;

/**
 * Hands out the same {@link Shape} for the same extents, so that a tape that sees a shape again
 * allocates nothing. {@code shapes.of(m, n)}, or {@code shapes.begin().add(m).add(n).shape()}.
 */
final class ShapeCache {
    private Shape[] table = new Shape[64];                     // open addressing, at most half full
    private int known;
    private final int[] dims = new int[Shape.MAX_RANK + 1];    // one more, so that Shape complains
    private int rank;

    Shape of(int d0) {
        return begin().add(d0).shape();
    }

    Shape of(int d0, int d1) {
        return begin().add(d0).add(d1).shape();
    }

    ShapeCache begin() {
        rank = 0;
        return this;
    }

    ShapeCache add(int dim) {
        dims[rank++] = dim;
        return this;
    }

    Shape shape() {
        int slot = slot(dims, rank);
        if (table[slot] == null) {
            table[slot] = Shape.of(java.util.Arrays.copyOf(dims, rank));
            if (2 * ++known > table.length) grow();
            slot = slot(dims, rank);
        }
        return table[slot];
    }

    /** Where these extents are, or the free place where they belong. */
    private int slot(int[] dims, int rank) {
        int hash = rank;
        for (int i = 0; i < rank; i++) hash = 31 * hash + dims[i];
        int slot = (hash ^ hash >>> 7) & table.length - 1;
        while (table[slot] != null && !table[slot].hasDims(dims, rank)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private void grow() {
        Shape[] old = table;
        table = new Shape[2 * old.length];
        for (Shape shape : old) {
            if (shape != null) table[slot(shape.toArray(), shape.rank())] = shape;
        }
    }
}
