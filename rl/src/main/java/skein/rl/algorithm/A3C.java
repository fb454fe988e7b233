package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.policy.Categorical;
import skein.rl.returns.Returns;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * Asynchronous advantage actor-critic: one actor-learner thread of Algorithm S3, <i>Asynchronous
 * Methods for Deep Reinforcement Learning</i>, Mnih et al. 2016.
 *
 * <pre>
 * paper       here                          whose
 * θ, θ_v      theta                         all threads: one network, two heads
 * T           T                             all threads
 * θ', θ'_v    thetaPrime                    this thread: what network runs on
 * dθ, dθ_v    dTheta                        this thread
 * t, t_start  t, tStart                     this thread
 * s_t         s                             this thread
 * a_t, r_t    a, step.reward()              this thread
 * R           R, returns                    this thread
 * LSTM state  in network                    this thread
 * </pre>
 *
 * <p>With a network that remembers this is A3C LSTM: within an episode the state goes on from
 * segment to segment, the gradient does not; computing the bootstrap value leaves it as it is. For
 * a network without memory, starting a segment or an episode does nothing.
 */
public final class A3C extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param tMax             t_max, steps between updates; 5 (paper, section 8)
     * @param gamma            γ, discount; 0.99 (paper, section 8)
     * @param beta             β, weight of the entropy; 0.01 (paper, section 8)
     * @param valueCoefficient c, weight of (R − V)²; 1 in the listing, 0.5 by its first author
     * @param maxNorm          the longest gradient; 40 (its first author, by mail)
     * @param eta              η at T = 0; drawn from 1e-4 .. 1e-2 (paper, section 8)
     */
    public record Hyper(int tMax, double gamma, double beta, double valueCoefficient,
                        double maxNorm, double eta) {
        /** The settings of the paper, with η ≈ 7e-4, about its best. */
        public static final Hyper PAPER = new Hyper(5, 0.99, 0.01, 0.5, 40, 7e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeastOne("tMax", tMax);
            Require.notNegative("beta", beta);
            Require.notNegative("valueCoefficient", valueCoefficient);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Environment env;
    private final Hyper hyper;
    private final Parameters thetaPrime;
    private final ActorCritic network;
    private final ActorCriticLoss loss;
    private final Rollout rollout;
    private final float[] returns;

    /**
     * Makes one actor-learner.
     *
     * @param definition the network
     * @param theta      the shared parameters, of the network's layout. Modified, by the optimizer.
     * @param optimizer  this learner's way of changing theta
     * @param T          the shared counter
     * @param env        a world of its own
     * @param rng        a source of chance of its own
     * @param hyper      the settings
     */
    public A3C(ActorCriticNetwork definition, Parameters theta, Optimizer optimizer, StepCounter T,
               Environment env, RandomGenerator rng, Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.env = env;
        this.hyper = hyper;
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        network = new ActorCritic(definition, thetaPrime);
        loss = new ActorCriticLoss(hyper.beta(), hyper.valueCoefficient());
        rollout = new Rollout(hyper.tMax(), definition.observationSize());
        returns = new float[hyper.tMax()];
    }

    @Override public void run() {
        long t = 1;                                                 // t ← 1
        float[] s = env.reset(rng);
        Step step;
        do {                                                        // repeat
            dTheta.clear();                                         //   dθ ← 0 and dθ_v ← 0
            theta.copyTo(thetaPrime);                               //   θ' = θ and θ'_v = θ_v
            rollout.clear();
            network.startSegment();                                 //   (an LSTM goes on from here)
            long tStart = t;                                        //   t_start = t
            do {                                                    //   repeat (s is s_t)
                int a = Categorical.sample(network.logits(s), rng); //     a_t ~ π(a_t | s_t; θ')
                step = env.step(a);                                 //     receive r_t and s_t+1
                rollout.add(s, a, step.reward());
                s = step.observation();
                t++;                                                //     t ← t + 1
                T.tick();                                           //     T ← T + 1
            } while (!step.last()                                   //   until terminal s_t
                    && t - tStart < hyper.tMax());                  //   or t − t_start == t_max
            float R = step.terminated() ? 0                         //   R = 0 for terminal s_t
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
        Returns.discounted(rollout.rewards(), rollout.size(),       //     R ← r_i + γR
                R, hyper.gamma(), returns);
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.logits(), network.values(),      //     dθ ← dθ + ∇log π·(R − V)
                rollout.actions(), returns, network.tape());        //       + β∇H (section 4)
        network.backward(L);                                        //     dθ_v ← dθ_v + ∂(R − V)²
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), null);
    }
}
