package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Parameters;

/** An actor-critic with an LSTM: what it remembers, and what not. */
class MemoryTest {
    private final ActorCriticNetwork network = new ActorCriticNetwork(
            Trunk.mlp(new Layout(), "trunk", 2, 8).withLstm(4), 3);
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));
    private final ActorCritic agent =
            new ActorCritic(network, theta.withGradient(network.layout().zeros()));
    private final float[] a = {1, -2};
    private final float[] b = {-1, 0.5f};

    @Test void acting_remembers_so_the_same_state_looks_different_the_second_time() {
        float[] first = agent.logits(a).toArray();
        float[] second = agent.logits(a).toArray();
        assertFalse(Arrays.equals(first, second));
        agent.startEpisode();
        assertArrayEquals(first, agent.logits(a).toArray());
        assertArrayEquals(second, agent.logits(a).toArray());
    }

    @Test void the_bootstrap_does_not_advance_the_memory() {
        agent.logits(a);
        float value = agent.value(b);
        assertEquals(value, agent.value(b));
        float[] then = agent.logits(b).toArray();
        agent.startEpisode();
        agent.logits(a);
        assertArrayEquals(agent.logits(b).toArray(), then);
    }

    @Test void learning_begins_where_the_segment_began_and_sees_what_acting_saw() {
        agent.logits(b);
        agent.startSegment();
        float[][] acted = {agent.logits(a).toArray(), agent.logits(b).toArray()};
        agent.forward(new float[] {a[0], a[1], b[0], b[1]}, 2);
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(acted[i],
                    Arrays.copyOfRange(agent.logits().toArray(), 3 * i, 3 * i + 3), 1e-6f);
        }
        float[] next = agent.logits(a).toArray();              // learning did not advance it either
        agent.startEpisode();
        for (float[] s : new float[][] {b, a, b}) agent.logits(s);
        assertArrayEquals(next, agent.logits(a).toArray());
    }
}
