package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import skein.nn.Layout;
import skein.nn.Parameters;

class QValuesTest {
    private final QNetwork network = QNetwork.dueling(
            Trunk.mlp(new Layout(), "trunk", 4, 16, 8), 3);
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));

    @Test void acting_on_one_state_and_learning_on_a_batch_see_the_same() {
        QValues values = new QValues(network, theta.withGradient(network.layout().zeros()));
        float[] s = {0.1f, -0.2f, 0.3f, -0.4f, 1, 2, -3, 4};
        values.forward(s, 2);
        assertArrayEquals(values.values().toArray(), values.of(s, 2).toArray(), 1e-6f);
        for (int i = 0; i < 2; i++) {
            float[] one = Arrays.copyOfRange(s, 4 * i, 4 * i + 4);
            float[] expected = Arrays.copyOfRange(values.values().toArray(), 3 * i, 3 * i + 3);
            assertArrayEquals(expected, values.of(one).toArray(), 1e-6f);
            Arrays.sort(expected);
            assertEquals(expected[2], values.max(one), 1e-6f);
        }
    }

    @Test void before_the_first_forward_there_is_nothing_to_learn_from() {
        QValues q = new QValues(network, theta);
        q.of(new float[4]);                                        // acting does not count
        ActorCriticNetwork heads = new ActorCriticNetwork(4, 2, 8);
        ActorCritic ac = new ActorCritic(heads, heads.layout().zeros());
        BatchedActorCritic batched = new BatchedActorCritic(heads, heads.layout().zeros(), 2);
        for (Executable question : new Executable[] {q::values, ac::logits, ac::values,
            batched::logits, batched::values}) {
            assertEquals("This network has not seen any states to learn from yet. Call "
                    + "forward(s, batch) first.",
                    assertThrows(IllegalStateException.class, question).getMessage());
        }
    }

    @Test void what_was_recorded_stays_valid_while_another_state_is_looked_at() {
        float[] straight = gradient(false);
        assertTrue(straight[0] != 0);
        assertArrayEquals(straight, gradient(true));
    }

    private float[] gradient(boolean lookElsewhere) {
        Parameters dTheta = network.layout().zeros();
        QValues values = new QValues(network, theta.withGradient(dTheta));
        float[] s = {1, -1, 1, -1};
        values.forward(s, 1);
        if (lookElsewhere) {
            values.of(new float[] {5, 5, 5, 5});
            Arrays.fill(s, 9);                               // the caller's array is its own again
        }
        values.backward(values.values().square().sum());
        return dTheta.values();
    }

    @Test void theta_minus_answers_as_theta_did_when_it_was_copied() {
        Parameters thetaMinus = theta.copy();
        QValues online = new QValues(network, theta);
        QValues target = new QValues(network, thetaMinus);
        float[] s = {1, 1, 1, 1};
        float before = target.max(s);
        assertEquals(before, online.max(s));
        Arrays.fill(theta.values(), 0.5f);
        assertEquals(before, target.max(s));
        assertTrue(online.max(s) != before);
        theta.copyTo(thetaMinus);
        assertEquals(online.max(s), target.max(s));
    }

    @Test void network_with_a_memory_is_refused() {
        QNetwork remembering = new QNetwork(
                Trunk.mlp(new Layout(), "trunk", 4, 8).withLstm(2), 2);
        assertEquals("Q(s, a) is asked of one state at a time, but 4-8-lstm2 has a memory. "
                + "Use a trunk without LSTM, or an ActorCritic, which carries one.",
                assertThrows(IllegalArgumentException.class, () -> new QValues(remembering,
                        remembering.layout().zeros())).getMessage());
    }
}
