package skein.lab.setup;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.DQN;
import skein.rl.algorithm.NStepQ;
import skein.rl.algorithm.OneStepQ;
import skein.rl.algorithm.OneStepSarsa;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;
import skein.rl.policy.Agent;
import skein.rl.policy.QAgent;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/**
 * Values of numbered actions, and a target network θ⁻: the Q methods of the paper, and DQN. Who
 * acts by them takes the best action, always.
 */
public final class QMethod implements Method {
    /** Puts one learner together. */
    interface Maker {
        Learner make(QNetwork network, Parameters theta, Parameters thetaMinus,
                     Optimizer optimizer, StepCounter T, Environment env, RandomGenerator rng);
    }

    private final QNetwork network;
    private final Maker maker;
    private Parameters thetaMinus;           // shared by all learners; null until asked for

    QMethod(Settings settings, boolean dueling, Maker maker) {
        Trunk trunk = settings.trunk(new Layout());
        network = dueling ? QNetwork.dueling(trunk, settings.actions())
                : new QNetwork(trunk, settings.actions());
        this.maker = maker;
    }

    static Method oneStepQ(Settings settings) {
        OneStepQ.Hyper hyper = settings.hyper(OneStepQ.Hyper.class);
        return new QMethod(settings, false, (network, theta, minus, optimizer, T, env, rng) ->
                new OneStepQ(network, theta, minus, optimizer, T, env, rng, hyper));
    }

    static Method oneStepSarsa(Settings settings) {
        OneStepSarsa.Hyper hyper = settings.hyper(OneStepSarsa.Hyper.class);
        return new QMethod(settings, false, (network, theta, minus, optimizer, T, env, rng) ->
                new OneStepSarsa(network, theta, minus, optimizer, T, env, rng, hyper));
    }

    /** On a dueling head, with which it falls back less often after it has solved a world. */
    static Method nStepQ(Settings settings) {
        NStepQ.Hyper hyper = settings.hyper(NStepQ.Hyper.class);
        return new QMethod(settings, true, (network, theta, minus, optimizer, T, env, rng) ->
                new NStepQ(network, theta, minus, optimizer, T, env, rng, hyper));
    }

    /** Whether the replay is prioritized is in the settings: α &gt; 0. */
    static Method dqn(Settings settings, boolean doubleQ, boolean dueling) {
        DQN.Hyper hyper = settings.hyper(DQN.Hyper.class);
        return new QMethod(settings, dueling, (network, theta, minus, optimizer, T, env, rng) ->
                new DQN(network, theta, minus, optimizer, T, env, rng, hyper, doubleQ));
    }

    @Override public Layout layout() {
        return network.layout();
    }

    @Override public String layers() {
        return network.layers();
    }

    /** {@return the definition of what acts and learns} */
    public QNetwork network() {
        return network;
    }

    /**
     * {@return θ⁻; first asked for before anybody learns, because it begins as θ does}
     *
     * @param theta θ
     */
    public synchronized Parameters thetaMinus(Parameters theta) {
        if (thetaMinus == null) thetaMinus = theta.copy();
        return thetaMinus;
    }

    @Override public Learner learner(Parameters theta, Optimizer optimizer,
            StepCounter T, Supplier<Environment> worlds, RandomGenerator rng) {
        return maker.make(network, theta, thetaMinus(theta), optimizer, T, worlds.get(), rng);
    }

    @Override public Agent agent(Parameters theta, boolean greedy) {
        return new QAgent(network, theta, 0);
    }
}
