package skein.envs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step of a game leaves nothing for the collector but what it returns. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int STEPS = 2_000;
    private static final int STEP = 32;                      // bytes of a Step
    private static final int ARRAY = 24;                     // bytes of an array beside its floats

    private static double sink;

    @ParameterizedTest
    @ValueSource(strings = {
        "pong", "breakout", "freeway", "space-invaders", "asterix", "seaquest"})
    void a_step_allocates_its_observation_and_a_step_alone(String name) {
        Environment env = Worlds.named(name).make();
        long perStep = STEP + ARRAY + 4L * env.observationSpace().size();
        long least = Long.MAX_VALUE;                         // in some runs the JVM compiles
        for (int run = 0; run < 30; run++) {
            SplittableRandom rng = new SplittableRandom(run);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            int observations = play(env, rng);
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            least = Math.min(least, bytes / observations);
        }
        assertTrue(least <= perStep, least + " bytes a step, but it returns " + perStep);
    }

    /** Random play; returns the number of observations. */
    private static int play(Environment env, SplittableRandom rng) {
        int observations = 1;
        sink += env.reset(rng)[0];
        for (int t = 0; t < STEPS; t++) {
            Step step = env.step(rng.nextInt(3));
            sink += step.reward();
            observations++;
            if (!step.last()) continue;
            sink += env.reset(rng)[0];
            observations++;
        }
        return observations;
    }
}
