package skein.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What another thread buys in the end: environment steps per second of whole training, world
 * included, of each algorithm of the paper by number of threads; and of their neighbors, which have
 * one. On CartPole, on MinAtar's Breakout, and on Breakout in pixels with the paper's network.
 * (A3C for continuous actions is not among them: none of these worlds has any.)
 *
 * <p>An invocation is a run from fresh parameters; read the lines that end in {@code steps}, which
 * are steps per second.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_10.asynchronous -p world=cartpole
 * -p algorithm=a3c}. {@code bench/course/run} runs all and draws them, beside the ideal line.
 * {@code ThreadScaling} answers the same question in pairs, which is better on a busy machine.
 *
 * <p>What you should see on two cores: on CartPole A3C's two threads make 1.5 times the steps of
 * one (quartiles 1.25 and 1.86; 1.7 times with t_max 20, see {@code docs/RESULTS.md}), and sixteen
 * about as many as two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_10_Training {
    private static final int SHORT_RUN = 5_000;              // steps; a second of pixels
    private static final int LONG_RUN = 50_000;

    /** The world. */
    @Param({"cartpole", "breakout", "breakout-pixels"})
    public String world;

    /** t_max, or the steps between two updates. */
    @Param("5")
    public int tMax;

    private long steps;                      // of a run
    private long seed;

    /** One benchmark of each kind. */
    public Bench_10_Training() {
    }

    /** Counts, because the last segments of a run go beyond T_max. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Done {
        /** Environment steps. */
        public long steps;

        /** None yet. */
        public Done() {
        }
    }

    /** An algorithm of the paper. */
    @State(Scope.Benchmark)
    public static class Asynchronous {
        /** As on the command line. */
        @Param({"one-step-q", "one-step-sarsa", "n-step-q", "a3c", "a3c-lstm"})
        public String algorithm;

        /** Actor-learners. */
        @Param({"1", "2", "4", "8", "16"})
        public int learners;

        private TrainingWork work;

        /** Nothing yet. */
        public Asynchronous() {
        }

        /**
         * Puts it together.
         *
         * @param course the world
         */
        @Setup public void prepare(Bench_10_Training course) {
            work = new TrainingWork(algorithm, course.world, course.tMax);
        }
    }

    /** An algorithm with one learner. */
    @State(Scope.Benchmark)
    public static class Synchronous {
        /** As on the command line. */
        @Param({"a2c", "ppo", "dqn"})
        public String neighbor;

        private TrainingWork work;

        /** Nothing yet. */
        public Synchronous() {
        }

        /**
         * Puts it together.
         *
         * @param course the world
         */
        @Setup public void prepare(Bench_10_Training course) {
            work = new TrainingWork(neighbor, course.world, course.tMax);
        }
    }

    /** How long a run is. */
    @Setup public void prepare() {
        steps = world.equals("cartpole") ? LONG_RUN : SHORT_RUN;
    }

    /**
     * One run.
     *
     * @param a    the algorithm
     * @param done what was done
     */
    @Benchmark public void asynchronous(Asynchronous a, Done done) {
        done.steps += a.work.train(a.learners, steps, seed++).steps();
    }

    /**
     * One run.
     *
     * @param a    the algorithm
     * @param done what was done
     */
    @Benchmark public void synchronous(Synchronous a, Done done) {
        done.steps += a.work.train(1, steps, seed++).steps();
    }
}
