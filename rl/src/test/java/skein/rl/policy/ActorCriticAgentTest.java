package skein.rl.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;

/** Seen from outside, an agent with a memory: it remembers, but looking at it changes nothing. */
class ActorCriticAgentTest {
    private final ActorCriticNetwork network = new ActorCriticNetwork(
            Trunk.mlp(new Layout(), "trunk", 4, 8).withLstm(4), 2);
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));
    private final ActorCriticAgent agent = new ActorCriticAgent(network, theta, false);
    private final CartPole env = new CartPole();
    private final SplittableRandom rng = new SplittableRandom(1);

    @Test void probabilities_sum_to_1_and_asking_for_V_does_not_change_what_is_remembered() {
        ActorCritic beside = new ActorCritic(network, theta);
        float[] s = env.reset(rng);
        for (int t = 0; t < 5; t++) {
            double before = beside.value(s);
            double[] expected = new double[2];
            Categorical.probabilities(beside.logits(s), expected);
            float[] next = agent.act(env, s, rng).observation();
            assertEquals(before, agent.value(), 1e-6);
            assertEquals(before, agent.value(), 1e-6);
            assertArrayEquals(expected, agent.probabilities(), 1e-6);
            assertEquals(1, DoubleStream.of(agent.probabilities()).sum(), 1e-12);
            s = next;
        }
    }

    @Test void at_the_start_of_an_episode_it_forgets() {
        float[] s = env.reset(rng);
        agent.act(env, s, rng);
        double[] fresh = agent.probabilities();
        agent.act(env, s, rng);
        assertFalse(fresh[0] == agent.probabilities()[0]);
        agent.startEpisode();
        agent.act(env, s, rng);
        assertArrayEquals(fresh, agent.probabilities());
    }
}
