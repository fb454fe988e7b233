package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.nn.GradientClipping;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.loss.ActorCriticLoss;
import skein.tensor.AllocatedBytes;
import skein.tensor.Kernels;

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

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "minatar", "lstm"})
    void acting_and_learning_allocate_0_bytes_after_warm_up(String kind) {
        boolean vectors = Kernels.create().toString().equals("vector");
        assumeFalse(vectors && Runtime.version().feature() < 25, "On JDK 17 some JVMs keep the "
                + "objects of a product of one row with fewer than 128 columns: docs/RESULTS.md.");
        Trunk trunk = switch (kind) {
            case "mlp" -> Trunk.mlp(new Layout(), "trunk", 4, 32, 32);
            case "minatar" -> Trunk.minAtar(new Layout(), 4);
            default -> Trunk.mlp(new Layout(), "trunk", 4, 32).withLstm(16);
        };
        ActorCriticNetwork definition = new ActorCriticNetwork(trunk, 3);
        Parameters shared = definition.layout().initialize(new SplittableRandom(1));
        Parameters d = definition.layout().zeros();
        ActorCritic learner = new ActorCritic(definition, shared.withGradient(d));
        Optimizer optimizer = new SharedRmsProp(shared, 0.99, 0.1).learner(0, 1);
        ActorCriticLoss loss = new ActorCriticLoss(0.01, 0.5);
        GradientClipping clipping = new GradientClipping(40);
        float[] s = new float[5 * trunk.input().size()];
        int[] actions = {0, 1, 2, 1, 0};
        float[] returns = {1, 0, -1, 2, 1};
        assertEquals(0, AllocatedBytes.by(() -> {
            for (int batch = 1; batch <= 5; batch++) {
                d.clear();
                learner.startSegment();
                learner.logits(s);
                learner.forward(s, batch);
                learner.backward(loss.of(learner.logits(), learner.values(), actions,
                        returns, learner.tape()));
                clipping.clip(d);
                optimizer.update(d, 1e-3);
            }
        }));
    }
}
