package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Parameters;

/** A Gaussian network at work: what it sees, what it remembers, and what not. */
class GaussianActorCriticTest {
    private final GaussianNetwork network = recurrent();
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));
    private final GaussianActorCritic agent =
            new GaussianActorCritic(network, theta.withGradient(network.layout().zeros()));
    private final float[] a = {1, -2};
    private final float[] b = {-1, 0.5f};

    /** As in section 9, small: both trunks have a memory. */
    private static GaussianNetwork recurrent() {
        Layout layout = new Layout();
        return new GaussianNetwork(
                Trunk.mlp(layout, "policy", 2, 8).withLstm("policy.lstm", 4),
                Trunk.mlp(layout, "critic", 2, 8).withLstm("critic.lstm", 4), 3);
    }

    private float[] mean(float[] s) {
        agent.look(s);
        return agent.mean().toArray();
    }

    @Test void sees_a_mean_for_each_dimension_and_one_variance() {
        agent.look(a);
        assertEquals(3, agent.mean().size());
        assertEquals(1, agent.variance().size());
        assertTrue(agent.variance().item() > 0);
        assertEquals(2, network.observationSize());
        assertEquals(3, network.dimensions());
    }

    @Test void both_trunks_remember_what_was_looked_at() {
        float[] first = mean(a);
        float value = agent.value(b);
        assertNotEquals(first[0], mean(a)[0]);
        assertNotEquals(value, agent.value(b));
        agent.startEpisode();
        assertArrayEquals(first, mean(a));
        assertEquals(value, agent.value(b));
    }

    @Test void the_bootstrap_is_remembered_by_neither() {
        agent.look(a);
        float value = agent.value(b);
        assertEquals(value, agent.value(b));
        float[] then = mean(b);
        agent.startEpisode();
        agent.look(a);
        assertArrayEquals(mean(b), then);
    }

    @Test void learning_begins_where_the_segment_began_and_sees_what_acting_saw() {
        agent.look(b);
        agent.startSegment();
        float[] values = {agent.value(a), 0};
        float[] means = Arrays.copyOf(mean(a), 6);
        float[] variances = {agent.variance().item(), 0};
        values[1] = agent.value(b);
        System.arraycopy(mean(b), 0, means, 3, 3);
        variances[1] = agent.variance().item();
        agent.forward(new float[] {a[0], a[1], b[0], b[1]}, 2);
        assertArrayEquals(means, agent.mean().toArray(), 1e-6f);
        assertArrayEquals(variances, agent.variance().toArray(), 1e-6f);
        assertArrayEquals(values, agent.values().toArray(), 1e-6f);
    }

    @Test void shared_trunk_remembers_each_state_once() {
        Layout layout = new Layout();
        Trunk trunk = Trunk.mlp(layout, "trunk", 2, 8).withLstm(4);
        GaussianNetwork shared = new GaussianNetwork(trunk, trunk, 1);
        Parameters own = shared.layout().initialize(new SplittableRandom(3));
        GaussianActorCritic one =
                new GaussianActorCritic(shared, own.withGradient(layout.zeros()));
        one.look(a);
        float before = one.value(b);
        one.forward(new float[] {a[0], a[1], b[0], b[1]}, 2);
        assertEquals(before, one.values().get(1), 1e-6f);
    }
}
