package skein.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Why sharing costs at all, in its smallest form. Each thread adds to a number that no other thread
 * touches; no program could see a difference between the places where these numbers lie. But cores
 * do not exchange numbers, they exchange cache lines of 64 bytes, 16 floats, and only one core at a
 * time may write a line. Neighbors in one line make each other wait: false sharing, the wrong way.
 *
 * <p>In Shared RMSProp the sharing is a true one, but of lines all the same: two threads that are
 * in the same line at the same time wait, whichever of its 16 weights they want. That is what
 * staggered starts avoid (Bench_07).
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_08}. A machine with one core shows
 * nothing.
 *
 * <p>What you should see: 64 the fastest, because nothing is shared: 3.4 ns, where 1 took 10.5
 * (JDK 25, two Zen 4 cores). On a busy machine, where two threads seldom run at once, it took 0.66
 * and 0.82 of the time of 1 in two short runs. The next line, 16, is no sure remedy, though it was
 * one here (3.5 ns): some processors fetch lines in pairs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@Threads(2)
public class Bench_08_FalseSharing {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);
    private static final int FIRST = 64;                     // away from the array's length
    private static final int ADDITIONS = 1_000;

    /** Floats from one thread's number to the next: the same line, the next one, far away. */
    @Param({"1", "16", "64"})
    public int distance;

    private float[] numbers;

    /** One benchmark. */
    public Bench_08_FalseSharing() {
    }

    /** Room for 16 threads. */
    @Setup public void prepare() {
        numbers = new float[2 * FIRST + 16 * distance];
    }

    /** Where a thread's number lies. */
    @State(Scope.Thread)
    public static class Own {
        private int place;

        /** Nothing yet. */
        public Own() {
        }

        /**
         * So far from the thread before.
         *
         * @param all    the numbers
         * @param thread which thread this is
         */
        @Setup public void prepare(Bench_08_FalseSharing all, ThreadParams thread) {
            place = FIRST + thread.getThreadIndex() % 16 * all.distance;
        }
    }

    /**
     * Additions, each of which reaches the memory: opaque, or they would stay in a register.
     *
     * @param own where
     * @return the sum
     */
    @Benchmark @OperationsPerInvocation(ADDITIONS) public float add(Own own) {
        for (int k = 0; k < ADDITIONS; k++) {
            float sum = (float) ELEMENT.getOpaque(numbers, own.place);
            ELEMENT.setOpaque(numbers, own.place, sum + 1);
        }
        return numbers[own.place];
    }
}
