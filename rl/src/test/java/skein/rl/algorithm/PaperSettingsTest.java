package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Each number stands where it belongs: they are many, and most of one type. */
class PaperSettingsTest {
    @Test void of_the_asynchronous_methods() {
        says("tMax=5, gamma=0.99, beta=0.01, valueCoefficient=0.5, maxNorm=40.0, eta=7.0E-4",
                A3C.Hyper.PAPER);
        says("tMax=0, bootstrap=0, gamma=0.99, beta=1.0E-4, differential=0, valueCoefficient=1.0, "
                + "rewardScale=1.0, maxNorm=40.0, eta=1.0E-4", A3CContinuous.Hyper.PAPER);
        says("updateInterval=5, targetInterval=40000, gamma=0.99, explorationSteps=1000000, "
                + "valueCoefficient=1.0, maxNorm=40.0, eta=7.0E-4", OneStepQ.Hyper.PAPER);
        says("updateInterval=5, targetInterval=40000, gamma=0.99, explorationSteps=1000000, "
                + "valueCoefficient=1.0, maxNorm=40.0, eta=7.0E-4", OneStepSarsa.Hyper.PAPER);
        says("tMax=5, targetInterval=40000, gamma=0.99, explorationSteps=1000000, "
                + "valueCoefficient=1.0, maxNorm=40.0, eta=7.0E-4", NStepQ.Hyper.PAPER);
    }

    @Test void of_their_neighbors() {
        says("tMax=5, gamma=0.99, lambda=1.0, beta=0.01, valueCoefficient=0.5, maxNorm=0.5, "
                + "eta=7.0E-4", A2C.Hyper.PAPER);
        says("tMax=128, epochs=3, minibatches=4, gamma=0.99, lambda=0.95, epsilon=0.1, "
                + "valueEpsilon=Infinity, klCoefficient=0.0, klTarget=0.01, beta=0.01, "
                + "valueCoefficient=1.0, maxNorm=0.5, eta=2.5E-4", PPO.Hyper.PAPER);
        says("capacity=1000000, learningStarts=50000, batchSize=32, updateInterval=4, "
                + "targetInterval=10000, gamma=0.99, explorationSteps=1000000, finalEpsilon=0.1, "
                + "alpha=0.0, beta=1.0, delta=1.0, maxNorm=10.0, eta=2.5E-4", DQN.Hyper.PAPER);
    }

    private static void says(String settings, Record paper) {
        assertEquals("Hyper[" + settings + "]", paper.toString());
    }
}
