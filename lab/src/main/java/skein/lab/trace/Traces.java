package skein.lab.trace;

import java.util.List;
import java.util.random.RandomGenerator;
import skein.lab.error.UserError;
import skein.lab.setup.ActorCriticMethod;
import skein.lab.setup.Algorithms;
import skein.lab.setup.Method;
import skein.lab.setup.QMethod;
import skein.lab.setup.Settings;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.network.QNetwork;
import skein.rl.policy.ExplorationSchedule;

/** The algorithms that can be traced. */
public final class Traces {
    static final List<String> NAMES =
            List.of("one-step-q", "one-step-sarsa", "n-step-q", "a3c", "a3c-lstm");

    private Traces() {
    }

    /**
     * Refuses an algorithm that cannot be traced.
     *
     * @param algorithm its name
     * @throws UserError if there is none of this name, or no trace of it
     */
    public static void check(String algorithm) {
        if (NAMES.contains(Algorithms.named(algorithm).name())) return;
        throw new UserError("There is no trace of " + algorithm + ". Choose one of "
                + String.join(", ", NAMES) + ".");
    }

    /**
     * {@return who explains a learner}
     *
     * @param settings of the run; its algorithm is one of {@link #NAMES}
     * @param method   the algorithm put together, of which no learner was made yet
     * @param theta    θ
     * @param twin     in the state of the learner's source of chance before the learner is made, to
     *                 draw the same ε; used up
     * @param page     where it prints
     */
    static Probe.Watcher of(Settings settings, Method method, Parameters theta,
                            RandomGenerator twin, TracePage page) {
        if (method instanceof ActorCriticMethod actorCritic) {
            return new ActorCriticTrace(actorCritic.network(), theta,
                    settings.hyper(A3C.Hyper.class), settings.steps(), page);
        }
        QMethod q = (QMethod) method;
        return q(settings, q.network(), theta, q.thetaMinus(theta), twin, page);
    }

    private static Probe.Watcher q(Settings settings, QNetwork network, Parameters theta,
                                   Parameters thetaMinus, RandomGenerator twin, TracePage page) {
        if (settings.algorithm().equals("n-step-q")) {
            NStepQ.Hyper hyper = settings.hyper(NStepQ.Hyper.class);
            return new NStepTrace(network, theta, thetaMinus, hyper, settings.steps(),
                    ExplorationSchedule.draw(hyper.explorationSteps(), twin), page);
        }
        OneStepQ.Hyper hyper = settings.hyper(OneStepQ.Hyper.class);
        return new OneStepTrace(settings.algorithm().equals("one-step-sarsa"), network, theta,
                thetaMinus, hyper, settings.steps(),
                ExplorationSchedule.draw(hyper.explorationSteps(), twin), page);
    }
}
