package skein.rl.algorithm;

import java.util.SplittableRandom;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.StepCounter;

/** A3C with continuous actions and an LSTM in each of its two networks. */
class A3CContinuousMemoryTest extends MemoryInTheLoop {
    private static final GaussianNetwork NETWORK = network(new Layout());

    A3CContinuousMemoryTest() {
        super(NETWORK.layout());
    }

    private static GaussianNetwork network(Layout layout) {
        return new GaussianNetwork(Trunk.mlp(layout, "policy", 1, 1).withLstm("policy.lstm", 1),
                Trunk.mlp(layout, "critic", 1, 1).withLstm(1), 1);
    }

    @Override void run(Parameters theta, Optimizer optimizer, StepCounter T, ScriptedWorld world) {
        A3CContinuous.Hyper hyper =
                new A3CContinuous.Hyper(T_MAX, 1, GAMMA, 1e-4, 0, 0.5, 1, 1e9, 0.1);
        new A3CContinuous(NETWORK, theta, optimizer, T, world, new SplittableRandom(1), hyper)
                .run();
    }
}
