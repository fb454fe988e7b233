package skein.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Episode;
import skein.envs.EpisodeMonitor;
import skein.envs.Step;
import skein.envs.World;
import skein.envs.Wrapper;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;
import skein.tensor.Kernels;
import skein.tensor.Shape;

/**
 * Whether a long run stays as it was: many threads learn for a given time, and for each quarter of
 * it there is a line with steps per second, steps per second of CPU time, which others on the same
 * cores disturb less, the heap after a collection, whether θ and g hold only finite numbers, and
 * the steps that the threads counted for themselves, Σ t, beside T. The quarters begin after a
 * warm-up of a minute at most, which has a line of its own. η stays as it is, because T_max is out
 * of reach.
 *
 * <p>Run: {@code java -XX:+UseSerialGC --add-modules jdk.incubator.vector -cp
 * bench/target/benchmarks.jar skein.bench.Soak [MINUTES] [THREADS] [WORLD]}
 */
public final class Soak {
    /** As {@code ./skein train breakout}, but for η, which there falls from 4e-3 to 0. */
    private static final A3C.Hyper HYPER = new A3C.Hyper(20, 0.99, 0.01, 0.5, 40, 1e-3);
    private static final int APART = 16;     // longs between two counts: two cache lines
    private static final double MEGABYTE = 1 << 20;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final World world;
    private final int threads;
    private final ActorCriticNetwork network;
    private final StepCounter T = new StepCounter(Long.MAX_VALUE);
    private final SplittableGenerator rng = ActorLearners.generator(1);
    private final Parameters theta;
    private final SharedRmsProp optimizer;
    private final AtomicLongArray t;         // t of thread i at i · APART
    private long episodes;                   // in this quarter
    private double sumOfReturns;
    private boolean sound = true;

    private Soak(World world, int threads) {
        this.world = world;
        this.threads = threads;
        Environment env = world.make();
        network = new ActorCriticNetwork(
                Trunk.of(new Layout(), Shape.of(env.observationSpace().shape()), 128),
                Discrete.of(env.actionSpace()).n());
        theta = network.layout().initialize(rng.split());
        optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        t = new AtomicLongArray(threads * APART);
    }

    /**
     * Prints the table, and ends with exit code 1 if something was not as it should be.
     *
     * @param args minutes (60), threads (16), world (breakout)
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String[] args) throws InterruptedException {
        Arguments.run("Soak [MINUTES=60] [THREADS=16] [WORLD=breakout]", args, Soak::soak);
    }

    private static void soak(Arguments given) throws InterruptedException {
        double minutes = given.positive("MINUTES");
        int threads = given.whole("THREADS", Arguments.MOST_THREADS);
        if (!new Soak(given.world("WORLD"), threads).run(minutes * 60)) System.exit(1);
    }

    private boolean run(double seconds) throws InterruptedException {
        System.out.printf(Locale.ROOT, "JDK %s, %s kernels, %d cores; A3C on %s, %d threads, "
                + "network %s, %.1f minutes%n%n", Runtime.version(), Kernels.create(),
                Runtime.getRuntime().availableProcessors(), world.name(), threads,
                network.layers(), seconds / 60);
        System.out.printf("%-8s %14s %10s %12s %10s %10s %8s %14s%n", "quarter", "T", "steps/s",
                "steps/CPU s", "heap, MB", "return", "finite", "sum of t - T");
        Thread clock = new Thread(() -> watch(seconds), "clock");
        clock.start();
        try {
            ActorLearners.run(T, threads, rng.split(), (i, own) -> new A3C(network, theta,
                    optimizer.learner(i, threads), T, counted(i), own, HYPER));
        } finally {
            clock.interrupt();
            clock.join();
        }
        System.out.printf(Locale.ROOT, "%nAt the end T = %,d and the sum of t = %,d: %s.%n",
                T.get(), sumOfT(), T.get() == sumOfT() ? "equal" : "NOT EQUAL");
        fairness();
        return sound && T.get() == sumOfT();
    }

    /** A world whose steps thread i counts, and whose episodes all count together. */
    private Environment counted(int i) {
        return new Wrapper(new EpisodeMonitor(world.make(), this::add)) {
            @Override public Step step(int action) {
                t.lazySet(i * APART, t.getPlain(i * APART) + 1);     // nobody else writes it
                return env.step(action);
            }
        };
    }

    private synchronized void add(Episode episode) {
        episodes++;
        sumOfReturns += episode.totalReward();
    }

    private synchronized double meanReturn() {
        double mean = sumOfReturns / episodes;
        episodes = 0;
        sumOfReturns = 0;
        return mean;
    }

    /** Its thread: a line for the warm-up and for each quarter, and then the end for all. */
    private void watch(double seconds) {
        try {
            row("warm-up", Math.min(60, seconds / 10));
            Speed first = row("1", seconds / 4);
            row("2", seconds / 4);
            row("3", seconds / 4);
            Speed last = row("4", seconds / 4);
            System.out.printf(Locale.ROOT, "%nThe last quarter over the first: steps/s %.3f, "
                    + "steps/CPU s %.3f%n", last.perSecond / first.perSecond,
                    last.perCpuSecond / first.perCpuSecond);
        } catch (InterruptedException e) {
            System.out.println("Ended before its time.");
            sound = false;
        } finally {
            T.stop();
        }
    }

    private record Speed(double perSecond, double perCpuSecond) {
    }

    private Speed row(String name, double seconds) throws InterruptedException {
        long steps = T.get();
        long start = System.nanoTime();
        long cpuStart = SYSTEM.getProcessCpuTime();
        Thread.sleep((long) (seconds * 1000));
        steps = T.get() - steps;
        Speed speed = new Speed(steps * 1e9 / (System.nanoTime() - start),
                steps * 1e9 / (SYSTEM.getProcessCpuTime() - cpuStart));
        System.gc();
        double heap = heapAfterCollection() / MEGABYTE;
        boolean finite = theta.firstNotFinite() == null && finite(optimizer.g());
        sound &= finite;
        long now = T.get();                  // first, because a step is in t before it is in T
        System.out.printf(Locale.ROOT, "%-8s %,14d %,10.0f %,12.0f %10.2f %10.2f %8s %14d%n", name,
                now, speed.perSecond, speed.perCpuSecond, heap, meanReturn(),
                finite ? "yes" : "NO", sumOfT() - now);
        return speed;
    }

    /** As the collection left it; by now the learners have filled it again. */
    private static long heapAfterCollection() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getCollectionUsage();   // null if nobody collects there
            if (usage != null && pool.getType() == MemoryType.HEAP) bytes += usage.getUsed();
        }
        return bytes;
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) return false;
        }
        return true;
    }

    private long sumOfT() {
        long sum = 0;
        for (int i = 0; i < threads; i++) sum += t.get(i * APART);
        return sum;
    }

    private void fairness() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < threads; i++) {
            least = Math.min(least, t.get(i * APART));
            most = Math.max(most, t.get(i * APART));
        }
        System.out.printf(Locale.ROOT, "t of a thread: %,d .. %,d%n", least, most);
    }
}
