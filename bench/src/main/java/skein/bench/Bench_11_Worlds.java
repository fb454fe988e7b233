package skein.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Worlds;

/**
 * Is it the world that a learner waits for? One step of random play, with its draw, its observation
 * and, at the end of an episode, the reset. Compare with {@code act} of Bench_01 and Bench_04.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_11 -prof gc}. The small young
 * generation keeps new observations in the cache; without it Seaquest's 4 kB a step are first of
 * all a test of the memory. {@code WorldSpeed} lets all worlds take turns and prints a table.
 *
 * <p>What you should see (JDK 25): CartPole 40 ns, MinAtar's games 80 to 200, a game in pixels 13
 * to 15 µs, the large labyrinth 33. To act in one of the first three takes 0.4, 8 and 110 µs: there
 * nobody waits for the world.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmn16m"})
public class Bench_11_Worlds {
    /** The world; all with numbered actions. */
    @Param({"cartpole", "acrobot", "mountain-car", "pong", "breakout", "freeway", "space-invaders",
        "asterix", "seaquest", "breakout-pixels", "maze", "labyrinth-small", "labyrinth"})
    public String world;

    private final SplittableRandom rng = new SplittableRandom(1);
    private Environment env;
    private int actions;

    /** One benchmark. */
    public Bench_11_Worlds() {
    }

    /** A first episode. */
    @Setup public void prepare() {
        env = Worlds.named(world).make();
        actions = Discrete.of(env.actionSpace()).n();
        env.reset(rng);
    }

    /**
     * One step.
     *
     * @return what is seen then
     */
    @Benchmark public float[] step() {
        Step step = env.step(rng.nextInt(actions));
        if (step.last()) env.reset(rng);
        return step.observation();
    }
}
