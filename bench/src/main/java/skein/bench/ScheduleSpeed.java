package skein.bench;

import java.util.Arrays;
import java.util.Locale;
import skein.rl.thread.Schedule;
import skein.tensor.Kernels;

/**
 * What a schedule costs: environment steps per second of A3C while it learns, world included, with
 * each schedule and each number of threads in turn, so that a slow moment of the machine hits all
 * alike. Prints medians, and the median of the ratios to free threads, as many as the first number
 * says, within a round, with quartiles. In lockstep one thread works at a time: with two cores and
 * a hand-over that costs nothing the ratio would be one half.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar
 * skein.bench.ScheduleSpeed [ROUNDS] [STEPS] [WORLD] [THREADS]}, for example
 * {@code 11 300000 cartpole 2,4,16}.
 */
public final class ScheduleSpeed {
    private static final int T_MAX = 20;
    private static final long WARM_UP = 3_000_000_000L;      // ns of each

    /** A schedule and a number of threads. */
    private record Case(Schedule schedule, int threads, double[] speeds) {
    }

    private ScheduleSpeed() {
    }

    /**
     * Prints the table.
     *
     * @param args rounds (11), steps of a run (300,000), world (cartpole), numbers of threads (2)
     */
    public static void main(String[] args) {
        Arguments.run("ScheduleSpeed [ROUNDS=11] [STEPS=300000] [WORLD=cartpole] [THREADS=2]",
                args, ScheduleSpeed::table);
    }

    private static void table(Arguments given) {
        int rounds = given.whole("ROUNDS", Arguments.MOST);
        long steps = given.steps("STEPS");
        String world = given.world("WORLD").name();
        int[] threads = given.wholes("THREADS", Arguments.MOST_THREADS);
        System.out.printf("A3C on %s, t_max %d, %s kernels, JDK %s, %d cores%n%n", world, T_MAX,
                Kernels.create(), Runtime.version(), Runtime.getRuntime().availableProcessors());
        TrainingWork work = new TrainingWork("a3c", world, T_MAX);
        Case[] cases = Arrays.stream(threads).boxed().flatMap(n -> Arrays.stream(Schedule.values())
                .map(s -> new Case(s, n, new double[rounds]))).toArray(Case[]::new);
        for (Case one : cases) warmUp(work, one);
        for (int round = 0; round < rounds; round++) {
            for (Case one : cases) {
                one.speeds[round] = work.train(one.threads, steps, round, one.schedule)
                        .stepsPerSecond();
            }
        }
        print(cases);
    }

    private static void warmUp(TrainingWork work, Case one) {
        for (long nanos = 0; nanos < WARM_UP; ) {
            nanos += work.train(one.threads, 20_000, 1, one.schedule).nanos();
        }
    }

    private static void print(Case[] cases) {
        System.out.printf("threads  schedule     steps/s    ratio (quartiles)%n");
        double[] base = cases[0].speeds;     // free, as many threads as the first number says
        for (Case one : cases) {
            double[] ratios = new double[base.length];
            for (int round = 0; round < base.length; round++) {
                ratios[round] = one.speeds[round] / base[round];
            }
            System.out.printf(Locale.ROOT, "%7d  %-8s %,11.0f    %.2f (%.2f .. %.2f)%n",
                    one.threads, one.schedule, Quantile.of(one.speeds, 0.5),
                    Quantile.of(ratios, 0.5), Quantile.of(ratios, 0.25),
                    Quantile.of(ratios, 0.75));
        }
    }
}
