package skein.rl.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Numbers that one thread writes and any thread may read.
 *
 * <p><b>Why opaque.</b> Each cell has a single writer, so an increment needs no atomic instruction:
 * nobody can come between its read and its write. Opaque access is the weakest that promises what a
 * reader in another thread needs: all 64 bits come from one write (a plain long or double may tear,
 * JLS 17.7), a later read never sees an older value than an earlier one, and a write is seen in the
 * end. It orders nothing: a reader may see a cell's new value and its neighbor's old one. On x86
 * and AArch64 it is a plain load or store, which the compiler may not leave out.
 *
 * <p><b>Together.</b> Of what the writer changes between {@link #begin} and {@link #end} a {@link
 * #snapshot} has all or nothing. The writer waits for nobody; it makes a version odd before and
 * even after. The reader copies all cells, and keeps the copy if the version was even before and is
 * the same afterwards; else it tries again. This is a sequence lock; {@code StampedLock} reads
 * optimistically in the same way. The copy itself is plain: what it may have of half a write is
 * thrown away with it. Fences keep the version apart from the cells: the writer's release fence
 * puts the odd version before its writes, the reader's acquire fence its second look at the version
 * after its copy.
 *
 * <p><b>Padding.</b> 128 bytes stand free on either side, so that no two threads write to one cache
 * line, nor to the pair of lines that some processors fetch together.
 */
final class Cells {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PAD = 16;       // longs, 128 bytes

    private final int version;               // the last of the cells
    private final long[] cells;

    Cells(int size) {
        version = size;
        cells = new long[PAD + size + 1 + PAD];
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

    /** The writer only: from here to {@link #end} a snapshot waits. */
    void begin() {
        set(version, cells[PAD + version] | 1);
        VarHandle.releaseFence();
    }

    /** The writer only. */
    void end() {
        LONG.setRelease(cells, PAD + version, (cells[PAD + version] | 1) + 1);
    }

    /** {@return all cells as they were when the writer was not between begin and end} */
    long[] snapshot() {
        while (true) {
            long before = getAcquire(version);
            long[] copy = Arrays.copyOfRange(cells, PAD, PAD + version);
            VarHandle.acquireFence();
            if (before % 2 == 0 && get(version) == before) return copy;
            Thread.yield();                  // the writer may want this core
        }
    }

    /** Any thread, atomically: the one kind of cell that has more than one writer. */
    long getAndAdd(int i, long n) {
        return (long) LONG.getAndAdd(cells, PAD + i, n);
    }

    /** What was done before it was written by {@link #getAndAdd} is seen. */
    long getAcquire(int i) {
        return (long) LONG.getAcquire(cells, PAD + i);
    }
}
