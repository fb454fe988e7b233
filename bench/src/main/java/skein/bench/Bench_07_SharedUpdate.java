package skein.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * All threads change the same θ and g: the heart of the paper. What does it cost that they are the
 * same? And what would it cost to lose nothing?
 *
 * <p>Shared RMSProp's step and nothing else, again and again, which no learner does: this is the
 * contention at its worst. A step reads dθ, g and θ and writes g and θ, 20 bytes a weight; beside
 * it {@link #triad} and {@link #streams} show what the memory can do, the latter with the same five
 * streams and hardly any arithmetic.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_07 -t 2}, with 1, 2, 4, 8, 16 for 2;
 * {@code -p weights=100000 -p mode=fenced} makes it shorter. {@code bench/course/run} runs all.
 *
 * <p>What you should see with one thread (JDK 25, a busy machine): fenced at 0.5 to 0.7 of what
 * {@link #streams} reads and writes while the arrays fit into a cache (a root and a division take
 * longer than the journey), and so are the locks, taken by nobody else; opaque at a tenth of
 * fenced, because a loop whose elements are read and written one by one is no SIMD code; atomic at
 * a twentieth. With two threads it depends on the size: the smaller the arrays, the more often the
 * two meet in a cache line.
 *
 * <p>Read the lines that end in {@code weights} (per ns, of all threads together; so 1 divided by
 * it is ns per weight with one thread) and in {@code bytes} (per ns, which is GB/s).
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_07_SharedUpdate {
    private static final int STEP = 20;                      // bytes a weight: 3 reads, 2 writes
    private static final int TRIAD = 12;                     // bytes an element: 2 reads, 1 write

    /** One benchmark of each kind. */
    public Bench_07_SharedUpdate() {
    }

    /** Counts, so that sizes can be compared. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        /** Weights that were changed. */
        public long weights;

        /** Bytes that were read or written. */
        public long bytes;

        /** None yet. */
        public Done() {
        }

        private void add(int weights, int bytesEach) {
            this.weights += weights;
            bytes += (long) weights * bytesEach;
        }
    }

    /** How many. */
    @State(Scope.Benchmark)
    public static class Size {
        /** N: a small network, MinAtar's, and Atari's with an LSTM. */
        @Param({"10000", "100000", "1000000"})
        public int weights;

        /** How many rows of 128 of dθ are 0, in percent: 70 to 80 on Breakout, thanks to relus. */
        @Param("0")
        public int zeros;

        /** Nothing yet. */
        public Size() {
        }
    }

    /** θ and g, of all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        /** How threads read and write what they share; striped has 64 locks. */
        @Param({"fenced", "opaque", "atomic", "locked", "striped"})
        public String mode;

        /**
         * Whether threads start at different places of the same arrays, all at weight 0, which is
         * the wrong way, or have arrays of their own, which is no sharing at all.
         */
        @Param({"staggered", "from-0", "separate"})
        public String sharing;

        private UpdateWork.Shared arrays;

        /** Nothing yet. */
        public Shared() {
        }

        /**
         * θ = 0, g = 0.
         *
         * @param size how many weights
         */
        @Setup public void prepare(Size size) {
            arrays = new UpdateWork.Shared(mode, size.weights);
        }
    }

    /** One thread's gradient, and where it starts. */
    @State(Scope.Thread)
    public static class Learner {
        private UpdateWork work;

        /** Nothing yet. */
        public Learner() {
        }

        /**
         * Learner i of as many as there are threads.
         *
         * @param shared what all change
         * @param size   how many weights
         * @param thread which thread this is
         */
        @Setup public void prepare(Shared shared, Size size, ThreadParams thread) {
            work = switch (shared.sharing) {
                case "staggered" -> new UpdateWork(shared.arrays, size.zeros,
                        thread.getThreadIndex(), thread.getThreadCount());
                case "from-0" -> new UpdateWork(shared.arrays, size.zeros, 0, 1);
                case "separate" -> new UpdateWork(
                        new UpdateWork.Shared(shared.mode, size.weights), size.zeros, 0, 1);
                default -> throw new IllegalArgumentException("sharing is staggered, from-0 or "
                        + "separate, but got \"" + shared.sharing + "\".");
            };
        }
    }

    /** Arrays of one thread. */
    @State(Scope.Thread)
    public static class Arrays {
        private float[] a;
        private float[] b;
        private float[] c;

        /** Nothing yet. */
        public Arrays() {
        }

        /**
         * As long as θ.
         *
         * @param size how many elements
         */
        @Setup public void prepare(Size size) {
            a = new float[size.weights];
            b = new float[size.weights];
            c = new float[size.weights];
        }
    }

    /**
     * g ← α g + (1 − α) dθ², θ ← θ − η dθ / √(g + ε).
     *
     * @param l who
     * @param d what was done
     */
    @Benchmark public void update(Learner l, Done d) {
        l.work.step();
        d.add(l.work.weights(), STEP);
    }

    /**
     * a = b + s c, on arrays of this thread: the usual measure of bandwidth.
     *
     * @param x the arrays
     * @param d what was done
     * @return a
     */
    @Benchmark public float[] triad(Arrays x, Done d) {
        float[] a = x.a;
        float[] b = x.b;
        float[] c = x.c;
        for (int i = 0; i < a.length; i++) a[i] = b[i] + 0.5f * c[i];
        d.add(a.length, TRIAD);
        return a;
    }

    /**
     * a += s c, b −= s c, on arrays of this thread: what an update reads and writes, without its
     * root and its division.
     *
     * @param x the arrays
     * @param d what was done
     * @return a
     */
    @Benchmark public float[] streams(Arrays x, Done d) {
        float[] a = x.a;
        float[] b = x.b;
        float[] c = x.c;
        for (int i = 0; i < a.length; i++) {
            float step = 0.5f * c[i];
            a[i] += step;
            b[i] -= step;
        }
        d.add(a.length, STEP);
        return a;
    }
}
