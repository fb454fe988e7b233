package skein.bench;

import java.util.Locale;
import skein.tensor.Kernels;

/**
 * What another thread buys: environment steps per second of A3C while it learns, world included,
 * with 1 thread and with 2, 4, ... in turn, so that a slow moment of the machine hits all alike.
 * Prints medians, and the median of the ratios within a round, with quartiles.
 *
 * <p>"Apart" is the ideal, measured in the same round: as many trainings with one thread each, that
 * share nothing but the machine. Where the cores are virtual, two may be halves of one, or far from
 * each other; then apart is far below the number of threads as well. "Of apart" is what is left of
 * it when the threads train one θ: the price of sharing, and nothing else.
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
        double[][] apart = new double[threads.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < threads.length; k++) {
                speed[k][round] = work.train(threads[k], steps, round).stepsPerSecond();
                apart[k][round] = work.trainApart(threads[k], steps, round).stepsPerSecond();
            }
        }
        System.out.println("threads    steps/s    ratio to the first    apart                "
                + "of apart");
        for (int k = 0; k < threads.length; k++) {
            System.out.printf(Locale.ROOT, "%7d %,10.0f    %s  %s  %s%n", threads[k],
                    Quantile.of(speed[k], 0.5), ratio(speed[k], speed[0]),
                    ratio(apart[k], apart[0]), ratio(speed[k], apart[k]));
        }
    }

    private void warmUp(int n) {
        long start = System.nanoTime();
        do {
            work.train(n, steps, 1);
        } while (System.nanoTime() - start < WARM_UP);
    }

    /** The median of the ratios within a round, and their quartiles. */
    private String ratio(double[] a, double[] b) {
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) ratios[round] = a[round] / b[round];
        return String.format(Locale.ROOT, "%.2f (%.2f .. %.2f)", Quantile.of(ratios, 0.5),
                Quantile.of(ratios, 0.25), Quantile.of(ratios, 0.75));
    }
}
