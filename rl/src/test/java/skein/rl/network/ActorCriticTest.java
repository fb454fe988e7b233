package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Parameters;

class ActorCriticTest {
    private final ActorCriticNetwork network = new ActorCriticNetwork(4, 3, 16, 8);
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));

    @Test void has_as_many_parameters_as_counted_by_hand() {
        // 4·16 + 16,  16·8 + 8,  8·3 + 3,  8·1 + 1
        assertEquals(80 + 136 + 27 + 9, network.layout().size());
        assertEquals("4-16-8-(3,1)", network.layers());
        assertTrue(network.toString().endsWith("252 parameters"), network.toString());
    }

    @Test void default_network_of_cartpole_has_1027_parameters() {
        assertEquals(4 * 128 + 128 + 128 * 2 + 2 + 128 + 1,
                new ActorCriticNetwork(4, 2, 128).layout().size());
    }

    @Test void acting_on_one_state_and_learning_on_a_batch_see_the_same() {
        ActorCritic agent = new ActorCritic(network, theta.withGradient(network.layout().zeros()));
        float[] s = {0.1f, -0.2f, 0.3f, -0.4f, 1, 2, -3, 4};
        agent.forward(s, 2);
        for (int i = 0; i < 2; i++) {
            float[] one = Arrays.copyOfRange(s, 4 * i, 4 * i + 4);
            assertArrayEquals(Arrays.copyOfRange(agent.logits().toArray(), 3 * i, 3 * i + 3),
                    agent.logits(one).toArray(), 1e-6f);
            assertEquals(agent.values().get(i), agent.value(one), 1e-6f);
        }
    }

    @Test void same_definition_runs_on_other_parameters() {
        Parameters thetaMinus = theta.copy();
        ActorCritic online = new ActorCritic(network, theta);
        ActorCritic target = new ActorCritic(network, thetaMinus);
        float[] s = {1, 1, 1, 1};
        float before = target.value(s);
        assertEquals(before, online.value(s));
        Arrays.fill(theta.values(), 0.5f);
        assertEquals(before, target.value(s));
        assertTrue(online.value(s) != before);
    }

    @Test void policy_begins_almost_uniform() {
        float[] logits = new ActorCritic(network, theta).logits(new float[] {1, -1, 1,
                -1}).toArray();
        for (float logit : logits) assertEquals(0, logit, 0.1f);
    }

    @Test void refuses_a_network_without_a_hidden_layer() {
        assertThrows(IllegalArgumentException.class, () -> new ActorCriticNetwork(4, 2));
    }
}
