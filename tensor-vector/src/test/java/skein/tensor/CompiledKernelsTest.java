package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.vector.VectorKernels;

/**
 * What the compiler makes of the kernels. A run can be repeated bit for bit only if a kernel
 * computes the same whether it is interpreted, compiled in haste or compiled well; and vectors are
 * objects until they are compiled well, if they ever are (see {@code Lanes}). So a JVM of its own
 * runs each kernel 3000 times, the first time surely interpreted, compares, and waits until nothing
 * is allocated.
 */
class CompiledKernelsTest {
    private static final int TIMES = 3000;

    /** Everything that vector kernels do once, at sizes that have edges everywhere. */
    private static final class Work {
        private final Kernels kernels = new VectorKernels();
        private final ConvolutionKernel convolution =
                kernels.convolution(new ConvolutionShape(3, 9, 8, 5, 3, 3, 2, 1));
        private final float[] a = new float[4096];
        private final float[] b = new float[4096];
        private final float[] c = new float[4096];    // many zeros: x behind a relu, and its dw
        final float[][] y = new float[16][4096];

        Work() {
            SplittableRandom rng = new SplittableRandom(7);
            for (int i = 0; i < a.length; i++) {
                a[i] = rng.nextFloat(-2, 2);
                b[i] = rng.nextFloat(-2, 2);
                if (i < 500 && i % 33 % 4 == 1) c[i] = a[i];
            }
        }

        /** With products of one row, which on JDK 17 keep 18 objects in one JVM of ten. */
        void runAll() {
            run();
            kernels.matmul(1, 33, 93, a, 1, b, 2, y[3]);
            kernels.matmulTN(5, 33, 1, a, 1, b, y[11], 2);
        }

        void run() {
            for (float[] result : y) Arrays.fill(result, 0);
            kernels.matmul(5, 33, 93, a, 1, b, 2, y[0]);
            kernels.matmulNT(5, 33, 93, a, b, 2, y[1], 1);
            kernels.matmulTN(5, 33, 93, a, 1, b, y[2], 2);
            kernels.matmul(5, 33, 1, a, 1, b, 2, y[9]);
            kernels.matmulNT(5, 33, 1, a, b, 2, y[10], 1);
            kernels.sumRows(5, 93, a, y[4], 1);
            convolution.forward(2, a, 1, b, 2, y[5]);
            convolution.backwardWeight(2, a, 1, b, y[6], 2);
            convolution.backwardInput(2, a, b, 2, y[7], 1);
            y[8][0] = (float) kernels.sumOfSquares(1001, a);
            kernels.rmsProp(7, 1001, a, 0.1f, 0.9f, 0.01f, y[8], y[7]);
            kernels.matmul(5, 33, 93, c, 1, b, 2, y[12]);
            kernels.matmulTN(5, 33, 93, c, 1, b, y[13], 2);
            kernels.rmsProp(7, 1001, c, 0.1f, 0.9f, 0.01f, y[14], y[15]);
        }
    }

    /** Prints the first result that differs, or that all are the same and what a run allocates. */
    public static void main(String[] args) {
        Work work = new Work();
        work.runAll();
        float[][] first = work.y.clone();
        for (int i = 0; i < first.length; i++) first[i] = work.y[i].clone();
        for (int time = 1; time < TIMES; time++) {
            work.runAll();
            for (int i = 0; i < first.length; i++) {
                int at = Arrays.mismatch(first[i], work.y[i]);
                if (at < 0) continue;
                System.out.println("Result " + i + " at " + at + " was " + first[i][at]
                        + " and is " + work.y[i][at] + " the time " + time + ".");
                return;
            }
        }
        System.out.println("the same bits, " + AllocatedBytes.by(work::run) + " bytes allocated");
    }

    @Test void a_compiled_kernel_computes_the_bits_of_the_interpreted_one_and_allocates_nothing()
            throws IOException {
        Process jvm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector",
                "-cp", System.getProperty("java.class.path"), CompiledKernelsTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] out = jvm.getInputStream().readAllBytes();
        assertEquals("the same bits, 0 bytes allocated",
                new String(out, StandardCharsets.UTF_8).strip());
    }
}
