package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A3C solves CartPole-v1: mean return of at least 475 over 100 evaluation episodes.
 *
 * <p>With one thread a run repeats bit for bit, and its last parameters are asked. With several it
 * does not, and on a machine that leaves a thread waiting with an old θ′ a policy may fall back
 * late;
 * of such a run it is asked that it solved the task at some time, looking every 10,000 steps.
 */
class A3CLearnsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void one_thread_ends_with_parameters_that_solve_cartpole(long seed) {
        double mean = CartPoleTraining.run(seed, 1, 300_000).evaluation().mean();
        assertTrue(mean >= 475, "mean return " + mean);
    }

    @ParameterizedTest(name = "seed {0}, {1} threads")
    @CsvSource({"1,2", "2,2", "3,4"})
    void several_threads_solve_cartpole_on_the_way(long seed, int threads) {
        double best = CartPoleTraining.run(seed, threads, 300_000).best();
        assertTrue(best >= 475, "best mean return " + best);
    }
}
