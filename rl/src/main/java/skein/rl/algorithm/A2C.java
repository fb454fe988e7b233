package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.AdvantageLoss;
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
 * Advantage actor-critic, the synchronous form of Algorithm S3, <i>Asynchronous Methods for Deep
 * Reinforcement Learning</i>, Mnih et al. 2016: one thread, in which N worlds go step by step
 * together. They make one batch, and it one update; nobody else changes θ meanwhile, so no copy θ'
 * is needed.
 *
 * <pre>
 * paper       here                          whose
 * θ, θ_v      theta                         one network, two heads: network runs on it
 * T           T                             the steps of all worlds together
 * dθ, dθ_v    dTheta                        this thread
 * t, t_start  t, tStart                     steps of each world
 * s_t         s[n]                          world n
 * a_t, r_t    a, step.reward()              world n
 * R           samples.returns()             all worlds, [t_max · N]
 * LSTM state  in network                    world n
 * </pre>
 */
public final class A2C extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param tMax             t_max, steps of each world between updates; 5 (paper, section 8)
     * @param gamma            γ, discount; 0.99 (paper, section 8)
     * @param lambda           λ of the advantages; 1 (Algorithm S3: the longest returns)
     * @param beta             β, weight of the entropy; 0.01 (paper, section 8)
     * @param valueCoefficient c, weight of (R − V)²; 1 in the listing, 0.5 by its first author
     * @param maxNorm          the longest gradient, of means; 0.5 in OpenAI's program
     * @param eta              η at T = 0; 7e-4 in OpenAI's program
     */
    public record Hyper(int tMax, double gamma, double lambda, double beta,
                        double valueCoefficient, double maxNorm, double eta) {
        /** The settings of the paper, those for means as in OpenAI's program (Baselines, 2017). */
        public static final Hyper PAPER = new Hyper(5, 0.99, 1, 0.01, 0.5, 0.5, 7e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeastOne("tMax", tMax);
            Require.fraction("lambda", lambda);
            Require.notNegative("beta", beta);
            Require.notNegative("valueCoefficient", valueCoefficient);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Environment[] envs;
    private final Hyper hyper;
    private final BatchedActorCritic network;
    private final AdvantageLoss loss;
    private final Gae gae;
    private final Rollouts rollouts;
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
    public A2C(ActorCriticNetwork definition, Parameters theta, Optimizer optimizer, StepCounter T,
               Environment[] envs, RandomGenerator rng, Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.envs = envs.clone();
        this.hyper = hyper;
        network = new BatchedActorCritic(definition, theta.withGradient(dTheta), envs.length);
        loss = new AdvantageLoss(hyper.beta(), hyper.valueCoefficient());
        gae = new Gae(hyper.gamma(), hyper.lambda());
        rollouts = new Rollouts(hyper.tMax(), envs.length, definition.observationSize(),
                definition.actions());
        s = new float[envs.length][];
    }

    @Override public void run() {
        long t = 1;                                                 // t ← 1
        for (int n = 0; n < envs.length; n++) s[n] = envs[n].reset(rng);
        do {                                                        // repeat
            dTheta.clear();                                         //   dθ ← 0 and dθ_v ← 0
            rollouts.clear();
            network.startSegment();                                 //   (an LSTM goes on from here)
            long tStart = t;                                        //   t_start = t
            do {                                                    //   repeat (s is s_t, all N)
                network.look(s);
                rollouts.begin(s, network.logits(), network.values());
                for (int n = 0; n < envs.length; n++) step(n);
                t++;                                                //     t ← t + 1
            } while (t - tStart < hyper.tMax());                    //   until t − t_start == t_max
            rollouts.bootstrap(network.values(s));                  //   R = V(s_t; θ_v)
            gae.estimate(rollouts);                                 //   for i ∈ {t−1, ..., t_start}
            accumulateGradients(rollouts.samples());                //     R ← r_i + γR (λ = 1)
            clipping.clip(dTheta);                                  //   beyond S3: ‖dθ‖ ≤ maxNorm
            optimizer.update(dTheta, eta.at(T.get()));              //   update of θ and θ_v
        } while (!T.exceeded());                                    // until T > T_max
    }

    /** World n goes a step, and begins anew if that was its episode's last. */
    private void step(int n) {
        int a = Categorical.sample(network.logits(), n, rng);       //     a_t ~ π(a_t | s_t; θ)
        Step step = envs[n].step(a);                                //     receive r_t and s_t+1
        rollouts.add(n, a, step.reward());
        s[n] = step.observation();
        T.tick();                                                   //     T ← T + 1
        if (!step.last()) return;
        rollouts.end(n, step.terminated() ? 0                       //     R = 0 for terminal s_t
                : network.value(n, s[n]));                          //         V(s_t; θ_v) otherwise
        s[n] = envs[n].reset(rng);                                  //     beyond S3: also truncated
        network.startEpisode(n);                                    //     (an LSTM forgets)
    }

    /** The mean over a batch, [t_max · N], of what the listing adds step by step. */
    private void accumulateGradients(Samples batch) {
        network.forward(batch.observations(), batch.size(), batch.worlds(), batch.last());
        Tensor L = loss.of(network.logits(), network.values(),      //     dθ ← dθ + ∇log π·(R − V)
                batch, network.tape());                             //       + β∇H (section 4)
        network.backward(L);                                        //     dθ_v ← dθ_v + ∂(R − V)²
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), null);
    }
}
