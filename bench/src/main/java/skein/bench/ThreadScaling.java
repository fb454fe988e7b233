package skein.bench;

import java.util.Locale;
import skein.tensor.Kernels;

/**
 * What another thread buys: environment steps per second of A3C while it learns, world included,
 * with 1 thread and with 2, 4, ... in turn, so that a slow moment of the machine hits all alike.
 * Prints medians, and the median of the ratios within a round, with quartiles.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar
 * skein.bench.ThreadScaling [ROUNDS] [STEPS] [WORLD] [THREADS] [T_MAX]}, for example
 * {@code 15 100000 breakout 1,2 5,20}; {@code breakout-pixels} has the paper's network.
 */
public final class ThreadScaling {
    private static final long WARM_UP = 3_000_000_000L;      // ns at each number of threads

    private final TrainingWork work;
    private final int[] threads;
    private final int rounds;
    private final long steps;

    private ThreadScaling(TrainingWork work, int[] threads, int rounds, long steps) {
        this.work = work;
        this.threads = threads;
        this.rounds = rounds;
        this.steps = steps;
    }

    /**
     * Prints a table for each t_max.
     *
     * @param args rounds (15), steps of a run (1,000,000), world (cartpole), numbers of threads
     *             (1,2,4,8,16; the first is what the others are compared with), t_max (5,20)
     */
    public static void main(String[] args) {
        Arguments.run("ThreadScaling [ROUNDS=15] [STEPS=1000000] [WORLD=cartpole] "
                + "[THREADS=1,2,4,8,16] [T_MAX=5,20]", args, ThreadScaling::tables);
    }

    private static void tables(Arguments given) {
        int rounds = given.whole("ROUNDS", Arguments.MOST);
        long steps = given.steps("STEPS");
        String world = given.world("WORLD").name();
        int[] threads = given.wholes("THREADS", Arguments.MOST_THREADS);
        int[] segments = given.wholes("T_MAX", Arguments.MOST_SEGMENT);
        System.out.printf("A3C on %s, %s kernels, JDK %s, %d cores%n", world, Kernels.create(),
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (int tMax : segments) {
            System.out.printf("%nt_max %d%n", tMax);
            new ThreadScaling(new TrainingWork("a3c", world, tMax), threads, rounds, steps).table();
        }
    }

    private void table() {
        for (int n : threads) warmUp(n);
        double[][] speed = new double[threads.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < threads.length; k++) {
                speed[k][round] = work.train(threads[k], steps, round).stepsPerSecond();
            }
        }
        System.out.println("threads    steps/s    ratio to the first (quartiles)");
        for (int k = 0; k < threads.length; k++) print(threads[k], speed[k], speed[0]);
    }

    private void warmUp(int n) {
        long start = System.nanoTime();
        do {
            work.train(n, steps, 1);
        } while (System.nanoTime() - start < WARM_UP);
    }

    private void print(int n, double[] speed, double[] first) {
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) ratios[round] = speed[round] / first[round];
        System.out.printf(Locale.ROOT, "%7d %,10.0f    %.2f (%.2f .. %.2f)%n", n,
                Quantile.of(speed, 0.5), Quantile.of(ratios, 0.5), Quantile.of(ratios, 0.25),
                Quantile.of(ratios, 0.75));
    }
}
