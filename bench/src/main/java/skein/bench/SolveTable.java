package skein.bench;

import java.util.Arrays;
import java.util.Locale;
import skein.rl.evaluation.Evaluation;

/**
 * How soon and how surely A3C solves CartPole-v1: for each seed, the first multiple of 10,000 steps
 * at which 100 evaluation episodes have a mean return of at least 475, and the evaluation of the
 * last parameters.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.SolveTable [SEEDS] [THREADS]
 * [STEPS]}
 */
public final class SolveTable {
    private static final double SOLVED = 475;
    private static final long NEVER = Long.MAX_VALUE;

    private SolveTable() {
    }

    /**
     * Prints a line for each seed, and their summary.
     *
     * @param args number of seeds (20), threads (one a core), steps of a run (300,000)
     */
    public static void main(String[] args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int threads = args.length > 1 ? Integer.parseInt(args[1])
                : Runtime.getRuntime().availableProcessors();
        long steps = args.length > 2 ? Long.parseLong(args[2]) : 300_000;
        System.out.printf("JDK %s, %d threads%nseed  solved at T   last: mean    min%n",
                Runtime.version(), threads);
        long[] solvedAt = new long[seeds];
        int lastSolved = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            CartPoleRun run = CartPoleRun.train(seed, threads, steps);
            solvedAt[seed - 1] = solvedAt(run);
            Evaluation last = run.evaluate(run.theta());
            if (last.mean() >= SOLVED) lastSolved++;
            System.out.printf(Locale.ROOT, "%4d  %11s   %10.1f  %5.0f%n", seed,
                    text(solvedAt[seed - 1]), last.mean(), last.min());
        }
        Arrays.sort(solvedAt);
        System.out.printf("solved by %d of %d seeds; median T %s, latest %s; last parameters solve "
                + "it for %d of %d%n", Arrays.stream(solvedAt).filter(at -> at < NEVER).count(),
                        seeds,
                text(solvedAt[(seeds - 1) / 2]), text(solvedAt[seeds - 1]), lastSolved, seeds);
    }

    private static long solvedAt(CartPoleRun run) {
        return run.snapshots().stream().sorted((a, b) -> Long.compare(a.steps(), b.steps()))
                .filter(snapshot -> run.evaluate(snapshot.theta()).mean() >= SOLVED)
                .mapToLong(CartPoleRun.Snapshot::steps).findFirst().orElse(NEVER);
    }

    private static String text(long steps) {
        return steps == NEVER ? "never" : String.format(Locale.ROOT, "%,d", steps);
    }
}
