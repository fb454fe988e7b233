package skein.lab.setup;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.lab.error.UserError;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.A2C;
import skein.rl.algorithm.A3C;
import skein.rl.algorithm.PPO;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.ActorCriticAgent;
import skein.rl.policy.Agent;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/** A policy over numbered actions and a value, on one trunk: A3C, A2C and PPO. */
public final class ActorCriticMethod implements Method {
    /** Puts one learner together. */
    interface Maker {
        Learner make(ActorCriticNetwork network, Parameters theta, Optimizer optimizer,
                     StepCounter T, Environment[] worlds, RandomGenerator rng);
    }

    private final Settings settings;
    private final Maker maker;
    private final ActorCriticNetwork network;

    ActorCriticMethod(Settings settings, int memory, Maker maker) {
        this.settings = settings;
        this.maker = maker;
        Trunk trunk = settings.trunk(new Layout());
        network = new ActorCriticNetwork(memory == 0 ? trunk : trunk.withLstm(memory),
                settings.actions());
    }

    /** A3C, with a memory of so many units; 0 for none. */
    static Method a3c(Settings settings, int memory) {
        A3C.Hyper hyper = settings.hyper(A3C.Hyper.class);
        return new ActorCriticMethod(settings, memory,
                (network, theta, optimizer, T, worlds, rng) ->
                new A3C(network, theta, optimizer, T, worlds[0], rng, hyper));
    }

    static Method a2c(Settings settings, int memory) {
        A2C.Hyper hyper = settings.hyper(A2C.Hyper.class);
        return new ActorCriticMethod(settings, memory,
                (network, theta, optimizer, T, worlds, rng) ->
                new A2C(network, theta, optimizer, T, worlds, rng, hyper));
    }

    /** PPO; with a memory it deals whole worlds, else steps of worlds. */
    static Method ppo(Settings settings, int memory) {
        PPO.Hyper hyper = settings.hyper(PPO.Hyper.class);
        long cards = (long) settings.worlds() * (memory > 0 ? 1 : hyper.tMax());
        UserError.require(hyper.minibatches() <= cards, "--set minibatches", "at most " + cards
                + ", as many as there are " + (memory > 0 ? "worlds" : "steps in all worlds"),
                hyper.minibatches());
        return new ActorCriticMethod(settings, memory,
                (network, theta, optimizer, T, worlds, rng) ->
                new PPO(network, theta, optimizer, T, worlds, rng, hyper));
    }

    /** {@return the definition of what acts and learns} */
    public ActorCriticNetwork network() {
        return network;
    }

    @Override public Layout layout() {
        return network.layout();
    }

    @Override public String layers() {
        return network.layers();
    }

    @Override public Learner learner(Parameters theta, Optimizer optimizer, StepCounter T,
                                     Supplier<Environment> worlds, RandomGenerator rng) {
        Environment[] own = new Environment[settings.worlds()];
        for (int k = 0; k < own.length; k++) own[k] = worlds.get();
        return maker.make(network, theta, optimizer, T, own, rng);
    }

    @Override public Agent agent(Parameters theta, boolean greedy) {
        return new ActorCriticAgent(network, theta, greedy);
    }
}
