package skein.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import skein.rl.thread.StepCounter;

/**
 * T ← T + 1 by all threads, at every step. {@link #varHandle} is {@link StepCounter}, one
 * {@code getAndAdd}. {@link #atomicLong} is the same instruction by another name.
 *
 * <p>Two wrong ways. {@link #plusPlus} on a volatile field is a read and a write, between which
 * another thread may come: steps get lost, and T mod k = 0 is seen twice or never. {@link
 * #longAdder} is the fastest with many threads, because each has a cell of its own; but it cannot
 * say which value an addition made, and "T mod I_target = 0" is decided on that value.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_09 -t 2}, with 1, 2, 4, 8, 16 for 2.
 * {@code step} is what a thread does between two ticks, in JMH's units of one to three nanoseconds:
 * nothing, or about as much as a learner does on CartPole. Only the second is what it sees.
 *
 * <p>What you should see with one thread and {@code step=0} (JDK 25): getAndAdd 2 ns, by either
 * name; {@code ++} 1, LongAdder 4, the lock 10. With a step's work they are all one, within the
 * noise: a learner does not feel T.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class Bench_09_Counter {
    /** Work between two ticks. */
    @Param({"0", "200"})
    public int step;

    private final StepCounter T = new StepCounter(Long.MAX_VALUE);
    private final AtomicLong atomic = new AtomicLong();
    private final LongAdder adder = new LongAdder();
    private final Object lock = new Object();
    private long locked;
    private volatile long plain;

    /** One benchmark of each kind. */
    public Bench_09_Counter() {
    }

    /**
     * Only the work, to compare with.
     *
     * @return 0
     */
    @Benchmark public long nothing() {
        Blackhole.consumeCPU(step);
        return 0;
    }

    /**
     * As Skein does it.
     *
     * @return T
     */
    @Benchmark public long varHandle() {
        Blackhole.consumeCPU(step);
        return T.tick();
    }

    /**
     * With the library's class.
     *
     * @return T
     */
    @Benchmark public long atomicLong() {
        Blackhole.consumeCPU(step);
        return atomic.incrementAndGet();
    }

    /**
     * The wrong way for T: nobody learns which value this step made.
     *
     * @return nothing of use
     */
    @Benchmark public long longAdder() {
        Blackhole.consumeCPU(step);
        adder.increment();
        return 0;
    }

    /**
     * With a lock.
     *
     * @return T
     */
    @Benchmark public long underLock() {
        Blackhole.consumeCPU(step);
        synchronized (lock) {
            return ++locked;
        }
    }

    /**
     * The wrong way: steps of two threads may become one.
     *
     * @return T, or not
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    @Benchmark public long plusPlus() {
        Blackhole.consumeCPU(step);
        return ++plain;
    }
}
