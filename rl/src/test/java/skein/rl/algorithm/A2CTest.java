package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.StepCounter;

class A2CTest extends SynchronousContract {
    @Override Runnable learner(ActorCriticNetwork definition, Parameters parameters,
                               Optimizer optimizer, StepCounter T, Environment[] envs,
                               RandomGenerator rng, int tMax, double maxNorm) {
        return new A2C(definition, parameters, optimizer, T, envs, rng,
                new A2C.Hyper(tMax, GAMMA, 1, 0.01, 0.5, maxNorm, ETA));
    }

    @Test void in_one_world_it_has_the_gradient_of_A3C_as_a_mean_instead_of_a_sum() {
        ActorCriticNetwork large = new ActorCriticNetwork(4, 2, 16);
        Parameters parameters = large.layout().initialize(new SplittableRandom(3));
        new A3C(large, parameters, recorder, new StepCounter(5), new CartPole(),
                new SplittableRandom(4), new A3C.Hyper(5, GAMMA, 0.01, 0.5, 1e9, ETA)).run();
        gradients.subList(1, gradients.size()).clear();
        learner(large, parameters, recorder, new StepCounter(5),
                new Environment[] {new CartPole()}, new SplittableRandom(4), 5, 1e9).run();
        float[] sum = gradients.get(0);
        float[] mean = gradients.get(1);
        for (int i = 0; i < sum.length; i++) mean[i] *= 5;
        assertArrayEquals(sum, mean, 1e-4f);
    }

    @Test void lambda_0_looks_one_step_ahead() {
        new A2C(network, theta, recorder, new StepCounter(3),
                new Environment[] {new ScriptedWorld(1, ScriptedWorld.End.NEVER, 1, 0, 2)},
                new SplittableRandom(1), new A2C.Hyper(3, 0.5, 0, 0, 0.5, 1e9, ETA)).run();
        // R = 1 + 9/2, 0 + 10/2, 2 + 11/2: (8 − 5.5) + (9 − 5) + (10 − 7.5) = 9
        assertEquals(3f, gradients.get(0)[offset(network, "value.bias")], 1e-5f);
    }

    @Test void settings_that_make_no_sense_are_refused_by_name() {
        refused("tMax must be at least 1, but got 0.", () -> hyper(0, 1, 1, 0, 1, 1, 0));
        refused("gamma must be in [0, 1], but got 1.1.", () -> hyper(5, 1.1, 1, 0, 1, 1, 0));
        refused("lambda must be in [0, 1], but got NaN.",
                () -> hyper(5, 1, Double.NaN, 0, 1, 1, 0));
        refused("beta must be a number >= 0, but got -1.0.", () -> hyper(5, 1, 1, -1, 1, 1, 0));
        refused("valueCoefficient must be a number >= 0, but got -1.0.",
                () -> hyper(5, 1, 1, 0, -1, 1, 0));
        refused("maxNorm must be > 0, but got 0.0.", () -> hyper(5, 1, 1, 0, 1, 0, 0));
        refused("eta must be a number >= 0, but got -1.0.", () -> hyper(5, 1, 1, 0, 1, 1, -1));
    }

    private static void hyper(int tMax, double gamma, double lambda, double beta,
                              double valueCoefficient, double maxNorm, double eta) {
        new A2C.Hyper(tMax, gamma, lambda, beta, valueCoefficient, maxNorm, eta);
    }

    private static void refused(String message, Executable settings) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, settings).getMessage());
    }
}
