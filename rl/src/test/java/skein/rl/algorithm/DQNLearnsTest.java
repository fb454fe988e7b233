package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.rl.algorithm.DQNTraining.Variant;

/** DQN and its variants on CartPole-v1: means of 100 episodes, greedily, of the last parameters. */
class DQNLearnsTest {
    /** By chance the pole stays up for about 22 steps. */
    @ParameterizedTest @EnumSource
    void every_variant_is_well_on_its_way_after_100_000_steps(Variant variant) {
        double mean = DQNTraining.run(variant, 1, 100_000).evaluation().mean();
        assertTrue(mean >= 150, "mean return " + mean);
    }

    @Test void ends_with_parameters_that_solve_cartpole() {
        double mean = DQNTraining.run(Variant.PLAIN, 1, 500_000).evaluation().mean();
        assertTrue(mean >= 475, "mean return " + mean);
    }
}
