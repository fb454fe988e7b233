package skein.rl.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.envs.Pendulum;
import skein.envs.Step;
import skein.envs.Wrapper;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.rl.network.GaussianActorCritic;
import skein.rl.network.GaussianNetwork;
import skein.rl.network.Trunk;

class GaussianAgentTest {
    private final GaussianNetwork network = network();
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));
    private final SplittableRandom rng = new SplittableRandom(1);
    private float torque;                                    // the last one
    private final Environment env = new Wrapper(new Pendulum()) {
        @Override public Step step(float[] action) {
            torque = action[0];
            return super.step(action);
        }
    };

    private static GaussianNetwork network() {
        Layout layout = new Layout();
        return new GaussianNetwork(
                Trunk.mlp(layout, "policy", 3, 8).withLstm("policy.lstm", 4),
                Trunk.mlp(layout, "critic", 3, 8).withLstm("critic.lstm", 4), 1);
    }

    @Test void greedy_takes_the_mean_and_the_other_draws() {
        float[] s = env.reset(rng);
        GaussianActorCritic beside = new GaussianActorCritic(network, theta);
        beside.look(s);
        new GaussianAgent(network, theta, true).act(env, s, rng);
        assertEquals(beside.mean().item(), torque);
        RandomGenerator same = new SplittableRandom(8);
        double expected = beside.mean().item()
                + Math.sqrt(beside.variance().item()) * same.nextGaussian();
        new GaussianAgent(network, theta, false).act(env, s, new SplittableRandom(8));
        assertEquals(expected, torque, 1e-6);
    }

    @Test void remembers_until_an_episode_begins_and_asking_for_V_changes_nothing() {
        GaussianAgent agent = new GaussianAgent(network, theta, true);
        GaussianActorCritic beside = new GaussianActorCritic(network, theta);
        float[] s = env.reset(rng);
        agent.act(env, s, rng);
        float first = torque;
        assertEquals(beside.value(s), agent.value(), 1e-6);
        assertEquals(beside.value(s), agent.value(), 1e-6);
        agent.act(env, s, rng);
        assertNotEquals(first, torque);
        beside.look(s);
        assertEquals(beside.value(s), agent.value(), 1e-6);
        agent.startEpisode();
        agent.act(env, s, rng);
        assertEquals(first, torque);
    }

    @Test void its_actions_have_no_numbers_and_so_no_probabilities() {
        GaussianAgent agent = new GaussianAgent(network, theta, false);
        agent.act(env, env.reset(rng), rng);
        assertEquals(0, agent.probabilities().length);
        assertFalse(agent.greedy());
        assertTrue(new GaussianAgent(network, theta, true).greedy());
    }
}
