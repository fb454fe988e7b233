package skein.rl.telemetry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.EpisodeMonitor;
import skein.envs.Pendulum;
import skein.envs.TimeLimit;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A2C;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.A3CContinuous;
import skein.rl.algorithm.DQN;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.algorithm.OneStepSarsa;
import skein.rl.algorithm.PPO;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.Schedule;
import skein.rl.thread.StepCounter;

/** A short training of a small network, watched or not. */
final class WatchedRun {
    enum Method {
        ONE_STEP_Q, ONE_STEP_SARSA, N_STEP_Q, A3C, A3C_LSTM, A3C_CONTINUOUS, A2C, PPO, DQN;

        boolean explores() {
            return ordinal() <= N_STEP_Q.ordinal() || this == DQN;
        }

        boolean asynchronous() {
            return ordinal() <= A3C_CONTINUOUS.ordinal();
        }
    }

    /** What a learner is made of, watched or as it is. */
    private record Parts(Parameters theta, Optimizer optimizer, Supplier<Environment> worlds,
                         RandomGenerator rng) {
    }

    private final Method method;
    private final StepCounter T;
    private final Layout layout;
    private final Parameters theta;
    private final Parameters thetaMinus;
    private final SharedRmsProp optimizer;
    private final int threads;
    private final SplittableGenerator rng = ActorLearners.generator(1);
    private final Telemetry telemetry;
    private final AtomicLong updates = new AtomicLong();
    private final AtomicLong episodes = new AtomicLong();
    private ActorCriticNetwork actorCritic;
    private GaussianNetwork gaussian;
    private QNetwork q;

    private WatchedRun(Method method, int threads, long steps, Schedule schedule) {
        this.method = method;
        this.threads = threads;
        T = new StepCounter(steps, schedule);
        layout = network();
        theta = layout.initialize(rng.split());
        thetaMinus = theta.copy();
        telemetry = new Telemetry(theta, threads);
        optimizer = new SharedRmsProp(theta, 0.99, 0.1);
    }

    static WatchedRun of(Method method, int threads, long steps) {
        return of(method, threads, steps, Schedule.FREE);
    }

    static WatchedRun of(Method method, int threads, long steps, Schedule schedule) {
        WatchedRun run = new WatchedRun(method, threads, steps, schedule);
        ActorLearners.run(run.T, threads, run.rng.split(), run::watched);
        return run;
    }

    /** θ after a run of one thread without telemetry. */
    static float[] unwatched(Method method, long steps) {
        WatchedRun run = new WatchedRun(method, 1, steps, Schedule.FREE);
        ActorLearners.run(run.T, 1, run.rng.split(), (i, own) -> run.make(new Parts(run.theta,
                run.optimizer.learner(i, 1), run::world, own)));
        return run.theta.values();
    }

    private Runnable watched(int i, RandomGenerator own) {
        LearnerTelemetry watch = telemetry.learner(i);
        Optimizer counted = watch.around(optimizer.learner(i, threads));
        Learner learner = make(new Parts(watch.around(theta), T.scheduled((d, eta) -> {
            counted.update(d, eta);
            updates.incrementAndGet();
        }), () -> watch.around(world()), own));
        watch.ask(learner.sources());
        return learner;
    }

    private Environment world() {
        Environment env = method == Method.A3C_CONTINUOUS
                ? new TimeLimit(new Pendulum(), 20) : new TimeLimit(new CartPole(), 500);
        return new EpisodeMonitor(env, episode -> episodes.incrementAndGet());
    }

    private Layout network() {
        Trunk trunk = Trunk.mlp(new Layout(), "trunk", method == Method.A3C_CONTINUOUS
                ? 3 : 4, 8);
        switch (method) {
            case A3C, A2C, PPO -> actorCritic = new ActorCriticNetwork(trunk, 2);
            case A3C_LSTM -> actorCritic = new ActorCriticNetwork(trunk.withLstm(4), 2);
            case A3C_CONTINUOUS -> gaussian = new GaussianNetwork(trunk,
                    Trunk.mlp(trunk.layout(), "critic", 3, 8), 1);
            default -> q = new QNetwork(trunk, 2);
        }
        return trunk.layout();
    }

    private Learner make(Parts p) {
        return switch (method) {
            case ONE_STEP_Q -> oneStepQ(p);
            case ONE_STEP_SARSA -> oneStepSarsa(p);
            case N_STEP_Q -> nStepQ(p);
            case A3C, A3C_LSTM -> a3c(p);
            case A3C_CONTINUOUS -> a3cContinuous(p);
            case A2C -> a2c(p);
            case PPO -> ppo(p);
            case DQN -> dqn(p);
        };
    }

    private Learner oneStepQ(Parts p) {
        return new OneStepQ(q, p.theta, thetaMinus, p.optimizer, T, p.worlds.get(), p.rng,
                OneStepQ.Hyper.PAPER);
    }

    private Learner oneStepSarsa(Parts p) {
        return new OneStepSarsa(q, p.theta, thetaMinus, p.optimizer, T, p.worlds.get(),
                p.rng, OneStepSarsa.Hyper.PAPER);
    }

    /** θ⁻ is copied again and again in the middle of segments. */
    private Learner nStepQ(Parts p) {
        return new NStepQ(q, p.theta, thetaMinus, p.optimizer, T, p.worlds.get(), p.rng,
                new NStepQ.Hyper(5, 2, 0.99, 1_000, 1, 40, 7e-4));
    }

    private Learner a3c(Parts p) {
        return new A3C(actorCritic, p.theta, p.optimizer, T, p.worlds.get(), p.rng,
                A3C.Hyper.PAPER);
    }

    private Learner a3cContinuous(Parts p) {
        return new A3CContinuous(gaussian, p.theta, p.optimizer, T, p.worlds.get(),
                p.rng, A3CContinuous.Hyper.PAPER);
    }

    private Learner a2c(Parts p) {
        return new A2C(actorCritic, p.theta, p.optimizer, T,
                new Environment[] {p.worlds.get(), p.worlds.get()}, p.rng, A2C.Hyper.PAPER);
    }

    private Learner ppo(Parts p) {
        return new PPO(actorCritic, p.theta, p.optimizer, T,
                new Environment[] {p.worlds.get(), p.worlds.get()}, p.rng,
                new PPO.Hyper(32, 2, 3, 0.99, 0.95, 0.2, 0.2, 1, 0.01, 0.01, 0.5, 0.5, 1e-3));
    }

    private Learner dqn(Parts p) {
        return new DQN(q, p.theta, thetaMinus, p.optimizer, T, p.worlds.get(), p.rng,
                new DQN.Hyper(1_000, 100, 8, 4, 500, 0.99, 1_000, 0.1, 0, 1, 1, 10, 1e-3), false);
    }

    Telemetry telemetry() {
        return telemetry;
    }

    StepCounter T() {
        return T;
    }

    Parameters theta() {
        return theta;
    }

    /** Counted apart from telemetry. */
    long updates() {
        return updates.get();
    }

    /** Counted apart from telemetry. */
    long episodes() {
        return episodes.get();
    }
}
