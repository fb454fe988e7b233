package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A3C with continuous actions swings the pendulum up and holds it: mean return of at least −250
 * over 100 evaluation episodes, of its mean actions and of drawn ones. Untrained it is about −1200.
 */
class A3CContinuousLearnsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void one_thread_ends_with_parameters_that_solve_pendulum(long seed) {
        PendulumTraining training = PendulumTraining.run(seed, 600_000);
        for (boolean greedy : new boolean[] {true, false}) {
            double mean = training.evaluation(greedy).mean();
            assertTrue(mean >= -250, "mean return " + mean + ", greedy " + greedy);
        }
    }
}
