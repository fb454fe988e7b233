package skein.lab.setup;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.A3CContinuous;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.Agent;
import skein.rl.policy.GaussianAgent;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/** A Gaussian policy and a value, on trunks of their own. */
final class ContinuousMethod implements Method {
    private final A3CContinuous.Hyper hyper;
    private final GaussianNetwork network;
    private final String layers;

    ContinuousMethod(Settings settings) {
        hyper = settings.hyper(A3CContinuous.Hyper.class);
        Environment env = settings.findWorld().make();
        int inputs = env.observationSpace().size();
        int dimensions = ((Box) env.actionSpace()).size();
        Layout layout = new Layout();
        Trunk policy = Trunk.mlp(layout, "policy", inputs, settings.hidden());
        network = new GaussianNetwork(policy,
                Trunk.mlp(layout, "critic", inputs, settings.hidden()), dimensions);
        layers = policy.title() + "-(" + dimensions + "+1), " + policy.title() + "-1";
    }

    @Override public Layout layout() {
        return network.layout();
    }

    @Override public String layers() {
        return layers;
    }

    @Override public Learner learner(Parameters theta, Optimizer optimizer, StepCounter T,
                                     Supplier<Environment> worlds, RandomGenerator rng) {
        return new A3CContinuous(network, theta, optimizer, T, worlds.get(), rng, hyper);
    }

    @Override public Agent agent(Parameters theta, boolean greedy) {
        return new GaussianAgent(network, theta, greedy);
    }
}
