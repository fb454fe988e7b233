package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * What an LSTM is for: CartPole with both velocities hidden. Nobody can tell from one such
 * observation whether the pole is falling, so without a memory there is no policy that balances it
 * for long, however it was learned; with one there is, and A3C finds it.
 */
class A3CMemoryLearnsTest {
    private static final int STEPS = 400_000;

    @Test void with_an_lstm_it_balances_the_pole_without_seeing_its_velocity() {
        MaskedCartPoleTraining training = MaskedCartPoleTraining.run(1, true, STEPS);
        for (boolean greedy : new boolean[] {true, false}) {
            double mean = training.evaluation(greedy).mean();
            assertTrue(mean >= 475, "mean return " + mean + ", greedy " + greedy);
        }
    }

    @Test void without_memory_it_cannot() {
        MaskedCartPoleTraining training = MaskedCartPoleTraining.run(1, false, STEPS);
        for (boolean greedy : new boolean[] {true, false}) {
            double mean = training.evaluation(greedy).mean();
            assertTrue(mean < 100, "mean return " + mean + ", greedy " + greedy);
        }
    }
}
