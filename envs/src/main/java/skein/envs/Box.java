package skein.envs;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * Arrays of floats of one shape, each element between its two bounds (both included).
 *
 * <p>A bound may be infinite. The elements lie row-major in a flat array: the last index runs
 * fastest.
 */
public final class Box implements Space {
    private static final int MOST_SHOWN = 8;   // bounds in its text

    private final float[] low;
    private final float[] high;
    private final int[] shape;

    /**
     * Makes a space whose elements have bounds of their own.
     *
     * @param low   the smallest value of each element; copied
     * @param high  the largest value of each element, nowhere below low; copied
     * @param shape the extents, at least one, each at least 1; copied
     */
    public Box(float[] low, float[] high, int... shape) {
        this.shape = shape.clone();
        this.low = low.clone();
        this.high = high.clone();
        int size = sizeOf(shape);
        if (low.length != size || high.length != size) {
            throw new IllegalArgumentException("Box of shape " + Arrays.toString(shape)
                    + " needs " + size + " low and high bounds, but got " + low.length + " and "
                    + high.length + ".");
        }
        for (int i = 0; i < size; i++) checkBounds(this.low[i], this.high[i], i);
    }

    /**
     * Makes a space whose elements all have the same bounds.
     *
     * @param low   the smallest value
     * @param high  the largest value, not below low
     * @param shape the extents, at least one, each at least 1; copied
     */
    public Box(float low, float high, int... shape) {
        this(filled(low, shape), filled(high, shape), shape);
    }

    private static float[] filled(float value, int[] shape) {
        float[] result = new float[sizeOf(shape)];
        Arrays.fill(result, value);
        return result;
    }

    private static int sizeOf(int[] shape) {
        if (shape.length == 0) {
            throw new IllegalArgumentException(
                    "Box needs a shape, such as 4 or 10, 10, 4, but got none.");
        }
        long size = 1;
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException("Box needs extents >= 1, but got shape "
                        + Arrays.toString(shape) + ".");
            }
            size = Math.min(size * extent, Integer.MAX_VALUE + 1L);
        }
        if (size <= Integer.MAX_VALUE) return (int) size;
        throw new IllegalArgumentException("Box holds at most 2^31 - 1 elements, but shape "
                + Arrays.toString(shape) + " has more.");
    }

    private static void checkBounds(float low, float high, int i) {
        if (low <= high) return;   // false for NaN
        throw new IllegalArgumentException("Box needs low <= high and no NaN, but element " + i
                + " has low " + low + " and high " + high + ".");
    }

    /** {@return the number of elements, the product of the extents} */
    public int size() {
        return low.length;
    }

    /** {@return the extents; a new array that the caller owns} */
    public int[] shape() {
        return shape.clone();
    }

    /** {@return the smallest value of each element; a new array that the caller owns} */
    public float[] low() {
        return low.clone();
    }

    /** {@return the largest value of each element; a new array that the caller owns} */
    public float[] high() {
        return high.clone();
    }

    /**
     * {@return whether there are as many values as elements, each within its bounds and not NaN}
     *
     * @param values the values asked about; not modified
     */
    public boolean contains(float[] values) {
        if (values.length != low.length) return false;
        for (int i = 0; i < values.length; i++) {
            boolean within = low[i] <= values[i] && values[i] <= high[i];   // false for NaN
            if (!within) return false;
        }
        return true;
    }

    /**
     * {@return whether the other is a box of the same shape and the same bounds}
     *
     * @param other what to compare with
     */
    @Override public boolean equals(Object other) {
        return other instanceof Box box && Arrays.equals(shape, box.shape)
                && Arrays.equals(low, box.low) && Arrays.equals(high, box.high);
    }

    /** {@return a number that equal boxes share} */
    @Override public int hashCode() {
        return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(low)) + Arrays.hashCode(high);
    }

    /** {@return for example {@code Box([2]: -1.0 .. 1.0, 0.0 .. Infinity)}, at most 8 bounds} */
    @Override public String toString() {
        int shown = sameBoundsForAll() ? 1 : Math.min(size(), MOST_SHOWN);
        StringJoiner bounds = new StringJoiner(", ");
        for (int i = 0; i < shown; i++) bounds.add(low[i] + " .. " + high[i]);
        if (1 < shown && shown < size()) bounds.add("...");
        return "Box(" + Arrays.toString(shape) + ": " + bounds + ")";
    }

    private boolean sameBoundsForAll() {
        for (int i = 1; i < size(); i++) {
            if (low[i] != low[0] || high[i] != high[0]) return false;
        }
        return true;
    }
}
