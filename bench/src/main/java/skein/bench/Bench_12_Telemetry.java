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

/**
 * What does it cost to watch? Environment steps per second of A3C, world included, with telemetry
 * and without. Off means that it is not there: a learner's world, θ and optimizer are then its own,
 * and not what telemetry has put around them.
 *
 * <p>The wrong way is not a method here but a way to measure: both in one JVM. Once it has seen the
 * two kinds of world and optimizer it calls each in a slower way, and "off" pays for "on". JMH
 * gives each a JVM of its own, and several, because JVMs compile the same code now better, now
 * worse.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_12}; read the lines that end in
 * {@code steps}, which are steps per second. On a busy machine a few per cent are easily lost in
 * its noise: repeat with {@code -f 1}, so that off and on stand side by side, and take the median
 * of the ratios; or use {@code TelemetryCost}, whose JVMs take turns.
 *
 * <p>What you should see: on makes 0.97 to 1.00 times the steps of off.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 5, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_12_Telemetry {
    private static final int RUN = 10_000;                   // steps
    private static final int T_MAX = 20;

    /** Whether all figures are collected. */
    @Param({"false", "true"})
    public boolean telemetry;

    /** The world. */
    @Param("cartpole")
    public String world;

    /** Actor-learners. */
    @Param("1")
    public int learners;

    private TelemetryCost work;
    private long seed;

    /** One benchmark of each kind. */
    public Bench_12_Telemetry() {
    }

    /** Counts, because the last segments of a run go beyond T_max. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        /** Environment steps. */
        public long steps;

        /** None yet. */
        public Done() {
        }
    }

    /** Puts it together. */
    @Setup public void prepare() {
        work = new TelemetryCost(world, learners, T_MAX, telemetry);
    }

    /**
     * One run, from fresh parameters.
     *
     * @param done what was done
     */
    @Benchmark public void train(Done done) {
        done.steps += work.train(RUN, seed++);
    }
}
