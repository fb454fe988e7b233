package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** Trunks and heads: sizes counted by hand, and what the heads compute. */
class NetworksTest {
    private final Tape tape = new Tape(Kernels.create());

    @Test void the_papers_network_with_memory_prints_itself() {
        Trunk trunk = Trunk.atari(new Layout(), 4).withLstm(256);
        ActorCriticNetwork network = new ActorCriticNetwork(trunk, 6);
        assertEquals("""
                input [4, 84, 84]
                conv1: Conv2d 4 → 16, 8×8, stride 4, 4,112 parameters → [16, 20, 20]
                ReLU → [16, 20, 20]
                conv2: Conv2d 16 → 32, 4×4, stride 2, 8,224 parameters → [32, 9, 9]
                ReLU → [32, 9, 9]
                Flatten → [2592]
                fc.0: Linear 2592 → 256, 663,808 parameters → [256]
                ReLU → [256]
                lstm: LstmCell 256 → 256, 525,312 parameters
                policy: Linear 256 → 6, 1,542 parameters
                value: Linear 256 → 1, 257 parameters
                1,203,255 parameters""", network.toString());
        assertEquals("4×84×84-conv16-conv32-256-lstm256-(6,1)", network.layers());
        assertEquals(512, trunk.stateSize());
    }

    @Test void sizes_of_the_other_networks_as_counted_by_hand() {
        assertEquals(677_943, new ActorCriticNetwork(Trunk.atari(new Layout(), 4), 6).layout()
                .size());
        // 16·4·9 + 16,  1024·128 + 128,  128·6 + 6,  128 + 1
        assertEquals(592 + 131_200 + 774 + 129,
                new ActorCriticNetwork(Trunk.minAtar(new Layout(), 4), 6).layout().size());
        assertEquals(17_539, new ActorCriticNetwork(4, 2, 128, 128).layout().size());
    }

    @Test void a_trunk_suits_the_shape_of_the_observations() {
        Layout layout = new Layout();
        assertEquals("4-128", Trunk.of(layout, Shape.of(4), 128).title());
        assertEquals("3×9×11-conv16-64-32",
                Trunk.of(new Layout(), Shape.of(3, 9, 11), 64, 32).title());
        assertEquals("3×20×24-conv16-conv32-64",
                Trunk.of(new Layout(), Shape.of(3, 20, 24), 64).title());
        assertEquals("There is a network for observations [I] and [C, H, W], but these are [9, 9].",
                assertThrows(IllegalArgumentException.class,
                () -> Trunk.of(new Layout(), Shape.of(9, 9), 64)).getMessage());
    }

    @Test void a_dueling_head_is_V_plus_A_minus_its_mean_worked_by_hand() {
        QNetwork network = QNetwork.dueling(Trunk.mlp(new Layout(), "trunk", 1, 1), 3);
        Parameters theta = network.layout().zeros();
        // trunk 1 → 1: weight, bias;  advantage 1 → 3: weights, biases;  value 1 → 1: weight, bias
        float[] values = {1, 0, 1, 2, 6, 0, 0, 0, 10, 5};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
        Tensor h = network.trunk().layers().forward(tape.constant(new float[] {2}, 1, 1), theta);
        // A = 2, 4, 12 with mean 6;  V = 20 + 5
        assertArrayEquals(new float[] {21, 23, 31}, network.values(h, theta).toArray());
        assertTrue(network.toString().endsWith("advantage: Linear 1 → 3, 6 parameters\n"
                + "value: Linear 1 → 1, 2 parameters\n10 parameters"), network.toString());
    }

    @Test void a_plain_q_head_is_linear() {
        QNetwork network = new QNetwork(Trunk.mlp(new Layout(), "trunk", 1, 1), 2);
        Parameters theta = network.layout().zeros();
        float[] values = {1, 0, 3, -1, 10, 20};
        System.arraycopy(values, 0, theta.values(), 0, values.length);
        Tensor h = network.trunk().layers().forward(tape.constant(new float[] {2}, 1, 1), theta);
        assertArrayEquals(new float[] {16, 18}, network.values(h, theta).toArray());
        assertTrue(network.toString().endsWith("q: Linear 1 → 2, 4 parameters\n6 parameters"));
    }

    @Test void a_gaussian_head_gives_mean_and_one_variance_above_0() {
        Layout layout = new Layout();
        GaussianNetwork network = new GaussianNetwork(Trunk.mlp(layout, "policy", 3, 200),
                Trunk.mlp(layout, "critic", 3, 200), 2);
        Parameters theta = layout.initialize(new SplittableRandom(1));
        Tensor s = tape.constant(new float[] {1, -1, 0.5f, 2, 2, 2}, 2, 3);
        Tensor h = network.policyTrunk().layers().forward(s, theta);
        for (float mu : network.mean(h, theta).toArray()) assertEquals(0, mu, 0.1);
        for (float variance : network.variance(h, theta).toArray()) {
            assertEquals(Math.log(2), variance, 0.05);
        }
        assertEquals("[2, 1]", network.variance(h, theta).shape().toString());
        Tensor k = network.criticTrunk().layers().forward(s, theta);
        assertEquals("[2]", network.values(k, theta).shape()
                .toString());
        // two trunks 3·200 + 200,  mean 200·2 + 2,  variance and value 200 + 1
        assertTrue(network.toString().endsWith(String.format(java.util.Locale.ROOT,
                "%,d parameters", 2 * 800 + 402 + 2 * 201)), network.toString());
    }

    @Test void what_does_not_go_together_is_refused() {
        Trunk policy = Trunk.mlp(new Layout(), "policy", 3, 2);
        Trunk elsewhere = Trunk.mlp(new Layout(), "critic", 3, 2);
        assertEquals("Policy and value need trunks of one layout, so that θ and θ_v are one array. "
                + "Make both with the same Layout.", assertThrows(IllegalArgumentException.class,
                () -> new GaussianNetwork(policy, elsewhere, 1)).getMessage());
        Trunk remembering = policy.withLstm(4);
        assertEquals("This trunk has an LSTM already.", assertThrows(IllegalStateException.class,
                () -> remembering.withLstm(4)).getMessage());
    }
}
