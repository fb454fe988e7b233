package skein.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import skein.tensor.Kernels;

/**
 * Skein's side of {@code bench/peers}: does what it is told on standard input, and answers each
 * line with one line.
 *
 * <pre>
 *   size              number of parameters
 *   observations      the five observations that it works on, numbers between spaces
 *   kernels           which kernels compute, and the JDK's version
 *   forward COUNT     so many forward passes of one observation, nanoseconds
 *   update COUNT      so many updates on a segment of five, nanoseconds
 * </pre>
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.NetworkSpeed mlp}
 */
public final class NetworkSpeed {
    private final NetworkWork work;
    private double sum;                      // of all results, so that nothing can be left out

    private NetworkSpeed(NetworkWork work) {
        this.work = work;
    }

    /**
     * Answers until standard input ends.
     *
     * @param args the network's name
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        Arguments.run("NetworkSpeed NETWORK", args,
                given -> obey(given.oneOf("NETWORK", NetworkWork.NAMES)));
    }

    private static void obey(String network) throws IOException {
        NetworkSpeed speed = new NetworkSpeed(new NetworkWork(network));
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(speed.answer(line.split(" ")));
        }
        System.err.println("The results add up to " + speed.sum + ".");
    }

    private String answer(String[] words) {
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        return switch (words[0]) {
            case "size" -> String.valueOf(work.size());
            case "observations" -> work.observations();
            case "kernels" -> Kernels.create() + ", JDK " + Runtime.version().feature();
            case "forward" -> String.valueOf(forward(count("forward COUNT", rest)));
            case "update" -> String.valueOf(update(count("update COUNT", rest)));
            default -> throw new Arguments.Refused("NetworkSpeed knows size, "
                    + "observations, kernels, forward and update, but got \"" + words[0] + "\".");
        };
    }

    private static int count(String usage, String[] words) {
        return new Arguments(usage, words).whole("COUNT", Integer.MAX_VALUE);
    }

    private long forward(int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) sum += work.forward();
        return System.nanoTime() - start;
    }

    private long update(int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) sum += work.update();
        return System.nanoTime() - start;
    }
}
