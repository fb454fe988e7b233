package skein.lab.trace;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.thread.StepCounter;

/**
 * Lets somebody watch one actor-learner from outside: it stands around the learner's world, at its
 * counter and around its optimizer, and passes on what goes by. The learner knows nothing of it,
 * and learns as it would without.
 */
final class Probe {
    /** Whoever watches; called by the learner's thread, in the order of the learner's loop. */
    interface Watcher {
        /** An episode begins. */
        void began();

        /**
         * The world has answered an action; T has not moved on yet.
         *
         * @param s    s_t; a copy
         * @param a    a_t
         * @param step r_t and s_{t+1}; not to be modified
         */
        void acted(float[] s, int a, Step step);

        /**
         * T ← T + 1.
         *
         * @param T as it is now
         */
        void ticked(long T);

        /**
         * θ was changed.
         *
         * @param dTheta the gradient that the optimizer got, clipped; not to be modified
         * @param eta    η
         * @param change what became of θ
         */
        void updated(Parameters dTheta, double eta, Change change);
    }

    private final Parameters theta;
    private final Watcher watcher;

    /** Of a learner that changes theta. */
    Probe(Parameters theta, Watcher watcher) {
        this.theta = theta;
        this.watcher = watcher;
    }

    /** The same world, watched. */
    Environment around(Environment env) {
        return new Wrapper(env) {
            private float[] s;

            @Override public float[] reset(RandomGenerator rng) {
                float[] first = env.reset(rng);
                s = first.clone();
                watcher.began();
                return first;
            }

            @Override public Step step(int a) {
                Step step = env.step(a);
                watcher.acted(s, a, step);
                s = step.observation().clone();
                return step;
            }
        };
    }

    /** The same optimizer, watched. */
    Optimizer around(Optimizer optimizer) {
        return (dTheta, eta) -> {
            float[] before = theta.values().clone();
            optimizer.update(dTheta, eta);
            watcher.updated(dTheta, eta, Change.of(before, theta));
        };
    }

    /** Listens to the counter, before the learner starts. */
    void listenTo(StepCounter T) {
        T.every(1, watcher::ticked);
    }
}
