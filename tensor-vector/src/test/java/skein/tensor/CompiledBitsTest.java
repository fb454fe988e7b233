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
 * A run can be repeated bit for bit only if a kernel computes the same whether it is interpreted,
 * compiled in haste or compiled well. So a JVM of its own runs each kernel 3000 times, the first
 * time surely interpreted, and compares.
 */
class CompiledBitsTest {
    private static final int TIMES = 3000;

    /** Everything that vector kernels do once, at sizes that have edges everywhere. */
    private static final class Work {
        private final Kernels kernels = new VectorKernels();
        private final ConvolutionKernel convolution =
                kernels.convolution(new ConvolutionShape(3, 9, 8, 5, 3, 3, 2, 1));
        private final float[] a = new float[4096];
        private final float[] b = new float[4096];

        Work() {
            SplittableRandom rng = new SplittableRandom(7);
            for (int i = 0; i < a.length; i++) {
                a[i] = rng.nextFloat(-2, 2);
                b[i] = rng.nextFloat(-2, 2);
            }
        }

        float[][] results() {
            float[][] y = new float[9][4096];
            kernels.matmul(5, 33, 93, a, 1, b, 2, y[0]);
            kernels.matmulNT(5, 33, 93, a, b, 2, y[1], 1);
            kernels.matmulTN(5, 33, 93, a, 1, b, y[2], 2);
            kernels.matmul(1, 33, 93, a, 1, b, 2, y[3]);
            kernels.sumRows(5, 93, a, y[4], 1);
            convolution.forward(2, a, 1, b, 2, y[5]);
            convolution.backwardWeight(2, a, 1, b, y[6], 2);
            convolution.backwardInput(2, a, b, 2, y[7], 1);
            y[8][0] = (float) kernels.sumOfSquares(1001, a);
            kernels.rmsProp(7, 1001, a, 0.1f, 0.9f, 0.01f, y[8], y[7]);
            return y;
        }
    }

    /** Prints the first result that differs, or that all are the same. */
    public static void main(String[] args) {
        Work work = new Work();
        float[][] first = work.results();
        for (int time = 1; time < TIMES; time++) {
            float[][] again = work.results();
            for (int y = 0; y < first.length; y++) {
                int at = Arrays.mismatch(first[y], again[y]);
                if (at < 0) continue;
                System.out.println("Result " + y + " at " + at + " was " + first[y][at]
                        + " and is " + again[y][at] + " the time " + time + ".");
                return;
            }
        }
        System.out.println("all the same");
    }

    @Test void a_kernel_computes_the_same_bits_before_and_after_it_is_compiled()
            throws IOException {
        Process jvm = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector",
                "-cp", System.getProperty("java.class.path"), CompiledBitsTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] out = jvm.getInputStream().readAllBytes();
        assertEquals("all the same", new String(out, StandardCharsets.UTF_8).strip());
    }
}
