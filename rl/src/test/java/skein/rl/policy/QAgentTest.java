package skein.rl.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.network.QNetwork;
import skein.rl.network.Trunk;

/** Q(s, ·) = (s, 2 s, 3) for s ≥ 0. */
class QAgentTest {
    private final QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 3);
    private final Parameters theta = network.layout().zeros();
    private final int[] counts = new int[3];
    private final Environment env = new Environment() {
        @Override public Box observationSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public Discrete actionSpace() {
            return new Discrete(3);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return new float[1];
        }

        @Override public Step step(int action) {
            counts[action]++;
            return new Step(new float[1], 0, false, false);
        }
    };

    QAgentTest() {
        float[] values = {1, 0, 1, 2, 0, 0, 0, 3};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
    }

    private QAgent played(double epsilon, float s, int times) {
        QAgent agent = new QAgent(network, theta, epsilon);
        SplittableRandom rng = new SplittableRandom(1);
        agent.startEpisode();
        for (int i = 0; i < times; i++) agent.act(env, new float[] {s}, rng);
        return agent;
    }

    @Test void without_epsilon_it_takes_the_best_action_and_says_so() {
        QAgent agent = played(0, 1, 100);
        assertArrayEquals(new int[] {0, 0, 100}, counts);
        assertTrue(agent.greedy());
        assertArrayEquals(new double[] {0, 0, 1}, agent.probabilities());
        assertEquals(3, agent.value());
    }

    @Test void with_epsilon_it_explores_as_much_as_stated() {
        QAgent agent = played(0.3, 5, 10_000);
        assertFalse(agent.greedy());
        assertEquals(0.3, agent.epsilon());
        assertEquals(10, agent.value());                     // max(5, 10, 3)
        assertArrayEquals(new double[] {0.1, 0.8, 0.1}, agent.probabilities(), 1e-12);
        assertEquals(1000, counts[0], 150);                  // five standard deviations
        assertEquals(8000, counts[1], 200);
        assertEquals(1000, counts[2], 150);
    }

    @Test void with_an_epsilon_of_1_all_actions_are_alike() {
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, played(1, 1, 1)
                .probabilities(), 1e-12);
    }

    @Test void epsilon_outside_0_to_1_is_refused() {
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals("epsilon must be in [0, 1], but got " + bad + ".",
                    assertThrows(IllegalArgumentException.class,
                            () -> new QAgent(network, theta, bad)).getMessage());
        }
    }
}
