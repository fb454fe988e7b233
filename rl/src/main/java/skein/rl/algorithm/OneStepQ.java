package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.QLoss;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.EpsilonGreedy;
import skein.rl.policy.ExplorationSchedule;
import skein.rl.telemetry.Sources;
import skein.rl.thread.StepCounter;
import skein.tensor.Tensor;

/**
 * Asynchronous one-step Q-learning: one actor-learner thread of Algorithm 1, <i>Asynchronous
 * Methods for Deep Reinforcement Learning</i>, Mnih et al. 2016.
 *
 * <pre>
 * paper          here                     whose
 * θ              theta                    all threads: network runs on it, there is no copy
 * θ⁻             thetaMinus               all threads: target runs on it
 * T              T                        all threads
 * dθ             dTheta                   this thread
 * t              t                        this thread
 * s, s'          s, sPrime                this thread
 * a, r, y        a, r, y                  this thread
 * ε              epsilon                  this thread
 * I_AsyncUpdate  hyper.updateInterval()   a number
 * I_target       hyper.targetInterval()   a number
 * </pre>
 *
 * <p>Other threads may move θ between this thread's look at Q(s, ·; θ) and its gradient there: then
 * it is the gradient at a θ very close by. They may read θ⁻ while it is copied, and see it half old
 * and half new; once T has the next step of the thread that copies, they see it whole.
 */
public final class OneStepQ extends ActorLearner {
    /**
     * What the algorithm leaves open.
     *
     * @param updateInterval   I_AsyncUpdate, steps between updates; 5 (paper, section 8)
     * @param targetInterval   I_target, steps of T between copies to θ⁻; 40,000 (paper, section 8)
     * @param gamma            γ, discount; 0.99 (paper, section 8)
     * @param explorationSteps T at which ε is final; 4 million frames, 4 a step (paper, section 8)
     * @param valueCoefficient c, weight of (y − Q)²; 1 (Algorithm 1)
     * @param maxNorm          the longest gradient; 40 as for A3C, infinite (Algorithm 1)
     * @param eta              η at T = 0; drawn from 1e-4 .. 1e-2 (paper, section 8)
     */
    public record Hyper(int updateInterval, long targetInterval, double gamma,
                        long explorationSteps, double valueCoefficient, double maxNorm,
                        double eta) {
        /** The settings of the paper, with η ≈ 7e-4, about its best. */
        public static final Hyper PAPER = new Hyper(5, 40_000, 0.99, 1_000_000, 1, 40, 7e-4);

        /** Refuses what no run can have. */
        public Hyper {
            Require.atLeastOne("updateInterval", updateInterval);
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
    private final QValues network;
    private final QValues target;
    private final QLoss loss;

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
    public OneStepQ(QNetwork definition, Parameters theta, Parameters thetaMinus,
                    Optimizer optimizer, StepCounter T, Environment env, RandomGenerator rng,
                    Hyper hyper) {
        super(theta, optimizer, T, rng, hyper.maxNorm(), hyper.eta());
        this.thetaMinus = thetaMinus;
        this.env = env;
        this.hyper = hyper;
        epsilon = ExplorationSchedule.draw(hyper.explorationSteps(), rng);
        network = new QValues(definition, theta.withGradient(dTheta));
        target = new QValues(definition, thetaMinus);
        loss = new QLoss(hyper.valueCoefficient());
    }

    @Override public void run() {
        long t = 0;                                                 // t ← 0
        dTheta.clear();                                             // dθ ← 0
        float[] s = env.reset(rng);                                 // get initial state s
        do {                                                        // repeat
            network.forward(s, 1);                                  //   take a, ε-greedy
            int a = EpsilonGreedy.sample(network.values(),          //     on Q(s, ·; θ)
                    epsilon.at(T.get()), rng);
            Step step = env.step(a);                                //   receive s' and r
            float[] sPrime = step.observation();
            double r = step.reward();
            double y = step.terminated() ? r                        //   y = r         (terminal s')
                    : r + hyper.gamma() * target.max(sPrime);       //   y = r + γ max Q(s', ·; θ⁻)
            accumulateGradients(a, y);                              //   accumulate gradients
            s = sPrime;                                             //   s = s'
            t++;                                                    //   t ← t + 1
            long now = T.tick();                                    //   T ← T + 1
            if (now % hyper.targetInterval() == 0) {                //   if T mod I_target == 0
                theta.copyTo(thetaMinus);                           //     θ⁻ ← θ
            }
            if (t % hyper.updateInterval() == 0                     //   if t mod I_AsyncUpdate == 0
                    || step.last()) {                               //   or s is terminal
                clipping.clip(dTheta);                              //     beyond 1: ‖dθ‖ ≤ maxNorm
                optimizer.update(dTheta, eta.at(T.get()));          //     update of θ by dθ
                dTheta.clear();                                     //     dθ ← 0
            }
            if (step.last()) s = env.reset(rng);                    //   beyond 1: also truncated
        } while (!T.exceeded());                                    // until T > T_max
    }

    /** For the state that network has seen last. */
    private void accumulateGradients(int a, double y) {
        Tensor L = loss.of(network.values(), a, (float) y,          //     dθ ← dθ
                network.tape());                                    //       + ∂(y − Q(s, a; θ))²/∂θ
        network.backward(L);
    }

    @Override public Sources sources() {
        return new Sources(clipping, loss.figures(), () -> epsilon.at(T.get()));
    }
}
