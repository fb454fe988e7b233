package skein.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.tensor.Kernels;
import skein.tensor.Shape;

/**
 * How many steps are lost when threads do nothing but update the same θ, and what an update costs:
 * the worst case, because a learner that also acts is rarely there at the same moment. Each thread
 * takes so many steps of exactly 1 off every weight, so θ shows how many have arrived.
 *
 * <p>"At 0": all threads begin each update at weight 0, "staggered": each at a place of its own, as
 * learners do.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar
 * skein.bench.LostSteps [WEIGHTS] [ROUNDS]}
 */
public final class LostSteps {
    private static final int[] THREADS = {1, 2, 4, 8};
    private static final int MOST = 2_000_000;               // beyond 2²⁴ a float cannot count
    private static final double WEIGHT_UPDATES = 4e7;        // of a thread in a round

    /** What a run came to: steps lost of all, 0 .. 1, and nanoseconds per weight and update. */
    private record Outcome(double lost, double nanos) {
    }

    private LostSteps() {
    }

    /**
     * Prints a table.
     *
     * @param args weights (1027, CartPole's) and rounds (5)
     * @throws InterruptedException if it is interrupted while threads run
     */
    public static void main(String[] args) throws InterruptedException {
        Arguments.run("LostSteps [WEIGHTS=1027] [ROUNDS=5]", args, LostSteps::table);
    }

    private static void table(Arguments given) throws InterruptedException {
        int weights = given.whole("WEIGHTS", Arguments.MOST);
        int rounds = given.whole("ROUNDS", Arguments.MOST);
        System.out.printf("JDK %s, %d cores, %s kernels, %,d weights; medians of %d rounds%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), Kernels.create(),
                weights, rounds);
        System.out.println("                    lost, %               ns a weight and update");
        System.out.println("mode    threads     at 0   staggered         at 0   staggered");
        for (MemoryMode mode : MemoryMode.values()) {
            for (int threads : THREADS) row(mode, threads, weights, rounds);
        }
    }

    private static void row(MemoryMode mode, int threads, int weights, int rounds)
            throws InterruptedException {
        Outcome[][] outcomes = new Outcome[2][rounds];       // [at 0 or staggered][round]
        for (int round = -1; round < rounds; round++) {      // the first one is warm-up
            for (int s = 0; s < 2; s++) {
                Outcome outcome = run(mode, threads, weights, s == 1);
                if (round >= 0) outcomes[s][round] = outcome;
            }
        }
        System.out.printf(Locale.ROOT, "%-7s %7d %8.2f %11.2f %12.3f %11.3f%n", mode, threads,
                100 * median(outcomes[0], true), 100 * median(outcomes[1], true),
                median(outcomes[0], false), median(outcomes[1], false));
    }

    private static double median(Outcome[] outcomes, boolean lost) {
        return Arrays.stream(outcomes).mapToDouble(o -> lost ? o.lost() : o.nanos()).sorted()
                .skip(outcomes.length / 2).findFirst().orElseThrow();
    }

    /** With α = 0 and d = 1 g is 1, so with ε = 3 and η = 2 each step is 2 · 1 / √(1 + 3) = 1. */
    private static Outcome run(MemoryMode mode, int threads, int weights, boolean staggered)
            throws InterruptedException {
        Layout layout = new Layout();
        layout.add("theta", Shape.of(weights), Initializer.zeros());
        Parameters theta = layout.zeros().withMemory(mode);
        SharedRmsProp rule = new SharedRmsProp(theta, 0, 3);
        Parameters ones = layout.zeros();
        Arrays.fill(ones.values(), 1);
        int updates = updates(mode, weights);
        CountDownLatch start = new CountDownLatch(threads);
        Thread[] running = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            Optimizer own = staggered ? rule.learner(i, threads) : rule.learner(0, 1);
            running[i] = new Thread(() -> {
                start.countDown();
                while (start.getCount() > 0) Thread.onSpinWait();
                for (int k = 0; k < updates; k++) own.update(ones, 2);
            });
            running[i].start();
        }
        start.await();
        long begin = System.nanoTime();
        for (Thread thread : running) thread.join();
        double nanos = System.nanoTime() - begin;
        double arrived = 0;
        for (float value : theta.values()) arrived -= value;
        double each = (double) updates * weights;
        return new Outcome(1 - arrived / (threads * each), nanos / each);
    }

    private static int updates(MemoryMode mode, int weights) {
        double slower = mode == MemoryMode.ATOMIC ? 10 : 1;
        return (int) Math.min(MOST, WEIGHT_UPDATES / weights / slower);
    }
}
