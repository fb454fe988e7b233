package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.QLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.EpsilonGreedy;
import skein.rl.policy.ExplorationSchedule;
import skein.rl.returns.Returns;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * Asynchronous n-step Q-learning: one actor-learner thread of Algorithm S2, <i>Asynchronous
 * Methods for Deep Reinforcement Learning</i>, Mnih et al. 2016.
 *
 * <pre>
 * paper       here                     whose
 * θ           theta                    all threads
 * θ⁻          thetaMinus               all threads: target runs on it
 * T           T                        all threads
 * θ'          thetaPrime               this thread: what network runs on
 * dθ          dTheta                   this thread
 * t, t_start  t, tStart                this thread
 * s_t         s                        this thread
 * a_t, r_t    a, step.reward()         this thread
 * R           R, returns               this thread
 * ε           epsilon                  this thread
 * I_target    hyper.targetInterval()   a number
 * </pre>
 *
 * <p>Other threads may read θ⁻ while it is copied, and see it half old and half new; once T has the
 * next step of the thread that copies, they see it whole.
 */
public final class NStepQ extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param tMax             t_max, steps between updates; 5 (paper, section 8)
     * @param targetInterval   I_target, steps of T between copies to θ⁻; 40,000 (paper, section 8)
     * @param gamma            γ, discount; 0.99 (paper, section 8)
     * @param explorationSteps T at which ε is final; 4 million frames, 4 a step (paper, section 8)
     * @param valueCoefficient c, weight of (R − Q)²; 1 (Algorithm S2)
     * @param maxNorm          the longest gradient; 40 as for A3C, infinite (Algorithm S2)
     * @param eta              η at T = 0; drawn from 1e-4 .. 1e-2 (paper, section 8)
     */
    public record Hyper(int tMax, long targetInterval, double gamma, long explorationSteps,
                        double valueCoefficient, double maxNorm, double eta) {
        /** The settings of the paper, with η ≈ 7e-4, about its best. */
        public static final Hyper PAPER = new Hyper(5, 40_000, 0.99, 1_000_000, 1, 40, 7e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeastOne("tMax", tMax);
            Require.atLeastOne("targetInterval", targetInterval);
            Require.atLeastOne("explorationSteps", explorationSteps);
            Require.notNegative("valueCoefficient", valueCoefficient);
            Require.common(gamma, maxNorm, eta);
        }
    }

    private final Parameters thetaMinus;
    private final Environment env;
    private final Hyper hyper;
    private final ExplorationSchedule epsilon;
    private final Parameters thetaPrime;
    private final QValues network;
    private final QValues target;
    private final QLoss loss;
    private final Rollout rollout;
    private final float[] returns;

    /**
     * Makes one actor-learner.
     *
     * @param definition the network
     * @param theta      the shared parameters, of the network's layout. Modified, by the optimizer.
     * @param thetaMinus the shared target network, a copy of theta to begin with. Modified.
     * @param optimizer  this learner's way of changing theta
     * @param T          the shared counter
     * @param env        a world of its own
     * @param rng        a source of chance of its own
     * @param hyper      the settings
     */
    public NStepQ(QNetwork definition, Parameters theta, Parameters thetaMinus, Optimizer optimizer,
                  StepCounter T, Environment env, RandomGenerator rng, Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.thetaMinus = thetaMinus;
        this.env = env;
        this.hyper = hyper;
        epsilon = ExplorationSchedule.draw(hyper.explorationSteps(), rng);
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        network = new QValues(definition, thetaPrime);
        target = new QValues(definition, thetaMinus);
        loss = new QLoss(hyper.valueCoefficient());
        rollout = new Rollout(hyper.tMax(), definition.observationSize());
        returns = new float[hyper.tMax()];
    }

    @Override public void run() {
        long t = 1;                                                 // t ← 1
        float[] s = env.reset(rng);
        Step step;
        do {                                                        // repeat
            dTheta.clear();                                         //   dθ ← 0
            theta.copyTo(thetaPrime);                               //   θ' = θ
            rollout.clear();
            long tStart = t;                                        //   t_start = t
            do {                                                    //   repeat (s is s_t)
                int a = EpsilonGreedy.sample(network.of(s),         //     a_t, ε-greedy
                        epsilon.at(T.get()), rng);                  //       on Q(s_t, ·; θ')
                step = env.step(a);                                 //     receive r_t and s_t+1
                rollout.add(s, a, step.reward());
                s = step.observation();
                t++;                                                //     t ← t + 1
                long now = T.tick();                                //     T ← T + 1
                if (now % hyper.targetInterval() == 0) {            //     if T mod I_target == 0
                    theta.copyTo(thetaMinus);                       //       beyond S2: here, θ⁻ ← θ
                }
            } while (!step.last()                                   //   until terminal s_t
                    && t - tStart < hyper.tMax());                  //   or t − t_start == t_max
            float R = step.terminated() ? 0                         //   R = 0 for terminal s_t
                    : target.max(s);                                //       max_a Q(s_t, a; θ⁻)
            accumulateGradients(R);                                 //   for i ∈ {t−1, ..., t_start}
            clipping.clip(dTheta);                                  //   beyond S2: ‖dθ‖ ≤ maxNorm
            optimizer.update(dTheta, eta.at(T.get()));              //   update of θ by dθ
            if (step.last()) s = env.reset(rng);                    //   beyond S2: also truncated
        } while (!T.exceeded());                                    // until T > T_max
    }

    /** All steps of the segment as one batch: the sum of what the listing adds step by step. */
    private void accumulateGradients(float R) {
        Returns.discounted(rollout.rewards(), rollout.size(),       //     R ← r_i + γR
                R, hyper.gamma(), returns);
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.values(), rollout.actions(),     //     dθ ← dθ
                returns, network.tape());                           //       + ∂(R − Q(s_i, a_i))²
        network.backward(L);
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), () -> epsilon.at(T.get()));
    }
}
