package skein.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import skein.tensor.vector.PeakFlops;

/**
 * What one core can do at best, to measure networks against. Answers each line on standard input
 * with one line, after about a tenth of a second of measuring.
 *
 * <pre>
 *   peak              multiply-adds in registers, GFLOP/s
 *   triad N           a[i] = b[i] + s c[i] on three arrays of N floats, GB/s: three are moved
 * </pre>
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector
 * -XX:CompileCommand=dontinline,skein.tensor.vector.PeakFlops::run
 * -cp bench/target/benchmarks.jar skein.bench.MachineSpeed}
 */
public final class MachineSpeed {
    private static final long DURATION = 100_000_000;        // ns
    private static final int PEAK = 1000;

    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private double sum;                      // of all results, so that nothing can be left out

    private MachineSpeed() {
    }

    /**
     * Answers until standard input ends.
     *
     * @param args none
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        MachineSpeed machine = new MachineSpeed();
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(machine.answer(line.split(" ")));
        }
        System.err.println("The results add up to " + machine.sum + ".");
    }

    private double answer(String[] words) {
        return switch (words[0]) {
            case "peak" -> peak();
            case "triad" -> triad(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException("MachineSpeed knows peak and triad, "
                    + "but got \"" + words[0] + "\".");
        };
    }

    private double peak() {
        long start = System.nanoTime();
        long time = 0;
        double flops = 0;
        while (time < DURATION) {
            sum += PeakFlops.run(PEAK);
            flops += PeakFlops.flops(PEAK);
            time = System.nanoTime() - start;
        }
        return flops / time;
    }

    private double triad(int n) {
        if (a.length != n) {
            a = new float[n];
            b = new float[n];
            c = new float[n];
        }
        long start = System.nanoTime();
        long time = 0;
        double bytes = 0;
        while (time < DURATION) {
            triad(a, b, c, 0.5f);
            bytes += 3.0 * Float.BYTES * n;
            time = System.nanoTime() - start;
        }
        sum += a[n / 2];
        return bytes / time;
    }

    private static void triad(float[] a, float[] b, float[] c, float s) {
        for (int i = 0; i < a.length; i++) a[i] = b[i] + s * c[i];
    }
}
