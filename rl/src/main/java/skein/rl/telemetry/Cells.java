package skein.rl.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Numbers that one thread writes and any thread may read.
 *
 * <p><b>Why opaque.</b> Each cell has a single writer, so an increment needs no atomic instruction:
 * nobody can come between its read and its write. Opaque access is the weakest that promises what a
 * reader in another thread needs: all 64 bits come from one write (a plain long or double may tear,
 * JLS 17.7), a later read never sees an older value than an earlier one, and a write is seen in the
 * end. It orders nothing: a reader may see a cell's new value and its neighbor's old one, so that
 * figures of a moment in the middle of a run differ by what one update adds. (Where one cell says
 * how many others have been written, its writer says so by {@link #addRelease}.) On x86 and AArch64
 * it is a plain load or store, which the compiler may not leave out.
 *
 * <p><b>Padding.</b> 128 bytes stand free on either side, so that no two threads write to one cache
 * line, nor to the pair of lines that some processors fetch together.
 */
final class Cells {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PAD = 16;       // longs, 128 bytes

    private final long[] cells;

    Cells(int size) {
        cells = new long[PAD + size + PAD];
    }

    long get(int i) {
        return (long) LONG.getOpaque(cells, PAD + i);
    }

    /** The writer only. */
    void set(int i, long value) {
        LONG.setOpaque(cells, PAD + i, value);
    }

    /** The writer only. */
    void add(int i, long n) {
        set(i, cells[PAD + i] + n);
    }

    /** The writer only: who sees this by {@link #getAcquire} sees what was written before, too. */
    void addRelease(int i, long n) {
        LONG.setRelease(cells, PAD + i, cells[PAD + i] + n);
    }

    double getDouble(int i) {
        return Double.longBitsToDouble(get(i));
    }

    /** The writer only. */
    void setDouble(int i, double value) {
        set(i, Double.doubleToRawLongBits(value));
    }

    /** The writer only. */
    void addDouble(int i, double x) {
        setDouble(i, Double.longBitsToDouble(cells[PAD + i]) + x);
    }

    /** Any thread, atomically: the one kind of cell that has more than one writer. */
    long getAndAdd(int i, long n) {
        return (long) LONG.getAndAdd(cells, PAD + i, n);
    }

    /** What was done before it was written by {@link #getAndAdd} or {@link #addRelease} is seen. */
    long getAcquire(int i) {
        return (long) LONG.getAcquire(cells, PAD + i);
    }
}
