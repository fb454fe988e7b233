package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.SplittableRandom;
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

/** What an actor-critic does all the time, with each kind of trunk, allocates nothing. */
class AllocationTest {
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
