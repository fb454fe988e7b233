package skein.bench;

import java.util.SplittableRandom;
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
import skein.tensor.Kernels;

/**
 * The smallest product: Σ a_i b_i. The JIT makes SIMD code of most plain loops, but not of this
 * one. Float addition is not associative, so the language fixes the order of the sum, and each
 * addition waits for the one before: 4 cycles or so, whatever the width of the vectors.
 *
 * <p>The wrong way is {@link #oneSum}, the loop as on the board. {@link #fourSums} breaks the chain
 * by hand: four sums that do not wait for each other. {@link #axpy}, y_i += s a_i, has no chain;
 * that is the form in which plain kernels compute a product, row by row. The vector kernels have
 * sixteen lanes, each with a sum of its own, and several such vectors.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_05}
 *
 * <p>What you should see (2,592 elements, JDK 25): four sums in half the time of one; axpy in a
 * twelfth, and the vector kernels' dot product in an eighth. The definition takes twice the time of
 * {@link #oneSum}, and so do plain kernels: they are made for rows of many columns, and this is a
 * single one, their worst case.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_05_Dot {
    /** How many elements: the last layer's inputs, and Atari's largest. */
    @Param({"128", "2592"})
    public int n;

    private final Kernels[] kernels = new Kernels[3];
    private float[] a;
    private float[] b;
    private float[] sum;

    /** One benchmark of each kind. */
    public Bench_05_Dot() {
    }

    /** Random vectors, and all kernels. */
    @Setup public void prepare() {
        String[] names = {"reference", "plain", "vector"};
        for (int k = 0; k < names.length; k++) {
            System.setProperty("skein.kernels", names[k]);
            kernels[k] = Kernels.create();
        }
        SplittableRandom rng = new SplittableRandom(1);
        a = new float[n];
        b = new float[n];
        sum = new float[1];
        for (int i = 0; i < n; i++) {
            a[i] = (float) rng.nextDouble(-1e-6, 1e-6);
            b[i] = (float) rng.nextDouble(-1e-6, 1e-6);
        }
    }

    /**
     * As on the board: one sum.
     *
     * @return a · b
     */
    @Benchmark public float oneSum() {
        float s = 0;
        for (int i = 0; i < n; i++) s += a[i] * b[i];
        return s;
    }

    /**
     * Four sums, which do not wait for each other.
     *
     * @return a · b; n is a multiple of 4
     */
    @Benchmark public float fourSums() {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < n; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        return s0 + s1 + (s2 + s3);
    }

    /**
     * As many multiply-adds without a chain.
     *
     * @return b, to which 1e-9 a was added
     */
    @Benchmark public float[] axpy() {
        for (int i = 0; i < n; i++) b[i] += 1e-9f * a[i];
        return b;
    }

    /**
     * A product of matrices that is a single dot product, by the definition.
     *
     * @return the sum of all so far
     */
    @Benchmark public float reference() {
        return dot(kernels[0]);
    }

    /**
     * The same by plain kernels.
     *
     * @return the sum of all so far
     */
    @Benchmark public float plain() {
        return dot(kernels[1]);
    }

    /**
     * The same by vector kernels.
     *
     * @return the sum of all so far
     */
    @Benchmark public float vector() {
        return dot(kernels[2]);
    }

    private float dot(Kernels kernel) {
        kernel.matmulNT(1, 1, n, a, b, 0, sum, 0);
        return sum[0];
    }
}
