package skein.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import skein.tensor.Kernels;

/**
 * Skein's side of {@code bench/peers/run training}: A3C on a world, or Shared RMSProp's step alone.
 * Does what it is told on standard input, and answers each line with one line.
 *
 * <pre>
 *   size                 number of parameters
 *   kernels              which kernels compute, and the JDK's version
 *   train STEPS COUNT    so many runs one after another, each from fresh parameters:
 *                        nanoseconds, nanoseconds of processor time, steps
 *   update N COUNT       so many steps of the optimizer on N weights: nanoseconds
 * </pre>
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.TrainingSpeed cartpole 2 20}: the
 * world, threads, t_max.
 */
public final class TrainingSpeed {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final TrainingWork work;
    private final int threads;
    private UpdateWork update;               // the last one asked for
    private long seed;

    private TrainingSpeed(TrainingWork work, int threads) {
        this.work = work;
        this.threads = threads;
    }

    /**
     * Answers until standard input ends.
     *
     * @param args the world's name, how many threads, and t_max
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        Arguments.run("TrainingSpeed WORLD THREADS T_MAX", args, TrainingSpeed::obey);
    }

    private static void obey(Arguments given) throws IOException {
        TrainingSpeed speed = new TrainingSpeed(new TrainingWork("a3c",
                given.world("WORLD").name(), given.whole("T_MAX", Arguments.MOST_SEGMENT)),
                given.whole("THREADS", Arguments.MOST_THREADS));
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(speed.answer(line.split(" ")));
        }
    }

    private String answer(String[] words) {
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        return switch (words[0]) {
            case "size" -> String.valueOf(work.size());
            case "kernels" -> Kernels.create() + ", JDK " + Runtime.version().feature();
            case "train" -> train(new Arguments("train STEPS COUNT", rest));
            case "update" -> update(new Arguments("update N COUNT", rest));
            default -> throw new Arguments.Refused("TrainingSpeed knows size, kernels, "
                    + "train and update, but got \"" + words[0] + "\".");
        };
    }

    private String train(Arguments given) {
        long steps = given.steps("STEPS");
        int count = given.whole("COUNT", Integer.MAX_VALUE);
        long taken = 0;
        long done = 0;
        long processor = PROCESS.getProcessCpuTime();
        for (int i = 0; i < count; i++) {
            TrainingWork.Run run = work.train(threads, steps, seed++);
            taken += run.nanos();
            done += run.steps();
        }
        return taken + " " + (PROCESS.getProcessCpuTime() - processor) + " " + done;
    }

    private String update(Arguments given) {
        int weights = given.whole("N", 100 * Arguments.MOST);
        int count = given.whole("COUNT", Integer.MAX_VALUE);
        if (update == null || update.weights() != weights) {
            update = new UpdateWork(new UpdateWork.Shared("fenced", weights), 0, 0, 1);
        }
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) update.step();
        return String.valueOf(System.nanoTime() - start);
    }
}
