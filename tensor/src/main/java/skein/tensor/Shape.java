package skein.tensor;

import java.util.Arrays;

/**
 * The extents of a tensor: {@code [3, 4]} has 3 rows of 4 elements, {@code []} is a single value.
 * Elements are stored row-major, the last index running fastest. Immutable.
 */
public final class Shape {
    /** The shape of a single value. */
    public static final Shape SCALAR = new Shape(new int[0]);

    /** The largest number of axes. */
    public static final int MAX_RANK = 6;

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        this.dims = dims;
        this.size = sizeOf(dims);
    }

    /**
     * {@return the shape with these extents}
     *
     * @param dims extents ≥ 0, at most {@link #MAX_RANK} of them; copied
     */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    private static int sizeOf(int[] dims) {
        if (dims.length > MAX_RANK) {
            throw new IllegalArgumentException("A shape has at most " + MAX_RANK
                    + " axes, but got " + Arrays.toString(dims) + ".");
        }
        long size = 1;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException("An extent is at least 0, but got "
                        + Arrays.toString(dims) + ".");
            }
            size = Math.min(size * dim, Integer.MAX_VALUE + 1L);
        }
        if (size <= Integer.MAX_VALUE) return (int) size;
        throw new IllegalArgumentException("A tensor holds at most 2^31 - 1 elements, but "
                + Arrays.toString(dims) + " has more.");
    }

    /** {@return the number of axes} */
    public int rank() {
        return dims.length;
    }

    /** {@return the number of elements, 1 for a single value} */
    public int size() {
        return size;
    }

    /**
     * {@return the extent of an axis}
     *
     * @param axis 0 .. rank − 1, or −1 for the last axis, −2 for the one before, ...
     */
    public int dim(int axis) {
        return dims[axis(axis, "dim")];
    }

    /** The axis counted from the front; the complaint says whose axis it was to be. */
    int axis(int axis, Object operation) {
        int fromFront = axis < 0 ? axis + dims.length : axis;
        if (fromFront >= 0 && fromFront < dims.length) return fromFront;
        throw new IndexOutOfBoundsException(operation + " of shape " + this + " got axis " + axis
                + (dims.length == 0 ? ", but it has none." : ", but it must be in "
                + -dims.length + " .. " + (dims.length - 1) + "."));
    }

    /** The product of the extents from an axis on: how far apart the axis before it steps. */
    int sizeFrom(int axis) {
        int size = 1;
        for (int k = axis; k < dims.length; k++) size *= dims[k];
        return size;
    }

    /** The product of the extents before an axis. */
    int sizeBefore(int axis) {
        int size = 1;
        for (int k = 0; k < axis; k++) size *= dims[k];
        return size;
    }

    /** {@return the extents, a new array} */
    public int[] toArray() {
        return dims.clone();
    }

    boolean hasDims(int[] other, int rank) {
        return Arrays.equals(dims, 0, dims.length, other, 0, rank);
    }

    /**
     * {@return the shape of n of these, [n, ...]}
     *
     * @param n how many, ≥ 0
     */
    public Shape batch(int n) {
        int[] all = new int[dims.length + 1];
        all[0] = n;
        System.arraycopy(dims, 0, all, 1, dims.length);
        return Shape.of(all);
    }

    /** {@return whether the other is a shape with the same extents} */
    @Override public boolean equals(Object other) {
        return this == other || other instanceof Shape s && Arrays.equals(dims, s.dims);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** {@return for example {@code [3, 4]}} */
    @Override public String toString() {
        return Arrays.toString(dims);
    }
}
