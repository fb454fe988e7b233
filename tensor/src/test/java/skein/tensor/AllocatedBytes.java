package skein.tensor;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How many bytes a piece of work allocates, as the JVM counts them for this thread. */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long PATIENCE = 120_000_000_000L;    // nanoseconds

    private AllocatedBytes() {
    }

    /**
     * The bytes of one run of the work after warm-up: the least of many runs, because in some of
     * them the JVM itself allocates, when it links or compiles the code that runs. Vectors of
     * jdk.incubator.vector are objects until the optimizing compiler has had its turn, which comes
     * late on a busy machine; hence so many runs, for two minutes if need be, ended by the first
     * that allocates nothing.
     */
    public static long by(Runnable work) {
        long least = Long.MAX_VALUE;
        long start = System.nanoTime();
        while (least > 0 && System.nanoTime() - start < PATIENCE) {
            least = Math.min(least, once(work));
        }
        return least;
    }

    /** The bytes of one run of the work, whatever they are for. */
    static long once(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
