package skein.bench;

import java.util.Arrays;
import java.util.Locale;
import skein.rl.algorithm.A3C;

/**
 * What another thread buys: environment steps per second of A3C on CartPole while it learns, world
 * included, with 1 thread and with 2, 4, ... in turn, so that a slow moment of the machine hits
 * all alike. Prints medians, and the median of the ratios within a round, with quartiles.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.ThreadScaling [ROUNDS] [STEPS]}
 */
public final class ThreadScaling {
    private static final int[] THREADS = {1, 2, 4, 8, 16};

    private ThreadScaling() {
    }

    /**
     * Prints a table for t_max 5 and one for t_max 20.
     *
     * @param args rounds (15) and steps of a run (1,000,000)
     */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        long steps = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        System.out.printf("JDK %s, %d cores%n", Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (int tMax : new int[] {5, 20}) table(tMax, rounds, steps);
    }

    private static void table(int tMax, int rounds, long steps) {
        A3C.Hyper h = CartPoleRun.HYPER;
        A3C.Hyper hyper = new A3C.Hyper(tMax, h.gamma(), h.beta(), h.valueCoefficient(),
                h.maxNorm(), h.eta());
        double[][] speed = new double[THREADS.length][rounds];
        for (int n : THREADS) CartPoleRun.train(1, n, steps, hyper);             // warm-up
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < THREADS.length; k++) {
                CartPoleRun run = CartPoleRun.train(round, THREADS[k], steps, hyper);
                speed[k][round] = run.stepsPerSecond();
            }
        }
        System.out.printf("%nt_max %d%nthreads    steps/s    ratio to 1 thread (quartiles)%n",
                tMax);
        for (int k = 0; k < THREADS.length; k++) {
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = speed[k][round] / speed[0][round];
            }
            System.out.printf(Locale.ROOT, "%7d %,10.0f    %.2f (%.2f .. %.2f)%n", THREADS[k],
                    quantile(speed[k], 0.5), quantile(ratios, 0.5), quantile(ratios, 0.25),
                    quantile(ratios, 0.75));
        }
    }

    private static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(q * (sorted.length - 1))];
    }
}
