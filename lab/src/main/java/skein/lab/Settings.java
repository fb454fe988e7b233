package skein.lab;

import java.util.Arrays;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Space;
import skein.envs.World;
import skein.envs.Worlds;
import skein.nn.Layout;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.tensor.Shape;

/**
 * All that a run depends on; kept as config.json.
 *
 * @param world            a name from {@link Worlds}
 * @param algorithm        a name from {@link Algorithms}
 * @param threads          N actor-learners, 1 .. 1024
 * @param seed             everything random is split from it
 * @param steps            T_max ≥ 1
 * @param hidden           units of each hidden layer
 * @param tMax             t_max ≥ 1
 * @param gamma            γ in [0, 1]
 * @param beta             β ≥ 0
 * @param valueCoefficient c ≥ 0
 * @param maxNorm          &gt; 0
 * @param eta              η at T = 0, ≥ 0
 * @param alpha            α of RMSProp, in [0, 1)
 * @param epsilon          ε of RMSProp, &gt; 0
 */
record Settings(String world, String algorithm, int threads, long seed, long steps, int[] hidden,
                int tMax, double gamma, double beta, double valueCoefficient, double maxNorm,
                double eta, double alpha, double epsilon) {
    private static final int MOST_THREADS = 1024;
    private static final int MOST_SEGMENT = 1_000_000;       // t_max
    private static final int MOST_WEIGHTS = 100_000_000;     // 400 MB for each copy of θ

    /** Settings that are known to work; found by trying, and listed in docs/RESULTS.md. */
    static Settings defaults(String world, String algorithm) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        Settings vectors = new Settings(world, algorithm, threads, 1, 300_000,
                new int[] {128}, 20, 0.99, 1e-3, 0.5, 40, 4e-3, 0.99, 0.01);
        if (observation(named(world)).rank() == 1) return vectors;
        return new Settings(world, algorithm, threads, 1, 1_000_000,
                new int[] {128}, 20, 0.99, 0.01, 0.5, 40, 4e-3, 0.99, 0.01);
    }

    private static Shape observation(World world) {
        return Shape.of(world.make().observationSpace().shape());
    }

    /** Refuses what no run can have; the sentence names the option. */
    Settings check() {
        Space actions = findWorld().make().actionSpace();
        Algorithms.named(algorithm);
        require(actions instanceof Discrete, "WORLD", "one with numbered actions, as " + algorithm
                + " chooses among numbers", world + " with " + actions);
        require(threads >= 1 && threads <= MOST_THREADS, "--threads", "1 .. " + MOST_THREADS,
                threads);
        require(steps >= 1, "--steps", "at least 1", steps);
        require(hidden != null && hidden.length > 0 && Arrays.stream(hidden).allMatch(u -> u >= 1),
                "--hidden", "units of each layer, at least 1", Arrays.toString(hidden));
        require(weights() <= MOST_WEIGHTS, "--hidden", "layers with at most 100 million weights",
                Arrays.toString(hidden));
        require(tMax >= 1 && tMax <= MOST_SEGMENT, "--t-max", "1 .. " + MOST_SEGMENT, tMax);
        require(gamma >= 0 && gamma <= 1, "--gamma", "a number in [0, 1]", gamma);
        requireNotNegative("--beta", beta);
        requireNotNegative("--value-coefficient", valueCoefficient);
        require(maxNorm > 0, "--max-norm", "a number > 0", maxNorm);       // infinity: no clipping
        requireNotNegative("--eta", eta);
        require(alpha >= 0 && (float) alpha < 1, "--alpha", "a number in [0, 1)", alpha);
        require((float) epsilon > 0 && Float.isFinite((float) epsilon), "--epsilon",
                "a finite float > 0", epsilon);
        return this;
    }

    /** Of the largest matrices; the exact number does not matter here. */
    private double weights() {
        double weights = 0;
        double inputs = findWorld().make().observationSpace().size();
        for (int units : hidden) {
            weights += inputs * units;
            inputs = units;
        }
        return weights;
    }

    private static void requireNotNegative(String option, double value) {
        require(value >= 0 && Float.isFinite((float) value), option,
                "a finite float >= 0", value);
    }

    private static void require(boolean fine, String option, String what, Object value) {
        if (!fine) throw new UserError(option + " must be " + what + ", but got " + value + ".");
    }

    World findWorld() {
        return named(world);
    }

    private static World named(String world) {
        try {
            return Worlds.named(world);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    ActorCriticNetwork network() {
        return new ActorCriticNetwork(
                Trunk.of(new Layout(), observation(findWorld()), hidden),
                Discrete.of(findWorld().make().actionSpace()).n());
    }

    A3C.Hyper hyper() {
        return new A3C.Hyper(tMax, gamma, beta, valueCoefficient, maxNorm, eta);
    }

    SharedRmsProp optimizer(skein.nn.Parameters theta) {
        return new SharedRmsProp(theta, alpha, epsilon);
    }

    /** For example: A3C on cartpole, 2 threads, seed 1. */
    String title() {
        return Algorithms.named(algorithm).title() + " on " + world + ", " + threads
                + (threads == 1 ? " thread" : " threads") + ", seed " + seed;
    }
}
