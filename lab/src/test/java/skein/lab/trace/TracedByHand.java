package skein.lab.trace;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import skein.lab.notebook.Line;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.algorithm.OneStepSarsa;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.ExplorationSchedule;
import skein.rl.thread.StepCounter;

/**
 * Traced learners whose numbers one can work by hand: s_t = [t], rewards 1, 0, 2, γ = ½, and θ such
 * that V(s), and Q(s, a) of each action, is s + 8.
 */
abstract class TracedByHand {
    static final int NEVER = -1;
    static final long MAX_STEPS = 30;
    private static final ExplorationSchedule EPSILON = new ExplorationSchedule(0.5, 100);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
    final StepCounter T = new StepCounter(MAX_STEPS);
    Parameters theta;
    private int updates;

    static Parameters eightMore(Layout layout, String head) {
        Parameters theta = layout.zeros();
        fill(theta, "trunk.0.weight", 1);
        fill(theta, head + ".weight", 1);
        fill(theta, head + ".bias", 8);
        return theta;
    }

    private static void fill(Parameters theta, String name, float value) {
        for (Layout.Entry e : theta.layout().entries()) {
            if (!e.name().equals(name)) continue;
            Arrays.fill(theta.values(), e.offset(), e.offset() + e.shape().size(), value);
        }
    }

    /** Gradient descent, which stops everything after so many updates. */
    final Optimizer descent(int last) {
        return (dTheta, eta) -> {
            for (int i = 0; i < theta.size(); i++) {
                theta.values()[i] -= (float) (eta * dTheta.values()[i]);
            }
            if (++updates == last) T.stop();
        };
    }

    final TracePage page(int actions) {
        return new TracePage(screen, new CountingWorld(actions, NEVER).actionNames());
    }

    /** Of one action, or of two: then π(1 | s) / π(0 | s) = 3^s. */
    private void a3c(int actions, int length, double maxNorm, Watch watch) {
        ActorCriticNetwork network = new ActorCriticNetwork(1, actions, 1);
        theta = eightMore(network.layout(), "value");
        if (actions == 2) theta.values()[3] = (float) Math.log(3);     // policy.weight[0, 1]
        A3C.Hyper hyper = new A3C.Hyper(3, 0.5, 0.01, 0.5, maxNorm, 0.1);
        CountingWorld world = new CountingWorld(actions, length);
        Probe probe = new Probe(theta, watch.of(network, hyper, world.actionNames()));
        probe.listenTo(T);
        new A3C(network, theta, probe.around(descent(1)), T, probe.around(world),
                new SplittableRandom(1), hyper).run();
    }

    /** Who watches A3C. */
    private interface Watch {
        Probe.Watcher of(ActorCriticNetwork network, A3C.Hyper hyper, List<String> actions);
    }

    final void a3c(int actions, int length, double maxNorm) {
        a3c(actions, length, maxNorm, (network, hyper, names) -> new ActorCriticTrace(network,
                theta, hyper, MAX_STEPS, new TracePage(screen, names)));
    }

    final List<Line> linesOfA3c(int actions, int length, double maxNorm) {
        ActorCriticLines[] lines = new ActorCriticLines[1];
        a3c(actions, length, maxNorm, (network, hyper, names) -> lines[0] = new ActorCriticLines(
                network, theta, hyper, MAX_STEPS, 1, names));
        return lines[0].lines();
    }

    final void nStepQ(int length) {
        QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 1);
        theta = eightMore(network.layout(), "q");
        Parameters thetaMinus = eightMore(network.layout(), "q");
        fill(thetaMinus, "q.bias", 4);
        NStepQ.Hyper hyper = new NStepQ.Hyper(3, 100, 0.5, 100, 0.5, 40, 0.1);
        Probe probe = new Probe(theta, new NStepTrace(network, theta, thetaMinus, hyper, MAX_STEPS,
                EPSILON, page(1)));
        probe.listenTo(T);
        new NStepQ(network, theta, thetaMinus, probe.around(descent(1)), T,
                probe.around(new CountingWorld(1, length)), new SplittableRandom(1), hyper).run();
    }

    final void oneStep(boolean sarsa, int actions, int updates, int length) {
        QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), actions);
        theta = eightMore(network.layout(), "q");
        Parameters thetaMinus = eightMore(network.layout(), "q");
        if (actions > 1) thetaMinus.values()[theta.size() - 1] = 4;        // Q(s, 1; θ⁻) = s + 4
        OneStepQ.Hyper hyper = new OneStepQ.Hyper(3, 4, 0.5, 100, 0.5, 40, 0.1);
        Probe probe = new Probe(theta, new OneStepTrace(sarsa, network, theta, thetaMinus, hyper,
                MAX_STEPS, EPSILON, page(actions)));
        probe.listenTo(T);
        Optimizer optimizer = probe.around((dTheta, eta) -> {
            fill(theta, "q.bias", 6);                        // as if it had learned that
            if (actions > 1) theta.values()[theta.size() - 1] = 3;
            if (++this.updates == updates) T.stop();
        });
        CountingWorld world = new CountingWorld(actions, length);
        SplittableRandom rng = new SplittableRandom(1);
        Runnable learner = sarsa ? new OneStepSarsa(network, theta, thetaMinus, optimizer, T,
                probe.around(world), rng, new OneStepSarsa.Hyper(3, 4, 0.5, 100, 0.5, 40, 0.1))
                : new OneStepQ(network, theta, thetaMinus, optimizer, T, probe.around(world), rng,
                hyper);
        learner.run();
    }

    /** What was printed. */
    final String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
