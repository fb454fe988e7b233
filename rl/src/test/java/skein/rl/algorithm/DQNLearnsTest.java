package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DQN and its variants solve CartPole-v1: a mean of at least 475 over 100 episodes, greedily. */
class DQNLearnsTest {
    @ParameterizedTest @EnumSource
    void ends_with_parameters_that_solve_cartpole(DQNTraining.Variant variant) {
        double mean = DQNTraining.run(variant, 1, 300_000).evaluation().mean();
        assertTrue(mean >= 475, "mean return " + mean);
    }
}
