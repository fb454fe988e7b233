package skein.rl.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.policy.Agent;

class EvaluationTest {
    /** Three steps; action 1 earns 1, and the k-th episode k more at its end. */
    private static final class CountingWorld implements Environment {
        private int episode;
        private int t;

        @Override public Box observationSpace() {
            return new Box(0, 3, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(2);
        }

        @Override public float[] reset(RandomGenerator rng) {
            episode++;
            t = 0;
            return new float[1];
        }

        @Override public Step step(int action) {
            boolean last = ++t == 3;
            return new Step(new float[] {t}, action + (last ? episode : 0), last, false);
        }
    }

    private final ActorCriticNetwork network = new ActorCriticNetwork(1, 2, 1);
    private final Parameters theta = network.layout().zeros();

    private Evaluation evaluate(float logitOf1, int episodes, boolean greedy) {
        int bias = network.layout().entries().stream().filter(e -> e.name().equals("policy.bias"))
                .findFirst().orElseThrow().offset();
        theta.values()[bias + 1] = logitOf1;
        return Evaluation.of(network, theta, new CountingWorld(), new SplittableRandom(1), episodes,
                greedy);
    }

    @Test void sums_whole_episodes_and_knows_the_worst_and_the_best() {
        // always action 1: returns 3 + 1, 3 + 2, 3 + 3
        assertEquals(new Evaluation(3, 5, 4, 6, true), evaluate(0.1f, 3, true));
        assertEquals(new Evaluation(1, 4, 4, 4, true), evaluate(0.1f, 1, true));
    }

    @Test void greedy_takes_the_most_probable_action_and_sampling_draws() {
        assertEquals(3 + 50.5, evaluate(0.1f, 100, true).mean());
        double sampled = evaluate(0, 100, false).mean();     // 1.5 a mean episode, sd of mean 0.09
        assertEquals(1.5 + 50.5, sampled, 0.45);
        assertTrue(!evaluate(0, 100, false).greedy());
    }

    @Test void the_agent_is_told_of_each_episode_and_shown_each_observation() {
        List<String> heard = new ArrayList<>();
        CountingWorld world = new CountingWorld();
        Evaluation.of(new Agent() {
            @Override public void startEpisode() {
                heard.add("episode " + world.episode);
            }

            @Override public Step act(Environment env, float[] s, RandomGenerator rng) {
                heard.add("sees " + (int) s[0]);
                return env.step(0);
            }

            @Override public boolean greedy() {
                return true;
            }

            @Override public double[] probabilities() {
                throw new UnsupportedOperationException("not asked for");
            }

            @Override public double value() {
                throw new UnsupportedOperationException("not asked for");
            }
        }, world, new SplittableRandom(1), 2);
        assertEquals(List.of("episode 1", "sees 0", "sees 1", "sees 2", "episode 2", "sees 0",
                "sees 1", "sees 2"), heard);
    }

    @Test void does_not_change_the_parameters() {
        float[] before = theta.values().clone();
        evaluate(0, 5, false);
        assertArrayEquals(before, theta.values());
    }

    @Test void refuses_fewer_than_one_episode() {
        assertThrows(IllegalArgumentException.class, () -> evaluate(0, 0, false));
    }
}
