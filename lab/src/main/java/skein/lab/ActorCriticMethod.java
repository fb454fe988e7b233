package skein.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.ActorCriticAgent;
import skein.rl.policy.Agent;
import skein.rl.thread.StepCounter;

/** A3C, with or without a memory. */
final class ActorCriticMethod implements Method {
    private final Settings settings;
    private final A3C.Hyper hyper;
    private final ActorCriticNetwork network;
    private final List<A3C> learners = new CopyOnWriteArrayList<>();
    private Parameters theta;
    private Optimizers optimizers;
    private StepCounter T;

    /** A memory of so many units; 0 for none. */
    ActorCriticMethod(Settings settings, int memory) {
        this.settings = settings;
        hyper = settings.hyper(A3C.Hyper.class);
        Trunk trunk = settings.trunk(new Layout());
        network = new ActorCriticNetwork(memory == 0 ? trunk : trunk.withLstm(memory),
                Discrete.of(settings.findWorld().make().actionSpace()).n());
    }

    @Override public Layout layout() {
        return network.layout();
    }

    @Override public String layers() {
        return network.layers();
    }

    @Override public void begin(Parameters theta, StepCounter T) {
        this.theta = theta;
        this.T = T;
        optimizers = new Optimizers(settings, theta);
    }

    @Override public Runnable learner(int i, Supplier<Environment> worlds, RandomGenerator rng) {
        A3C learner = new A3C(network, theta, optimizers.learner(i), T, worlds.get(), rng, hyper);
        learners.add(learner);
        return learner;
    }

    @Override public double entropy() {
        return learners.stream().mapToDouble(l -> l.loss().meanEntropy()).average()
                .orElse(Double.NaN);
    }

    @Override public Agent agent(Parameters theta, boolean greedy) {
        return new ActorCriticAgent(network, theta, greedy);
    }
}
