package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.KlPenalty;
import skein.rl.loss.ProximalLoss;
import skein.rl.memory.Minibatches;
import skein.rl.memory.Rollouts;
import skein.rl.memory.Samples;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.BatchedActorCritic;
import skein.rl.policy.Categorical;
import skein.rl.returns.Gae;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * Proximal policy optimization: Algorithm 1, <i>Proximal policy optimization algorithms</i>,
 * Schulman et al. 2017, with its clipped objective or its penalty. It is {@link A2C} that learns
 * from each batch more than once, and minds not to go far away from the policy that acted in it.
 *
 * <pre>
 * article        here                       whose
 * θ              theta                      one network, two heads: network runs on it
 * θ_old          samples.logits(), values() what θ made of each s_t when it acted
 * T              hyper.tMax()               steps of each world (T is the steps of all here)
 * K, N T / M     epochs, minibatches        M in the article is a minibatch's size
 * Â_t            samples.advantages()       all worlds, [t_max · N]
 * β, d, d_targ   penalty, d, klTarget       this thread (beta is the entropy's weight here, c2)
 * c_1, c_2       valueCoefficient, beta     numbers
 * LSTM state     in network                 world n
 * </pre>
 *
 * <p>With a network that remembers, minibatches are whole worlds, and each pass over one begins
 * with the state that acting began with, as the θ of that time had it.
 */
public final class PPO extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param tMax             steps of each world between batches; 128 (article, Atari)
     * @param epochs           K, how often a batch is learned from; 3 (article, Atari)
     * @param minibatches      how many a batch is dealt into; 4 of 256 (article, Atari)
     * @param gamma            γ, discount; 0.99 (article)
     * @param lambda           λ of the advantages; 0.95 (article)
     * @param epsilon          ε, how far ρ counts; 0.1 .. 0.3 (article), infinite: not clipped
     * @param valueEpsilon     how far V may move in a batch; infinite (article), ε (its programs)
     * @param klCoefficient    weight of KL(π_old‖π) at first; 1 (article), 0: no penalty
     * @param klTarget         the KL aimed at by the penalty, nats; 0.003 .. 0.03 (article)
     * @param beta             weight of the entropy, c_2; 0.01 (article, Atari)
     * @param valueCoefficient weight of (R − V)², c_1; 1 (article, Atari), 0.5 (its programs)
     * @param maxNorm          the longest gradient; 0.5 (its programs)
     * @param eta              Adam's step at T = 0; 2.5e-4 (article, Atari)
     */
    public record Hyper(int tMax, int epochs, int minibatches, double gamma, double lambda,
                        double epsilon, double valueEpsilon, double klCoefficient, double klTarget,
                        double beta, double valueCoefficient, double maxNorm, double eta) {
        /** The article's settings for Atari, clipped objective. */
        public static final Hyper PAPER = new Hyper(128, 3, 4, 0.99, 0.95, 0.1,
                Double.POSITIVE_INFINITY, 0, 0.01, 0.01, 1, 0.5, 2.5e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeastOne("tMax", tMax);
            Require.atLeastOne("epochs", epochs);
            Require.atLeastOne("minibatches", minibatches);
            Require.fraction("lambda", lambda);
            Require.positive("epsilon", epsilon);
            Require.positive("valueEpsilon", valueEpsilon);
            Require.notNegative("klCoefficient", klCoefficient);
            Require.positive("klTarget", klTarget);
            Require.notNegative("beta", beta);
            Require.notNegative("valueCoefficient", valueCoefficient);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Environment[] envs;
    private final Hyper hyper;
    private final BatchedActorCritic network;
    private final KlPenalty penalty;
    private final ProximalLoss loss;
    private final Gae gae;
    private final Rollouts rollouts;
    private final Minibatches minibatches;
    private final float[][] s;

    /**
     * Makes the learner.
     *
     * @param definition the network
     * @param theta      the parameters, of the network's layout. Modified, by the optimizer.
     * @param optimizer  the way of changing theta
     * @param T          the counter
     * @param envs       N ≥ 1 worlds of its own
     * @param rng        a source of chance of its own
     * @param hyper      the settings
     */
    public PPO(ActorCriticNetwork definition, Parameters theta, Optimizer optimizer, StepCounter T,
               Environment[] envs, RandomGenerator rng, Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.envs = envs.clone();
        this.hyper = hyper;
        network = new BatchedActorCritic(definition, theta.withGradient(dTheta), envs.length);
        penalty = new KlPenalty(hyper.klCoefficient(), hyper.klTarget());
        loss = new ProximalLoss(hyper.epsilon(), hyper.valueEpsilon(), penalty, hyper.beta(),
                hyper.valueCoefficient());
        gae = new Gae(hyper.gamma(), hyper.lambda());
        rollouts = new Rollouts(hyper.tMax(), envs.length, definition.observationSize(),
                definition.actions());
        minibatches = rollouts.minibatches(hyper.minibatches(), definition.trunk().remembers());
        s = new float[envs.length][];
    }

    @Override public void run() {
        long t = 1;
        for (int n = 0; n < envs.length; n++) s[n] = envs[n].reset(rng);
        do {                                                        // for iteration = 1, 2, ...
            rollouts.clear();
            network.startSegment();                                 //   (an LSTM goes on from here)
            long tStart = t;
            do {                                                    //   for actor = 1, ..., N: run
                network.look(s);                                    //   π_θold for T timesteps
                rollouts.begin(s, network.logits(), network.values());
                for (int n = 0; n < envs.length; n++) step(n);
                t++;
            } while (t - tStart < hyper.tMax());
            rollouts.bootstrap(network.values(s));
            gae.estimate(rollouts);                                 //   compute Â_1, ..., Â_T
            Gae.standardize(rollouts.samples());                    //   beyond: as in its programs
            for (int k = 0; k < hyper.epochs(); k++) {              //   optimize L wrt θ, K epochs
                minibatches.shuffle(rng);                           //   and minibatches of M ≤ NT
                for (int m = 0; m < minibatches.count(); m++) {
                    dTheta.clear();
                    accumulateGradients(minibatches.get(m));
                    clipping.clip(dTheta);                          //   beyond: as in its programs
                    optimizer.update(dTheta, eta.at(T.get()));
                }
            }
            if (penalty.active()) adapt(rollouts.samples());        //   section 4: β, by d
        } while (!T.exceeded());                                    // end for
    }

    /** World n goes a step, and begins anew if that was its episode's last. */
    private void step(int n) {
        int a = Categorical.sample(network.logits(), n, rng);
        Step step = envs[n].step(a);
        rollouts.add(n, a, step.reward());
        s[n] = step.observation();
        T.tick();
        if (!step.last()) return;
        rollouts.end(n, step.terminated() ? 0 : network.value(n, s[n]));
        s[n] = envs[n].reset(rng);
        network.startEpisode(n);                                    //   (an LSTM forgets)
    }

    /** The mean over a minibatch. */
    private void accumulateGradients(Samples batch) {
        network.forward(batch.observations(), batch.size(), batch.worlds(), batch.last());
        Tensor L = loss.of(network.logits(), network.values(), batch, network.tape());
        network.backward(L);
    }

    /** How far π went in all updates of this batch decides what going far costs in the next. */
    private void adapt(Samples batch) {
        network.forward(batch.observations(), batch.size(), batch.worlds(), batch.last());
        float d = ProximalLoss.kl(network.logits(), batch, network.tape()).item();
        penalty.adapt(d);                                           //   d = Ê[KL(π_θold, π_θ)]
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), null);
    }
}
