package skein.rl.algorithm;

import java.util.SplittableRandom;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.StepCounter;

/** A3C with an LSTM. */
class A3CMemoryTest extends MemoryInTheLoop {
    private static final ActorCriticNetwork NETWORK = new ActorCriticNetwork(
            Trunk.mlp(new Layout(), "trunk", 1, 1).withLstm(1), 1);

    A3CMemoryTest() {
        super(NETWORK.layout());
    }

    @Override void run(Parameters theta, Optimizer optimizer, StepCounter T, ScriptedWorld world) {
        A3C.Hyper hyper = new A3C.Hyper(T_MAX, GAMMA, 0.01, 0.5, 1e9, 0.1);
        new A3C(NETWORK, theta, optimizer, T, world, new SplittableRandom(1), hyper).run();
    }
}
