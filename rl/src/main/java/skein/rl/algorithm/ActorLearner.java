package skein.rl.algorithm;

import java.util.random.RandomGenerator;
import skein.nn.GradientClipping;
import skein.nn.LinearAnnealing;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/**
 * What every actor-learner has, whatever its rule: things, and nothing that it does. What it does
 * is in the {@code run()} of its own file, from the first step to the last.
 */
abstract class ActorLearner implements Learner {
    final Parameters theta;                  // θ, of all threads; the optimizer modifies it
    final Optimizer optimizer;               // this thread's way of doing so
    final StepCounter T;                     // T, of all threads

    final RandomGenerator rng;               // all of this thread's chance
    final LinearAnnealing eta;               // η: falls to 0 as T goes to T_max
    final Parameters dTheta;                 // dθ of this thread, laid out as θ
    final GradientClipping clipping;         // keeps ‖dθ‖ ≤ maxNorm

    ActorLearner(Parameters theta, Optimizer optimizer, StepCounter T, RandomGenerator rng,
                 double maxNorm, double eta) {
        this.theta = theta;
        this.optimizer = optimizer;
        this.T = T;
        this.rng = rng;
        this.eta = new LinearAnnealing(eta, T.maxSteps());
        dTheta = theta.layout().zeros();
        clipping = new GradientClipping(maxNorm);
    }
}
