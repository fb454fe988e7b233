package skein.bench;

import java.util.concurrent.TimeUnit;
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
 * The networks of the paper and of the course: what it costs to look at one observation, and to
 * learn from a segment of five. {@code bench/peers/run} times the same beside PyTorch.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_04 -prof gc}
 *
 * <p>What you should see: vector kernels two to three times as fast as plain ones; an update 15 to
 * 20 times as long as a look, far more than its five states; and {@code gc.alloc.rate.norm} 0 B/op
 * for all (JMH shows some thousandths per microsecond, its own).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_04_Networks {
    /** Which kernels compute. */
    @Param({"plain", "vector"})
    public String kernels;

    /** Which network. */
    @Param({"mlp", "minatar", "atari", "lstm"})
    public String network;

    private NetworkWork work;

    /** One benchmark of each kind. */
    public Bench_04_Networks() {
    }

    /** The network, an observation, and a segment. */
    @Setup public void prepare() {
        System.setProperty("skein.kernels", kernels);
        work = new NetworkWork(network);
    }

    /**
     * One observation.
     *
     * @return V and the first logit, added
     */
    @Benchmark public float act() {
        return work.forward();
    }

    /**
     * One update.
     *
     * @return the gradient's norm
     */
    @Benchmark public double update() {
        return work.update();
    }
}
