package skein.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.World;
import skein.envs.Worlds;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A2C;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.DQN;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.algorithm.OneStepSarsa;
import skein.rl.algorithm.PPO;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.Schedule;
import skein.rl.thread.StepCounter;
import skein.tensor.Shape;

/**
 * Whole training runs, ready to be timed: an algorithm on a world, the world included, without
 * files and evaluations. Each run begins afresh.
 *
 * <p>The networks: CartPole's 4-128, MinAtar's for {@code breakout}, the paper's for the games in
 * pixels. Shared RMSProp for all.
 */
final class TrainingWork {
    /**
     * What a run did.
     *
     * @param steps of all threads together
     * @param nanos from the start of the threads to the end of the last
     */
    record Run(long steps, long nanos) {
        double stepsPerSecond() {
            return steps * 1e9 / nanos;
        }
    }

    /** Puts one learner together. */
    private interface Maker {
        Runnable make(Parameters theta, Parameters thetaMinus, Optimizer optimizer, StepCounter T,
                      RandomGenerator rng);
    }

    private static final double GAMMA = 0.99;
    private static final double MAX_NORM = 40;
    private static final int I_TARGET = 1_000;               // steps between copies of θ⁻
    private static final int REPLAY = 1_000;                 // small: pixels fill 60 kB a step
    private static final int MEMORY = 128;                   // units of the LSTM
    private static final int SMALL = 128;                    // units of the last layer
    private static final int LARGE = 256;                    // the same for pixels (paper)

    private final World world;
    private final int tMax;
    private final double beta;
    private final double eta;
    private final Layout layout = new Layout();
    private final Trunk trunk;
    private final Maker maker;

    /**
     * Puts an algorithm, a world and its network together.
     *
     * @param algorithm as on Skein's command line
     * @param world     a name from {@link Worlds}
     * @param tMax      t_max, or how many steps a learner takes between its updates
     */
    TrainingWork(String algorithm, String world, int tMax) {
        this.world = Worlds.named(world);
        this.tMax = tMax;
        Shape observation = Shape.of(this.world.make().observationSpace().shape());
        boolean pixels = observation.size() > 10_000;
        beta = observation.rank() == 1 ? 1e-3 : 0.01;
        eta = pixels ? 7e-4 : 4e-3;
        trunk = Trunk.of(layout, observation, pixels ? LARGE : SMALL);
        maker = maker(algorithm, Discrete.of(this.world.make().actionSpace()).n());
    }

    private Maker maker(String algorithm, int actions) {
        return switch (algorithm) {
            case "a3c" -> a3c(new ActorCriticNetwork(trunk, actions));
            case "a3c-lstm" -> a3c(new ActorCriticNetwork(trunk.withLstm(MEMORY), actions));
            case "a2c" -> a2c(new ActorCriticNetwork(trunk, actions));
            case "ppo" -> ppo(new ActorCriticNetwork(trunk, actions));
            case "one-step-q" -> oneStepQ(new QNetwork(trunk, actions));
            case "one-step-sarsa" -> oneStepSarsa(new QNetwork(trunk, actions));
            case "n-step-q" -> nStepQ(new QNetwork(trunk, actions));
            case "dqn" -> dqn(new QNetwork(trunk, actions));
            default -> throw new IllegalArgumentException("The algorithms that can be timed are "
                    + "a3c, a3c-lstm, a2c, ppo, one-step-q, one-step-sarsa, n-step-q and dqn, but "
                    + "got \"" + algorithm + "\".");
        };
    }

    private Maker a3c(ActorCriticNetwork network) {
        A3C.Hyper hyper = new A3C.Hyper(tMax, GAMMA, beta, 0.5, MAX_NORM, eta);
        return (theta, minus, optimizer, T, rng) ->
                new A3C(network, theta, optimizer, T, world.make(), rng, hyper);
    }

    private Maker a2c(ActorCriticNetwork network) {
        A2C.Hyper hyper = new A2C.Hyper(tMax, GAMMA, 1, beta, 0.5, MAX_NORM, eta);
        return (theta, minus, optimizer, T, rng) ->
                new A2C(network, theta, optimizer, T, worlds(16), rng, hyper);
    }

    private Maker ppo(ActorCriticNetwork network) {
        PPO.Hyper hyper = new PPO.Hyper(32, 4, 4, GAMMA, 0.95, 0.2, Double.POSITIVE_INFINITY, 0,
                0.01, beta, 0.5, 0.5, eta);
        return (theta, minus, optimizer, T, rng) ->
                new PPO(network, theta, optimizer, T, worlds(8), rng, hyper);
    }

    private Environment[] worlds(int count) {
        Environment[] worlds = new Environment[count];
        for (int k = 0; k < count; k++) worlds[k] = world.make();
        return worlds;
    }

    private Maker oneStepQ(QNetwork network) {
        OneStepQ.Hyper hyper =
                new OneStepQ.Hyper(tMax, I_TARGET, GAMMA, 100_000, 0.5, MAX_NORM, eta);
        return (theta, minus, optimizer, T, rng) ->
                new OneStepQ(network, theta, minus, optimizer, T, world.make(), rng, hyper);
    }

    private Maker oneStepSarsa(QNetwork network) {
        OneStepSarsa.Hyper hyper =
                new OneStepSarsa.Hyper(tMax, I_TARGET, GAMMA, 100_000, 0.5, MAX_NORM, eta);
        return (theta, minus, optimizer, T, rng) ->
                new OneStepSarsa(network, theta, minus, optimizer, T, world.make(), rng, hyper);
    }

    private Maker nStepQ(QNetwork network) {
        NStepQ.Hyper hyper =
                new NStepQ.Hyper(tMax, I_TARGET, GAMMA, 100_000, 0.5, MAX_NORM, eta);
        return (theta, minus, optimizer, T, rng) ->
                new NStepQ(network, theta, minus, optimizer, T, world.make(), rng, hyper);
    }

    private Maker dqn(QNetwork network) {
        DQN.Hyper hyper = new DQN.Hyper(REPLAY, 100, 32, 4, I_TARGET, GAMMA, 100_000, 0.05, 0, 1, 1,
                10, eta);
        return (theta, minus, optimizer, T, rng) -> new DQN(network, theta, minus, optimizer, T,
                world.make(), rng, hyper, false);
    }

    /**
     * Trains, from fresh parameters.
     *
     * @param threads actor-learners; 1 for A2C, PPO and DQN
     * @param steps   T_max
     * @param seed    everything random is split from it
     * @return how long it took
     */
    Run train(int threads, long steps, long seed) {
        return train(threads, steps, seed, Schedule.FREE);
    }

    /** The same with another schedule. */
    Run train(int threads, long steps, long seed, Schedule schedule) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Parameters theta = layout.initialize(root.split());
        Parameters thetaMinus = theta.copy();
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps, schedule);
        long start = System.nanoTime();
        ActorLearners.run(T, threads, root.split(), (i, rng) -> maker.make(theta, thetaMinus,
                T.scheduled(optimizer.learner(i, threads)), T, rng));
        return new Run(T.get(), System.nanoTime() - start);
    }

    /**
     * Trains in as many separate runs at the same time, each with one thread and parameters of its
     * own: what the machine gives to threads that share nothing.
     *
     * @param runs  how many
     * @param steps of all runs together
     * @param seed  of the first run; the others have the next ones
     * @return all steps, and the time from the first run's start to the last one's end
     */
    Run trainApart(int runs, long steps, long seed) {
        long start = System.nanoTime();
        List<CompletableFuture<Run>> apart = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long own = seed + i;
            apart.add(CompletableFuture.supplyAsync(() -> train(1, steps / runs, own),
                    run -> new Thread(run).start()));
        }
        long done = 0;
        for (CompletableFuture<Run> one : apart) done += one.join().steps();
        return new Run(done, System.nanoTime() - start);
    }

    /** {@return the number of parameters} */
    int size() {
        return layout.size();
    }
}
