package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static skein.rl.algorithm.CountingMemory.CLOSE;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.thread.StepCounter;

/** PPO with an LSTM. */
class PPOMemoryTest extends MemoryInManyWorlds {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Override void run(Parameters theta, Optimizer optimizer, StepCounter T, Environment[] envs) {
        run(1, 1, theta, optimizer, T, envs);
    }

    private void run(int epochs, int minibatches, Parameters theta, Optimizer optimizer,
                     StepCounter T, Environment... envs) {
        PPO.Hyper hyper = new PPO.Hyper(T_MAX, epochs, minibatches, GAMMA, 1, 0.2, NEVER, 0, 0.01,
                0.01, 0.5, 1e9, 0.1);
        new PPO(network, theta, optimizer, T, envs, new SplittableRandom(1), hyper).run();
    }

    @Test void minibatches_are_whole_worlds_from_where_acting_began_in_each_epoch() {
        run(3, 2, memory.theta(), (dTheta, eta) -> gradients.add(dTheta.values().clone()),
                new StepCounter(5), new ScriptedWorld(1, End.NEVER, 1, 0, 2),
                new ScriptedWorld(1, End.TERMINATED, 1, 4));
        assertEquals(6, gradients.size());
        for (int epoch = 0; epoch < 3; epoch++) {            // −2 and −5, as above, in any order
            float one = 3 * memory.valueError(gradients.get(2 * epoch));
            float other = 3 * memory.valueError(gradients.get(2 * epoch + 1));
            assertEquals(-5, Math.min(one, other), CLOSE);
            assertEquals(-2, Math.max(one, other), CLOSE);
        }
    }
}
