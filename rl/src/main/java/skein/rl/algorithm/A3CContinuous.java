package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.GaussianLoss;
import skein.rl.memory.ContinuousRollout;
import skein.rl.network.GaussianActorCritic;
import skein.rl.network.GaussianNetwork;
import skein.rl.policy.Gaussian;
import skein.rl.returns.Returns;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * A3C with continuous actions: {@link A3C} with a Gaussian policy, <i>Asynchronous Methods for Deep
 * Reinforcement Learning</i>, Mnih et al. 2016, section 9 and Algorithm S3.
 *
 * <pre>
 * paper       here                          whose
 * θ, θ_v      theta                         all threads: two networks in one array
 * T           T                             all threads
 * θ', θ'_v    thetaPrime                    this thread: what network runs on
 * dθ, dθ_v    dTheta                        this thread
 * t, t_start  t, tStart                     this thread
 * s_t         s                             this thread
 * a_t, r_t    a, step.reward()              this thread
 * μ, σ²       network.mean(), variance()    this thread
 * R           R, returns                    this thread
 * LSTM states in network                    this thread
 * </pre>
 */
public final class A3CContinuous extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param tMax             t_max, steps between updates; 0: a whole episode (paper, section 9)
     * @param bootstrap        at a time limit 1: R = V(s_t), 0: R = 0, no bootstrap (section 9)
     * @param gamma            γ, discount; 0.99 (paper, section 8)
     * @param beta             β, weight of the entropy; 1e-4 (paper, section 9)
     * @param differential     entropy 0: ½(log 2πσ² + 1) for any K (section 9), 1: K times that
     * @param valueCoefficient c, weight of (R − V)²; 1 in the listing
     * @param rewardScale      beyond section 9: what rewards are multiplied by; 1 leaves them
     * @param maxNorm          beyond section 9: the longest gradient; 40 as in A3C
     * @param eta              η at T = 0; drawn for each run (section 9)
     */
    public record Hyper(int tMax, int bootstrap, double gamma, double beta, int differential,
                        double valueCoefficient, double rewardScale, double maxNorm, double eta) {
        /** The settings of the paper. */
        public static final Hyper PAPER = new Hyper(0, 0, 0.99, 1e-4, 0, 1, 1, 40, 1e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.notNegative("tMax", tMax);
            Require.fraction("bootstrap", bootstrap);
            Require.notNegative("beta", beta);
            Require.fraction("differential", differential);
            Require.notNegative("valueCoefficient", valueCoefficient);
            Require.positive("rewardScale", rewardScale);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Environment env;
    private final Hyper hyper;
    private final Parameters thetaPrime;
    private final GaussianActorCritic network;
    private final GaussianLoss loss;
    private final ContinuousRollout rollout;
    private float[] returns = {};

    /**
     * Makes one actor-learner.
     *
     * @param definition the network
     * @param theta      the shared parameters, of the network's layout. Modified, by the optimizer.
     * @param optimizer  this learner's way of changing theta
     * @param T          the shared counter
     * @param env        a world of its own, whose actions are vectors
     * @param rng        a source of chance of its own
     * @param hyper      the settings
     */
    public A3CContinuous(GaussianNetwork definition, Parameters theta, Optimizer optimizer,
                         StepCounter T, Environment env, RandomGenerator rng, Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.env = env;
        this.hyper = hyper;
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        network = new GaussianActorCritic(definition, thetaPrime);
        loss = new GaussianLoss(hyper.beta(), hyper.valueCoefficient(), hyper.differential() == 1);
        rollout = new ContinuousRollout(definition.observationSize(), definition.dimensions());
    }

    @Override public void run() {
        long t = 1;                                                 // t ← 1
        float[] a = new float[rollout.actionSize()];
        float[] s = env.reset(rng);
        Step step;
        do {                                                        // repeat
            dTheta.clear();                                         //   dθ ← 0 and dθ_v ← 0
            theta.copyTo(thetaPrime);                               //   θ' = θ and θ'_v = θ_v
            rollout.clear();
            network.startSegment();                                 //   (an LSTM goes on from here)
            long tStart = t;                                        //   t_start = t
            do {                                                    //   repeat (s is s_t)
                network.look(s);
                Gaussian.sample(network.mean(), network.variance(), //     a_t ~ N(μ(s_t; θ'),
                        rng, a);                                    //         σ²(s_t; θ'))
                step = env.step(a);                                 //     receive r_t and s_t+1
                rollout.add(s, a, hyper.rewardScale()               //     beyond section 9
                        * step.reward());
                s = step.observation();
                t++;                                                //     t ← t + 1
                T.tick();                                           //     T ← T + 1
            } while (!step.last()                                   //   until terminal s_t
                    && t - tStart != hyper.tMax()                   //   or t − t_start == t_max
                    && !T.exceeded());                              //   beyond S3: or T > T_max
            boolean end = step.terminated()
                    || step.last() && hyper.bootstrap() == 0;       //   section 9: any end is one
            float R = end ? 0                                       //   R = 0 for terminal s_t
                    : network.value(s);                             //       V(s_t; θ'_v) otherwise
            accumulateGradients(R);                                 //   for i ∈ {t−1, ..., t_start}
            clipping.clip(dTheta);                                  //   beyond S3: ‖dθ‖ ≤ maxNorm
            optimizer.update(dTheta, eta.at(T.get()));              //   update of θ and θ_v
            if (step.last()) {
                s = env.reset(rng);                                 //   beyond S3: also truncated
                network.startEpisode();                             //   (an LSTM forgets)
            }
        } while (!T.exceeded());                                    // until T > T_max
    }

    /** All steps of the segment as one batch: the sum of what the listing adds step by step. */
    private void accumulateGradients(float R) {
        if (returns.length < rollout.size()) returns = new float[2 * rollout.size()];
        Returns.discounted(rollout.rewards(), rollout.size(),       //     R ← r_i + γR
                R, hyper.gamma(), returns);
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.mean(), network.variance(),      //     dθ ← dθ + ∇log π·(R − V)
                network.values(), rollout.actions(), returns,       //       + β∇H (section 9)
                network.tape());
        network.backward(L);                                        //     dθ_v ← dθ_v + ∂(R − V)²
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), null);
    }
}
