package skein.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.Environment;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.error.UserError;
import skein.nn.Parameters;
import skein.rl.thread.StepCounter;

/** Every world with every algorithm: it learns and acts, or it is refused with a sentence. */
class EveryPairTest {
    private static final int STEPS = 24;
    private static final Map<String, Number> SMALL = Map.of("tMax", 4, "capacity", 50,
            "learningStarts", 8, "batchSize", 4, "minibatches", 2, "epochs", 1);

    static Stream<String> worlds() {
        return Worlds.all().stream().map(World::name);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void runs_or_is_refused(String world) {
        int runs = 0;
        for (Algorithms.Entry entry : Algorithms.ALL) {
            if (entry.suits(Worlds.named(world))) {
                run(small(Settings.defaults(world, entry.name())));
                runs++;
            } else {
                var e = assertThrows(UserError.class,
                        () -> Settings.defaults(world, entry.name()).check());
                assertTrue(e.getMessage().startsWith(entry.title() + " needs a world with "));
            }
        }
        assertTrue(runs > 0, world);
    }

    /** The same algorithm, but quick in a large world. */
    private static Settings small(Settings d) {
        Map<String, Number> hyper = new LinkedHashMap<>(d.hyper());
        SMALL.forEach((name, value) -> hyper.computeIfPresent(name, (same, before) -> value));
        return new Settings(d.world(), d.algorithm(), 1, Math.min(d.worlds(), 3), 1, STEPS,
                d.rewardScale(), new int[] {8}, d.optimizer(), d.alpha(), d.epsilon(), d.memory(),
                d.schedule(), hyper);
    }

    private static void run(Settings settings) {
        Method method = settings.check().method();
        SplittableRandom rng = new SplittableRandom(1);
        Parameters theta = method.layout().initialize(rng.split());
        float[] before = theta.values().clone();
        StepCounter T = new StepCounter(STEPS);
        method.learner(theta, new Optimizers(settings, theta).learner(0), T,
                settings.findWorld()::make, rng.split()).run();
        assertTrue(T.exceeded(), settings.title());
        assertFalse(Arrays.equals(before, theta.values()), settings.title() + " learned nothing");
        Environment env = settings.findWorld().make();
        method.agent(theta, false).act(env, env.reset(rng), rng);
    }

    @Test void replay_keeps_as_many_observations_as_take_up_1_GiB_at_most() {
        assertEquals(100_000L, Settings.defaults("cartpole", "dqn").hyper().get("capacity")
                .longValue());
        assertEquals((1L << 28) / (4 * 84 * 84), Settings.defaults("pong-pixels", "dqn").hyper()
                .get("capacity").longValue());
    }
}
