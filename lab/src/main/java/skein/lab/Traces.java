package skein.lab;

import java.util.List;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;

/** The algorithms that can be traced. */
final class Traces {
    static final List<String> NAMES = List.of("a3c", "a3c-lstm");

    private Traces() {
    }

    static void check(String algorithm) {
        if (NAMES.contains(Algorithms.named(algorithm).name())) return;
        throw new UserError("There is no trace of " + algorithm + ". Choose one of "
                + String.join(", ", NAMES) + ".");
    }

    /** Who explains a learner of this method, which changes theta. */
    static Probe.Watcher of(Settings settings, Method method, Parameters theta, TracePage page) {
        List<String> actions = settings.findWorld().make().actionNames();
        return new ActorCriticTrace(((ActorCriticMethod) method).network(), theta,
                settings.hyper(A3C.Hyper.class), settings.steps(), actions, page);
    }
}
