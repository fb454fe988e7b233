package skein.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Discrete;
import skein.envs.World;
import skein.envs.Worlds;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.Telemetry;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;
import skein.tensor.Shape;

/**
 * What telemetry costs: the time of A3C, world included, with it and without, in turn. Each of the
 * two runs in a JVM of its own, because one that has seen both calls a learner's world and its
 * optimizer in a slower way, with telemetry or without; and as JVMs compile the same code now
 * better, now worse, there are several pairs of them.
 *
 * <p>The runs are short and many, and of each JVM's times the one is taken that a tenth of them do
 * not exceed: what other programs take from the machine is in the longer ones.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.TelemetryCost [WORLD] [THREADS]
 * [T_MAX] [PAIRS] [ROUNDS] [STEPS]}, by default cartpole 1 20 5 40 10000.
 *
 * <p>What you should see: 1.00 to 1.03.
 */
public final class TelemetryCost {
    private static final String CHILD = "child";
    private static final int WARM_UP = 15;                   // runs
    private static final double LOW = 0.1;

    private final World world;
    private final int threads;
    private final A3C.Hyper hyper;
    private final boolean telemetry;

    /** Puts a run together, with telemetry or without. */
    TelemetryCost(String world, int threads, int tMax, boolean telemetry) {
        this.world = Worlds.named(world);
        this.threads = threads;
        hyper = new A3C.Hyper(tMax, 0.99, 1e-3, 0.5, 40, 4e-3);
        this.telemetry = telemetry;
    }

    /**
     * Prints the ratios.
     *
     * @param args world, threads, t_max, pairs of JVMs, rounds of each, steps of a run
     * @throws IOException if a JVM cannot be started
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals(CHILD)) {
            Arguments.run("TelemetryCost CHILD WORLD THREADS T_MAX TELEMETRY", args,
                    TelemetryCost::obey);
        } else {
            Arguments.run("TelemetryCost [WORLD=cartpole] [THREADS=1] [T_MAX=20] [PAIRS=5] "
                    + "[ROUNDS=40] [STEPS=10000]", args, TelemetryCost::compare);
        }
    }

    private static void compare(Arguments given) throws IOException {
        String world = given.world("WORLD").name();
        int threads = given.whole("THREADS", Arguments.MOST_THREADS);
        int tMax = given.whole("T_MAX", Arguments.MOST_SEGMENT);
        int pairs = given.whole("PAIRS", Arguments.MOST);
        int rounds = given.whole("ROUNDS", Arguments.MOST);
        long steps = given.steps("STEPS");
        System.out.printf("A3C on %s, threads %d, t_max %d, JDK %s%n", world, threads, tMax,
                Runtime.version());
        List<String> work = List.of(world, "" + threads, "" + tMax);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            try (Child off = new Child(work, false); Child on = new Child(work, true)) {
                ratios.add(compare(off, on, rounds, steps));
            }
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "time with telemetry / without: median %.3f of %d pairs, "
                + "%.3f .. %.3f%n", ratios.get(pairs / 2), pairs, ratios.get(0),
                ratios.get(pairs - 1));
    }

    /** In the order off, on, on, off, ... */
    private static double compare(Child off, Child on, int rounds, long steps)
            throws IOException {
        for (int run = 0; run < WARM_UP; run++) {
            off.run(steps);
            on.run(steps);
        }
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            without.add(off.run(steps));
            with.add(on.run(steps));
            with.add(on.run(steps));
            without.add(off.run(steps));
        }
        double ratio = low(with) / low(without);
        System.out.printf(Locale.ROOT, "%.3f: %,.0f ns a step, without %,.0f%n", ratio, low(with),
                low(without));
        return ratio;
    }

    private static double low(List<Double> times) {
        Collections.sort(times);
        return times.get((int) (LOW * times.size()));
    }

    /** A JVM that trains when told to. */
    private static final class Child implements AutoCloseable {
        private final PrintStream to;
        private final BufferedReader from;

        Child(List<String> work, boolean telemetry) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector", "-cp",
                    System.getProperty("java.class.path"), TelemetryCost.class.getName(), CHILD));
            command.addAll(work);
            command.add(Boolean.toString(telemetry));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            from = new BufferedReader(new InputStreamReader(process.getInputStream(),
                    StandardCharsets.UTF_8));
        }

        /** Nanoseconds a step. */
        double run(long steps) throws IOException {
            to.println(steps);
            String line = from.readLine();
            if (line == null) throw new IOException("A JVM of the comparison ended too early.");
            return Double.parseDouble(line);
        }

        @Override public void close() {
            to.close();                      // its standard input ends, and so does it
        }
    }

    private static void obey(Arguments given) throws IOException {
        TelemetryCost cost = new TelemetryCost(given.text("WORLD"),
                given.whole("THREADS", Arguments.MOST_THREADS),
                given.whole("T_MAX", Arguments.MOST_SEGMENT),
                Boolean.parseBoolean(given.text("TELEMETRY")));
        BufferedReader in = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long seed = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long start = System.nanoTime();
            double steps = cost.train(Long.parseLong(line), seed++);
            System.out.println((System.nanoTime() - start) / steps);
        }
    }

    /** One run from fresh parameters; returns T. */
    long train(long steps, long seed) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Layout layout = new Layout();
        Shape observation = Shape.of(world.make().observationSpace().shape());
        ActorCriticNetwork network = new ActorCriticNetwork(Trunk.of(layout, observation, 128),
                Discrete.of(world.make().actionSpace()).n());
        Parameters theta = layout.initialize(root.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps);
        Telemetry figures = new Telemetry(theta, threads);
        ActorLearners.run(T, threads, root.split(), (i, rng) -> telemetry
                ? watched(network, theta, optimizer, T, figures.learner(i), i, rng)
                : new A3C(network, theta, optimizer.learner(i, threads), T, world.make(), rng,
                hyper));
        return T.get();
    }

    private A3C watched(ActorCriticNetwork network, Parameters theta, SharedRmsProp optimizer,
                        StepCounter T, LearnerTelemetry watch, int i, RandomGenerator rng) {
        A3C learner = new A3C(network, watch.around(theta),
                watch.around(optimizer.learner(i, threads)), T, watch.around(world.make()), rng,
                hyper);
        watch.ask(learner.sources());
        return learner;
    }
}
