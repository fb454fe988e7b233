package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.nn.Adam;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.SynchronousTraining.Method;

/**
 * A2C and PPO solve CartPole-v1: mean return of at least 475 over 100 evaluation episodes. With
 * their one thread every run repeats bit for bit.
 */
class SynchronousLearnsTest {
    private static void solves(long seed, int worlds, long steps, Method method) {
        double mean = SynchronousTraining.run(seed, worlds, steps, method).evaluation().mean();
        assertTrue(mean >= 475, "mean return " + mean);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void A2C_ends_with_parameters_that_solve_cartpole(long seed) {
        solves(seed, 16, 250_000, (network, theta, T, envs, rng) -> new A2C(network, theta,
                new SharedRmsProp(theta, 0.99, 0.01).learner(0, 1), T, envs, rng,
                SynchronousTraining.A2C));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void PPO_with_the_clipped_objective_does(long seed) {
        solves(seed, 8, 150_000, (network, theta, T, envs, rng) -> new PPO(network, theta,
                new Adam(theta, 0.9, 0.999, 1e-5), T, envs, rng, SynchronousTraining.PPO));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void PPO_with_the_penalty_does(long seed) {
        solves(seed, 8, 150_000, (network, theta, T, envs, rng) -> new PPO(network, theta,
                new Adam(theta, 0.9, 0.999, 1e-5), T, envs, rng, SynchronousTraining.PPO_KL));
    }
}
