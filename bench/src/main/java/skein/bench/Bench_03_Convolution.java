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
import skein.tensor.ConvolutionKernel;
import skein.tensor.ConvolutionShape;
import skein.tensor.Kernels;

/**
 * A convolution is a product of matrices whose rows overlap. How near does it come to one?
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_03}
 *
 * <p>Read the lines that end in {@code gflops}: their unit, flop/ns, is GFLOP/s. The peak is in
 * {@link Bench_02_Matmul}.
 *
 * <p>What you should see, as parts of that peak (5 images, forward and backwardWeight): Atari's
 * first layer 0.53 to 0.56 on JDK 17 and 0.63 to 0.68 on 25, the second 0.65 to 0.72 on both,
 * MinAtar's 0.34 to 0.44; with 1 image less, because turning the weights costs the same.
 * backwardInput of a layer with few planes is slow: of a vector's lanes, one for each plane is
 * used.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_03_Convolution {
    /** One benchmark of each pass. */
    public Bench_03_Convolution() {
    }

    /** Counts operations, so that layers can be compared. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Flops {
        /** Floating-point operations, two for a multiply-add. */
        public double gflops;

        /** None yet. */
        public Flops() {
        }
    }

    /** x [N, C, H, W], w [O, C, U, V], y [N, O, outH, outW]. */
    @State(Scope.Thread)
    public static class Layer {
        /** Which kernels compute. */
        @Param({"plain", "vector"})
        public String kernels;

        /** C × H × W, O × U × V, stride: Atari's two layers, MinAtar's with 4 and 10 planes. */
        @Param({"4x84x84x16x8x8x4", "16x20x20x32x4x4x2", "4x10x10x16x3x3x1", "10x10x10x16x3x3x1"})
        public String layer;

        /** N: acting looks at 1 image, learning at 5. */
        @Param({"1", "5"})
        public int images;

        private ConvolutionKernel kernel;
        private float[] x;
        private float[] w;
        private float[] y;
        private float[] dx;
        private float[] dw;
        private double flops;

        /** Nothing yet. */
        public Layer() {
        }

        /** Random numbers, and a first forward, which backwardWeight must be able to rely on. */
        @Setup public void prepare() {
            System.setProperty("skein.kernels", kernels);
            String[] d = layer.split("x");
            int[] e = new int[d.length];
            for (int i = 0; i < e.length; i++) e[i] = Integer.parseInt(d[i]);
            ConvolutionShape shape = new ConvolutionShape(e[0], e[1], e[2], e[3], e[4], e[5], e[6],
                    0);
            kernel = Kernels.create().convolution(shape);
            SplittableRandom rng = new SplittableRandom(1);
            x = random(images * shape.imageSize(), rng);
            w = random(shape.o() * shape.filterSize(), rng);
            y = random(images * shape.o() * shape.outSize(), rng);
            dx = x.clone();
            dw = w.clone();
            flops = 2.0 * y.length * shape.filterSize();
            kernel.forward(images, x, 0, w, 0, y);
        }

        private static float[] random(int size, SplittableRandom rng) {
            float[] a = new float[size];
            for (int i = 0; i < size; i++) a[i] = (float) rng.nextDouble(-1e-6, 1e-6);
            return a;
        }
    }

    /**
     * y += w ∗ x.
     *
     * @param l the layer
     * @param f what was done
     * @return y
     */
    @Benchmark public float[] forward(Layer l, Flops f) {
        l.kernel.forward(l.images, l.x, 0, l.w, 0, l.y);
        f.gflops += l.flops;
        return l.y;
    }

    /**
     * dx += what dy causes; a network's first layer does not need it.
     *
     * @param l the layer, y for its gradient
     * @param f what was done
     * @return dx
     */
    @Benchmark public float[] backwardInput(Layer l, Flops f) {
        l.kernel.backwardInput(l.images, l.y, l.w, 0, l.dx, 0);
        f.gflops += l.flops;
        return l.dx;
    }

    /**
     * dw += what dy causes.
     *
     * @param l the layer, y for its gradient
     * @param f what was done
     * @return dw
     */
    @Benchmark public float[] backwardWeight(Layer l, Flops f) {
        l.kernel.backwardWeight(l.images, l.x, 0, l.y, l.dw, 0);
        f.gflops += l.flops;
        return l.dw;
    }
}
