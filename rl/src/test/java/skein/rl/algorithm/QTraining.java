package skein.rl.algorithm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.QAgent;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** A Q method on CartPole. */
record QTraining(QNetwork network, Parameters theta, List<Parameters> snapshots,
                 SplittableGenerator rng) {
    /** Found by trying; for 1,000,000 steps of one thread, and 128 units. */
    static final OneStepQ.Hyper ONE_STEP =
            new OneStepQ.Hyper(20, 200, 0.99, 200_000, 0.5, 40, 3e-3);
    /** Found by trying; for 300,000 steps of one thread, 256 units and a dueling head. */
    static final OneStepQ.Hyper N_STEP =
            new OneStepQ.Hyper(20, 100, 0.99, 50_000, 0.5, 40, 3e-3);

    /** Makes a learner of the method. */
    interface Method {
        Runnable learner(QNetwork network, Parameters theta, Parameters thetaMinus,
                         Optimizer optimizer, StepCounter T, Environment env, RandomGenerator rng,
                         OneStepQ.Hyper hyper);
    }

    static QNetwork plain() {
        return new QNetwork(Trunk.mlp(new Layout(), "trunk", 4, 128), 2);
    }

    static QNetwork dueling() {
        return QNetwork.dueling(Trunk.mlp(new Layout(), "trunk", 4, 256), 2);
    }

    static QTraining run(Method method, QNetwork network, long seed, int threads, long steps,
                         OneStepQ.Hyper hyper) {
        SplittableGenerator root = ActorLearners.generator(seed);
        Parameters theta = network.layout().initialize(root.split());
        Parameters thetaMinus = theta.copy();
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(steps);
        List<Parameters> snapshots = new CopyOnWriteArrayList<>();
        T.every(10_000, at -> snapshots.add(theta.copy()));
        ActorLearners.run(T, threads, root.split(), (i, rng) -> method.learner(network, theta,
                thetaMinus, optimizer.learner(i, threads), T, newWorld(), rng, hyper));
        return new QTraining(network, theta, snapshots, root.split());
    }

    private static Environment newWorld() {
        return new TimeLimit(new CartPole(), 500);
    }

    /** Of the last parameters, greedily. */
    Evaluation evaluation() {
        return evaluation(theta);
    }

    private Evaluation evaluation(Parameters parameters) {
        return Evaluation.of(new QAgent(network, parameters, 0), newWorld(), rng.split(), 100);
    }

    /** The best mean return of any snapshot. */
    double best() {
        return snapshots.stream().mapToDouble(s -> evaluation(s).mean()).max().orElse(0);
    }
}
