package skein.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import skein.rl.evaluation.Evaluation;
import skein.tensor.Kernels;

/**
 * How soon and how surely A3C solves CartPole-v1 with few and with many threads: for each number of
 * threads and each seed, the first multiple of 10,000 steps at which 100 evaluation episodes have a
 * mean return of at least 475, and the evaluation of the last parameters.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar
 * skein.bench.SolveTable [SEEDS] [THREADS] [STEPS]}, for example {@code 10 1,2,4,8,16,32}.
 */
public final class SolveTable {
    private static final double SOLVED = 475;
    private static final long NEVER = Long.MAX_VALUE;

    private final int threads;
    private final long[] solvedAt;           // of each seed
    private int lastSolved;                  // seeds whose last parameters solve it

    private SolveTable(int threads, int seeds) {
        this.threads = threads;
        solvedAt = new long[seeds];
    }

    /**
     * Prints a line for each seed, and at the end one for each number of threads.
     *
     * @param args number of seeds (10), numbers of threads (1,2,4,8,16,32), steps of a run
     *             (300,000)
     */
    public static void main(String[] args) {
        Arguments.run("SolveTable [SEEDS=10] [THREADS=1,2,4,8,16,32] [STEPS=300000]", args,
                SolveTable::tables);
    }

    private static void tables(Arguments given) {
        int seeds = given.whole("SEEDS", Arguments.MOST);
        int[] threads = given.wholes("THREADS", Arguments.MOST_THREADS);
        long steps = given.steps("STEPS");
        System.out.printf("A3C on CartPole-v1, %,d steps, %s kernels, JDK %s, %d cores%n%n", steps,
                Kernels.create(), Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.println("threads  seed  solved at T   last: mean    min");
        List<SolveTable> tables = new ArrayList<>();
        for (int n : threads) {
            SolveTable table = new SolveTable(n, seeds);
            for (int seed = 1; seed <= seeds; seed++) table.train(seed, steps);
            tables.add(table);
        }
        System.out.printf("%nthreads    solved  median T    latest T  last solves it%n");
        for (SolveTable table : tables) table.summary();
    }

    private void train(int seed, long steps) {
        CartPoleRun run = CartPoleRun.train(seed, threads, steps);
        solvedAt[seed - 1] = solvedAt(run);
        Evaluation last = run.evaluate(run.theta());
        if (last.mean() >= SOLVED) lastSolved++;
        System.out.printf(Locale.ROOT, "%7d  %4d  %11s   %10.1f  %5.0f%n", threads, seed,
                text(solvedAt[seed - 1]), last.mean(), last.min());
    }

    private void summary() {
        int seeds = solvedAt.length;
        Arrays.sort(solvedAt);
        long solved = Arrays.stream(solvedAt).filter(at -> at < NEVER).count();
        System.out.printf(Locale.ROOT, "%7d  %2d of %2d  %8s  %10s        %2d of %2d%n",
                threads, solved, seeds, text(solvedAt[(seeds - 1) / 2]), text(solvedAt[seeds - 1]),
                lastSolved, seeds);
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
