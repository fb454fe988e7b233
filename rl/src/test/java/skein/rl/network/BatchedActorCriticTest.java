package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Parameters;

class BatchedActorCriticTest {
    private static final float[][] S = {{0.1f, -0.2f, 0.3f, -0.4f}, {1, 2, -3, 4}, {0, 0, 1, 0}};

    private final ActorCriticNetwork definition = new ActorCriticNetwork(4, 3, 16);
    private final Parameters theta = definition.layout().initialize(new SplittableRandom(3));
    private final BatchedActorCritic network = new BatchedActorCritic(definition,
            theta.withGradient(definition.layout().zeros()), 3);

    @Test void looking_at_three_worlds_at_once_sees_what_looking_at_each_sees() {
        ActorCritic alone = new ActorCritic(definition, theta);
        network.look(S);
        for (int n = 0; n < 3; n++) {
            assertArrayEquals(alone.logits(S[n]).toArray(),
                    Arrays.copyOfRange(network.logits().toArray(), 3 * n, 3 * n + 3), 1e-6f);
            assertEquals(alone.value(S[n]), network.values().get(n), 1e-6f);
        }
    }

    @Test void learning_sees_what_looking_saw() {
        network.look(S);
        float[] logits = network.logits().toArray();
        float[] values = network.values().toArray();
        float[] flat = new float[12];
        for (int i = 0; i < 12; i++) flat[i] = S[i / 4][i % 4];
        network.forward(flat, 3);
        assertArrayEquals(logits, network.logits().toArray(), 1e-6f);
        assertArrayEquals(values, network.values().toArray(), 1e-6f);
    }

    @Test void value_of_one_state_disturbs_nothing_that_was_seen_before() {
        network.look(S);
        float[] logits = network.logits().toArray();
        float[] values = network.values().toArray();
        assertEquals(values[1], network.value(1, S[1]), 1e-6f);
        network.value(2, new float[] {100, -100, 50, 7});
        assertArrayEquals(values, network.values(S).toArray(), 1e-6f);
        network.values(new float[3][4]);
        assertArrayEquals(logits, network.logits().toArray());
        assertArrayEquals(values, network.values().toArray());
    }
}
