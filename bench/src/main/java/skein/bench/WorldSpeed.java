package skein.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;

/**
 * How fast the worlds are: steps per second of random play in one thread, the drawing of the
 * actions, the observations and the resets included. The worlds take turns, so that a slow moment
 * of the machine hits all alike. Prints medians with quartiles, and what a step allocates beside
 * what is in an observation of floats.
 *
 * <p>Run: {@code java -XX:+UseSerialGC -Xmn16m -cp bench/target/benchmarks.jar
 * skein.bench.WorldSpeed [ROUNDS] [WORLDS]}. The young generation is small so that new
 * observations lie in the cache.
 */
public final class WorldSpeed {
    private static final long ROUND = 300_000_000;           // ns of a world in a round
    private static final int CHUNK = 1_000;                  // steps between looks at the clock
    private static final ThreadMXBean THREAD =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static double sink;                              // what nobody could leave out

    private final World world;
    private final Environment env;
    private final int actions;                               // 0 if they are not numbered
    private final float[] torque;
    private final SplittableRandom rng = new SplittableRandom(1);
    private final double[] speeds;                           // of each round, steps/s
    private long steps;
    private long bytes;

    private WorldSpeed(World world, int rounds) {
        this.world = world;
        env = world.make();
        actions = env.actionSpace() instanceof Discrete numbered ? numbered.n() : 0;
        torque = env.actionSpace() instanceof Box box ? new float[box.size()] : null;
        speeds = new double[rounds];
        env.reset(rng);
    }

    /**
     * Prints the table.
     *
     * @param args rounds (11) and names of worlds with commas between them (all)
     */
    public static void main(String[] args) {
        Arguments.run("WorldSpeed [ROUNDS=11] [WORLDS=all]", args, WorldSpeed::table);
    }

    private static void table(Arguments given) {
        int rounds = given.whole("ROUNDS", Arguments.MOST);
        List<WorldSpeed> all = given.worlds("WORLDS").stream()
                .map(world -> new WorldSpeed(world, rounds)).toList();
        for (int i = 0; i < 3; i++) all.forEach(WorldSpeed::round);      // warm-up
        for (int round = 0; round < rounds; round++) {
            for (WorldSpeed one : all) one.speeds[round] = one.round();
        }
        System.out.printf("JDK %s, one thread, %d rounds%n%n", Runtime.version(), rounds);
        System.out.printf("%-16s %12s  %-28s %12s %12s%n", "world", "steps/s", "(quartiles)",
                "floats/step", "bytes/step");
        all.forEach(WorldSpeed::print);
    }

    /** Plays for a while; returns steps per second. */
    private double round() {
        long bytesBefore = THREAD.getCurrentThreadAllocatedBytes();
        long stepsBefore = steps;
        long start = System.nanoTime();
        long now;
        do {
            play(CHUNK);
            now = System.nanoTime();
        } while (now - start < ROUND);
        bytes = (THREAD.getCurrentThreadAllocatedBytes() - bytesBefore) / (steps - stepsBefore);
        return (steps - stepsBefore) * 1e9 / (now - start);
    }

    private void play(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            Step step = actions > 0 ? env.step(rng.nextInt(actions)) : env.step(torque());
            sum += step.reward() + step.observation()[0];
            if (step.last()) sum += env.reset(rng)[0];
        }
        steps += count;
        sink += sum;
    }

    private float[] torque() {
        for (int i = 0; i < torque.length; i++) torque[i] = rng.nextFloat(-2, 2);
        return torque;
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%-16s %,12.0f  (%,12.0f .. %,12.0f) %10d %12d%n",
                world.name(), Quantile.of(speeds, 0.5), Quantile.of(speeds, 0.25),
                Quantile.of(speeds, 0.75), env.observationSpace().size(), bytes);
    }
}
