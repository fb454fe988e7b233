package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.LinearAnnealing;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.ReplayLoss;
import skein.rl.memory.Minibatch;
import skein.rl.memory.Replay;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.EpsilonGreedy;
import skein.rl.policy.ExplorationSchedule;
import skein.rl.returns.QTargets;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * Deep Q-learning with experience replay, one thread and one world: Algorithm 1 of <i>Human-level
 * control through deep reinforcement learning</i>, Mnih et al. 2015. What A3C does without.
 *
 * <pre>
 * article     here                     whose
 * θ           theta                    network runs on it
 * θ⁻          thetaMinus               target runs on it
 * D, N        replay, hyper.capacity() this learner
 * t           T, now                   this learner; counts on over all episodes
 * s_t         s                        this learner; φ_t, preprocessing is the world's
 * a_t, r_t    a, step.reward()         this learner
 * (s, a, r, s')_j, y_j   batch, y      the minibatch
 * C           hyper.targetInterval()   a number
 * </pre>
 *
 * <p>Its three well-known variants, each of which can be had alone: in Double θ chooses a', and θ⁻
 * values it (one line, in {@code learn}); Dueling is another network, {@link QNetwork#dueling};
 * Prioritized another replay, whose weights scale the loss and whose priorities are the errors.
 */
public final class DQN extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param capacity         N, observations kept, 4 · N · I bytes; 1,000,000 (Mnih et al. 2015)
     * @param learningStarts   steps before the first update; 50,000 (the same, table 1)
     * @param batchSize        B, transitions in a minibatch; 32 (the same)
     * @param updateInterval   steps between updates; 4 (the same)
     * @param targetInterval   C, steps between copies to θ⁻; 10,000 (the same, counts updates)
     * @param gamma            γ, discount; 0.99 (the same)
     * @param explorationSteps T at which ε is final; 1,000,000 (the same)
     * @param finalEpsilon     ε from then on; 0.1 (the same)
     * @param alpha            α, how much errors decide; 0.6 (Schaul et al. 2016), 0: uniform
     * @param beta             β of the weights at T = 0, 1 at T_max; 0.4 (the same, table 3)
     * @param delta            δ, where the squared error becomes linear; 1 (Mnih et al. 2015)
     * @param maxNorm          the longest gradient; infinite (Mnih), 10 (Wang et al. 2016)
     * @param eta              η at T = 0; 2.5e-4 and constant (Mnih et al. 2015)
     */
    public record Hyper(int capacity, long learningStarts, int batchSize, long updateInterval,
                        long targetInterval, double gamma, long explorationSteps,
                        double finalEpsilon, double alpha, double beta, double delta,
                        double maxNorm, double eta) {
        /** The settings of the article, with ‖dθ‖ ≤ 10. */
        public static final Hyper PAPER = new Hyper(1_000_000, 50_000, 32, 4, 10_000, 0.99,
                1_000_000, 0.1, 0, 1, 1, 10, 2.5e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeast("capacity", 2, capacity);
            Require.atLeastOne("learningStarts", learningStarts);
            Require.atLeastOne("batchSize", batchSize);
            Require.atLeastOne("updateInterval", updateInterval);
            Require.atLeastOne("targetInterval", targetInterval);
            Require.atLeastOne("explorationSteps", explorationSteps);
            Require.fraction("finalEpsilon", finalEpsilon);
            Require.notNegative("alpha", alpha);
            Require.fraction("beta", beta);
            Require.positive("delta", delta);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Parameters thetaMinus;
    private final Environment env;
    private final Hyper hyper;
    private final boolean doubleQ;
    private final LinearAnnealing oneMinusBeta;
    private final ExplorationSchedule epsilon;
    private final QValues network;
    private final QValues target;
    private final Replay replay;
    private final Minibatch batch;
    private final float[] y;
    private final ReplayLoss loss;

    /**
     * Makes a learner.
     *
     * @param definition the network
     * @param theta      its parameters. Modified, by the optimizer.
     * @param thetaMinus the target network's, a copy of theta to begin with. Modified.
     * @param optimizer  the way of changing theta
     * @param T          counts the steps
     * @param env        the world
     * @param rng        the source of chance
     * @param hyper      the settings
     * @param doubleQ    whether θ instead of θ⁻ chooses the action that θ⁻ values
     */
    public DQN(QNetwork definition, Parameters theta, Parameters thetaMinus, Optimizer optimizer,
               StepCounter T, Environment env, RandomGenerator rng, Hyper hyper, boolean doubleQ) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.thetaMinus = thetaMinus;
        this.env = env;
        this.hyper = hyper;
        this.doubleQ = doubleQ;
        oneMinusBeta = new LinearAnnealing(1 - hyper.beta(), T.maxSteps());
        epsilon = new ExplorationSchedule(hyper.finalEpsilon(), hyper.explorationSteps());
        network = new QValues(definition, theta.withGradient(dTheta));
        target = new QValues(definition, thetaMinus);
        replay = Replay.of(hyper.capacity(), definition.observationSize(), hyper.alpha());
        batch = Minibatch.of(hyper.batchSize(), definition.observationSize());
        y = new float[hyper.batchSize()];
        loss = new ReplayLoss(hyper.delta());
    }

    @Override public void run() {
        float[] s = env.reset(rng);                                 // initialize sequence s_1
        replay.begin(s);
        do {                                                        // for t = 1, T do
            int a = EpsilonGreedy.sample(network.of(s),             //   a_t, ε-greedy
                    epsilon.at(T.get()), rng);                      //     on Q(s_t, ·; θ)
            Step step = env.step(a);                                //   observe r_t and s_t+1
            s = step.observation();
            replay.add(a, step.reward(), s, step.terminated());     //   store (s, a, r, s') in D
            long now = T.tick();
            if (now >= hyper.learningStarts()                       //   (beyond 1: not at once, and
                    && now % hyper.updateInterval() == 0) {         //   not after each step)
                learn();
            }
            if (now % hyper.targetInterval() == 0) {                //   every C steps
                theta.copyTo(thetaMinus);                           //     reset Q^ = Q: θ⁻ ← θ
            }
            if (step.last()) {                                      // for episode = 1, M do
                s = env.reset(rng);                                 //   initialize sequence s_1
                replay.begin(s);
            }
        } while (!T.exceeded());
    }

    private void learn() {
        int B = batch.size();
        replay.sample(batch, 1 - oneMinusBeta.at(T.get()), rng);    //   sample a minibatch from D
        Tensor values = target.of(batch.sPrime(), B);               //   y_j = r_j, or, if no end:
        Tensor chooses = doubleQ ? network.of(batch.sPrime(), B)    //     r_j + γ max Q(s'_j; θ⁻)
                : values;                                           //     (Double: Q of θ's a')
        QTargets.oneStep(batch.r(), batch.terminated(), chooses, values, hyper.gamma(), y);
        dTheta.clear();                                             //   gradient descent step on
        network.forward(batch.s(), B);                              //     (y_j − Q(s_j, a_j; θ))²
        Tensor L = loss.of(network.values(), batch.a(), y, batch.weights(), network.tape());
        network.backward(L);
        clipping.clip(dTheta);                                      //     beyond 1: ‖dθ‖ ≤ maxNorm
        optimizer.update(dTheta, eta.at(T.get()));                  //     beyond 1: η falls
        replay.learned(batch, loss.errors());                       //   priorities (Schaul 2016)
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), () -> epsilon.at(T.get()));
    }
}
