package skein.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import skein.tensor.vector.PeakFlops;

/**
 * What one core can do at best, to measure networks against. Does what it is told on standard
 * input, and answers each line with one line.
 *
 * <pre>
 *   flops             floating-point operations of one peak
 *   peak COUNT        so many times multiply-adds in registers, nanoseconds
 *   triad N COUNT     so many times a[i] = b[i] + s c[i] on arrays of N floats, nanoseconds
 * </pre>
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector
 * -XX:CompileCommand=dontinline,skein.tensor.vector.PeakFlops::run
 * -cp bench/target/benchmarks.jar skein.bench.MachineSpeed}
 */
public final class MachineSpeed {
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
        Arguments.run("MachineSpeed", args, given -> obey());
    }

    private static void obey() throws IOException {
        MachineSpeed machine = new MachineSpeed();
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(machine.answer(line.split(" ")));
        }
        System.err.println("The results add up to " + machine.sum + ".");
    }

    private long answer(String[] words) {
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        return switch (words[0]) {
            case "flops" -> (long) PeakFlops.flops(PEAK);
            case "peak" -> peak(new Arguments("peak COUNT", rest));
            case "triad" -> triad(new Arguments("triad N COUNT", rest));
            default -> throw new Arguments.Refused("MachineSpeed knows flops, peak and "
                    + "triad, but got \"" + words[0] + "\".");
        };
    }

    private long peak(Arguments given) {
        int count = given.whole("COUNT", Integer.MAX_VALUE);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) sum += PeakFlops.run(PEAK);
        return System.nanoTime() - start;
    }

    private long triad(Arguments given) {
        int n = given.whole("N", 100 * Arguments.MOST);
        int count = given.whole("COUNT", Integer.MAX_VALUE);
        if (a.length != n) {
            a = new float[n];
            b = new float[n];
            c = new float[n];
        }
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) triad(a, b, c, 0.5f);
        sum += a[n / 2];
        return System.nanoTime() - start;
    }

    private static void triad(float[] a, float[] b, float[] c, float s) {
        for (int i = 0; i < a.length; i++) a[i] = b[i] + s * c[i];
    }
}
