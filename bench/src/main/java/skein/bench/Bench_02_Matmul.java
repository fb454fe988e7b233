package skein.bench;

import java.util.SplittableRandom;
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
import skein.tensor.Kernels;
import skein.tensor.vector.PeakFlops;

/**
 * Nearly all of a network's time is matrix products. A core can do so many multiply-adds a second
 * and no more; how much of that do the loops of a product get, and what takes the rest?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_02}
 *
 * <p>Read the lines that end in {@code gflops}: their unit, flop/ns, is GFLOP/s.
 *
 * <p>What you should see (forward, JDK 17 and 25, a Zen 4 core with a peak of 117 GFLOP/s): the
 * definition 3 to 4.5; plain loops, which the JIT turns into SIMD code, 15 to 40; vector kernels 55
 * to 90 percent of the peak for 5 rows and more. A single row (acting) is near 40: each weight is
 * loaded for one multiply-add only. backwardInput is slower than forward: it adds up lanes.
 *
 * <p>Behind a relu many columns of x are 0 in all rows, on Breakout seven or eight in ten. Try
 * {@code -p size=5x1024x128 -p dead=0,70}: vector kernels leave out what would meet zeros only
 * (the gflops count it as done, so they may exceed the peak). backwardInput cannot: it does not
 * know x. behindRelu is told it, and leaves dx as it is where a relu is closed in all rows.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector",
    "-XX:CompileCommand=quiet",
    "-XX:CompileCommand=dontinline,skein.tensor.vector.PeakFlops::run"})
public class Bench_02_Matmul {
    private static final int PEAK = 1000;

    /** One benchmark of each kind. */
    public Bench_02_Matmul() {
    }

    /** Counts operations, so that sizes can be compared. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Flops {
        /** Floating-point operations, two for a multiply-add. */
        public double gflops;

        /** None yet. */
        public Flops() {
        }
    }

    /** y [m, n] = x [m, k] · w [k, n], and its two ways back. */
    @State(Scope.Thread)
    public static class Product {
        /** Which kernels compute. */
        @Param({"reference", "plain", "vector"})
        public String kernels;

        /** The sizes, m × k × n: a hidden layer for 1 and 5 states, Atari's for 5 and 128. */
        @Param({"1x128x128", "5x128x128", "5x2592x256", "128x2592x256"})
        public String size;

        /** How many columns of x are 0, in percent. */
        @Param("0")
        public int dead;

        private Kernels kernel;
        private int m;
        private int k;
        private int n;
        private float[] x;
        private float[] w;
        private float[] y;
        private float[] dx;
        private double flops;

        /** Nothing yet. */
        public Product() {
        }

        /** Matrices of random numbers. */
        @Setup public void prepare() {
            System.setProperty("skein.kernels", kernels);
            kernel = Kernels.create();
            String[] extents = size.split("x");
            m = Integer.parseInt(extents[0]);
            k = Integer.parseInt(extents[1]);
            n = Integer.parseInt(extents[2]);
            SplittableRandom rng = new SplittableRandom(1);
            x = random(m * k, rng);
            for (int i = 0; i < k; i++) if (rng.nextInt(100) < dead) clearColumn(i);
            w = random(k * n, rng);
            y = random(m * n, rng);
            dx = random(m * k, rng);
            flops = 2.0 * m * k * n;
        }

        private void clearColumn(int i) {
            for (int r = 0; r < m; r++) x[r * k + i] = 0;
        }

        private static float[] random(int size, SplittableRandom rng) {
            float[] a = new float[size];
            for (int i = 0; i < size; i++) a[i] = (float) rng.nextDouble(-1e-6, 1e-6);
            return a;
        }
    }

    /**
     * y += x · w.
     *
     * @param p the matrices
     * @param f what was done
     * @return y
     */
    @Benchmark public float[] forward(Product p, Flops f) {
        p.kernel.matmul(p.m, p.k, p.n, p.x, 0, p.w, 0, p.y);
        f.gflops += p.flops;
        return p.y;
    }

    /**
     * dx += dy · wᵀ.
     *
     * @param p the matrices, y for its gradient
     * @param f what was done
     * @return dx
     */
    @Benchmark public float[] backwardInput(Product p, Flops f) {
        p.kernel.matmulNT(p.m, p.k, p.n, p.y, p.w, 0, p.dx, 0);
        f.gflops += p.flops;
        return p.dx;
    }

    /**
     * dx += dy · wᵀ, where a relu gave out x and is not closed.
     *
     * @param p the matrices, y for its gradient
     * @param f what was done
     * @return dx
     */
    @Benchmark public float[] behindRelu(Product p, Flops f) {
        p.kernel.matmulNT(p.m, p.k, p.n, p.y, p.w, 0, p.dx, 0, p.x);
        f.gflops += p.flops;
        return p.dx;
    }

    /**
     * dw += xᵀ · dy.
     *
     * @param p the matrices, w and y for their gradients
     * @param f what was done
     * @return dw
     */
    @Benchmark public float[] backwardWeight(Product p, Flops f) {
        p.kernel.matmulTN(p.m, p.k, p.n, p.x, 0, p.y, p.w, 0);
        f.gflops += p.flops;
        return p.w;
    }

    /**
     * Multiply-adds in registers, the peak.
     *
     * @param f what was done
     * @return their sum
     */
    @Benchmark public float peak(Flops f) {
        f.gflops += PeakFlops.flops(PEAK);
        return PeakFlops.run(PEAK);
    }
}
