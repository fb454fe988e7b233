package skein.rl.algorithm;

import java.util.SplittableRandom;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.thread.StepCounter;

/** A2C with an LSTM. */
class A2CMemoryTest extends MemoryInManyWorlds {
    @Override void run(Parameters theta, Optimizer optimizer, StepCounter T, Environment[] envs) {
        A2C.Hyper hyper = new A2C.Hyper(T_MAX, GAMMA, 1, 0.01, 0.5, 1e9, 0.1);
        new A2C(network, theta, optimizer, T, envs, new SplittableRandom(1), hyper).run();
    }
}
