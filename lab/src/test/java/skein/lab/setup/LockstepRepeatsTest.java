package skein.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.World;
import skein.envs.Worlds;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.Schedule;
import skein.rl.thread.StepCounter;

/** In lockstep a seed gives the same θ at every run, bit for bit, whatever the machine does. */
class LockstepRepeatsTest {
    /** The system property of {@code mvn verify -Plong}; else one world of each kind, in short. */
    private static final boolean EVERY_WORLD = Boolean.getBoolean("skein.worlds.every");
    private static final List<String> SOME_WORLDS =
            List.of("cartpole", "pendulum", "breakout", "pong-pixels", "maze-memory");
    private static final int[] LEARNERS = {1, 2, 3, 8, 32};
    private static final int UPDATES = 10_000;
    private static final int FEW_UPDATES = 100;
    private static final int SEED = 1;

    /** Those that have several learners. */
    private static List<Algorithms.Entry> asynchronous(World world) {
        return Algorithms.ALL.stream().filter(e -> e.suits(world))
                .filter(e -> e.preset(world).threads() != 1).toList();
    }

    static List<Arguments> algorithms() {
        List<Arguments> cases = new ArrayList<>();
        for (String world : List.of("cartpole", "pendulum")) {
            for (Algorithms.Entry entry : asynchronous(Worlds.named(world))) {
                for (int n : LEARNERS) cases.add(Arguments.of(entry.name(), world, n));
            }
        }
        return cases;
    }

    static List<Arguments> worlds() {
        List<Arguments> cases = new ArrayList<>();
        for (World world : Worlds.all()) {
            if (!EVERY_WORLD && !SOME_WORLDS.contains(world.name())) continue;
            for (Algorithms.Entry entry : asynchronous(world)) {
                cases.add(Arguments.of(entry.name(), world.name(), 3,
                        EVERY_WORLD ? UPDATES : FEW_UPDATES));
                if (!EVERY_WORLD) continue;
                cases.add(Arguments.of(entry.name(), world.name(), 1, FEW_UPDATES));
                cases.add(Arguments.of(entry.name(), world.name(), 32, FEW_UPDATES));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, {1}, {2} learners") @MethodSource("algorithms")
    void ten_thousand_updates_give_the_same_bits_twice(String algorithm, String world, int n) {
        assertEquals(sha256(train(world, algorithm, n, UPDATES, SEED)),
                sha256(train(world, algorithm, n, UPDATES, SEED)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} learners, {3} updates") @MethodSource("worlds")
    void each_kind_of_world_repeats_as_well(String algorithm, String world, int n, int updates) {
        assertEquals(sha256(train(world, algorithm, n, updates, SEED)),
                sha256(train(world, algorithm, n, updates, SEED)));
    }

    @Test void six_algorithms_are_asynchronous() {
        assertEquals(6, asynchronous(Worlds.named("cartpole")).size()
                + asynchronous(Worlds.named("pendulum")).size());
    }

    @Test void another_seed_or_another_number_of_learners_gives_another_theta() {
        String theta = sha256(train("cartpole", "a3c", 2, 100, SEED));
        assertNotEquals(theta, sha256(train("cartpole", "a3c", 2, 100, SEED + 1)));
        assertNotEquals(theta, sha256(train("cartpole", "a3c", 3, 100, SEED)));
    }

    /** Small networks and short segments; θ⁻ is copied, and η falls, while it goes. */
    private static Settings settings(String world, String algorithm, int n, int updates) {
        Settings d = Settings.defaults(world, algorithm);
        Map<String, Number> hyper = new LinkedHashMap<>(d.hyper());
        hyper.replace("tMax", 5);
        hyper.replace("updateInterval", 5);
        hyper.replace("targetInterval", 37);
        hyper.replace("explorationSteps", updates);
        return new Settings(world, algorithm, n, 1, SEED, 6L * updates, d.rewardScale(),
                new int[] {8}, d.optimizer(), d.alpha(), d.epsilon(), d.memory(),
                Schedule.LOCKSTEP.toString(), hyper).check();
    }

    private static Parameters train(String world, String algorithm, int n, int updates, int seed) {
        Settings settings = settings(world, algorithm, n, updates);
        Method method = settings.method();
        SplittableGenerator rng = ActorLearners.generator(seed);
        Parameters theta = method.layout().initialize(rng.split());
        Optimizers optimizers = new Optimizers(settings, theta);
        StepCounter T = new StepCounter(settings.steps(), settings.threadSchedule());
        int[] left = {updates};              // who has the turn may change it
        ActorLearners.run(T, n, rng.split(), (i, own) -> {
            Optimizer optimizer = optimizers.learner(i);
            return method.learner(theta, T.scheduled(optimizer.andThen((dTheta, eta) -> {
                if (--left[0] == 0) T.stop();
            })), T, settings.findWorld()::make, own);
        });
        assertTrue(left[0] <= 0 && left[0] > -n, () -> "left over: " + left[0]);
        return theta;
    }

    private static String sha256(Parameters theta) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * theta.size());
        for (float value : theta.values()) bytes.putFloat(value);
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
