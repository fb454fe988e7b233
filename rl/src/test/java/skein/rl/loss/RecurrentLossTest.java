package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skein.nn.Flatten;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.reference.ReferenceCase;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.returns.Returns;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** A3C with an LSTM over a whole segment: loss and gradients through time, as PyTorch has them. */
class RecurrentLossTest {
    /** Recorded names of parameters, and their names here. */
    private static final Map<String, String> NAMES = Map.of("lstm.wx", "Wx", "lstm.wh", "Wh",
            "lstm.bias", "b", "policy.weight", "Wp", "policy.bias", "bp", "value.weight", "Wv",
            "value.bias", "bv");

    @TestFactory List<DynamicTest> equals_the_recorded_cases_on_all_kernels() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("losses-a3c-lstm")) {
                tests.add(dynamicTest(recorded + " on " + kernels, () -> {
                    new Recorded(recorded).check(kernels, 1, "total_full");
                    new Recorded(recorded).check(kernels, 0.5, "total_half");
                    new Recorded(recorded).check(kernels, 0, "policy");
                }));
            }
        }
        assertEquals(4 * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** The recorded network: observations go straight into the LSTM. */
    private static final class Recorded {
        private final ReferenceCase recorded;
        private final int inputs;
        private final int units;
        private final ActorCriticNetwork network;
        private final Parameters theta;

        Recorded(ReferenceCase recorded) {
            this.recorded = recorded;
            inputs = recorded.get("last_obs").values().length;
            units = recorded.get("h0").values().length;
            Layout layout = new Layout();
            Trunk bare = new Trunk(layout, "bare", new Sequential(Shape.of(inputs), new Flatten()));
            network = new ActorCriticNetwork(bare.withLstm(units),
                    recorded.get("bp").values().length);
            theta = layout.zeros().withGradient(layout.zeros());
            for (Layout.Entry entry : layout.entries()) {
                float[] there = recorded.get(NAMES.get(entry.name())).floats();
                float[] here = transposed(there, entry.shape(), false);
                System.arraycopy(here, 0, theta.values(), entry.offset(), here.length);
            }
        }

        /** There matrices are [O, I], here [I, O]. */
        private static float[] transposed(float[] values, Shape shape, boolean back) {
            if (shape.rank() != 2) return values;
            int rows = shape.dim(back ? 1 : 0);
            int columns = shape.dim(back ? 0 : 1);
            float[] result = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i % columns * rows + i / columns];
            }
            return result;
        }

        void check(Kernels kernels, double valueCoefficient, String part) {
            int n = recorded.get("rewards").values().length;
            Tape tape = new Tape(kernels);
            Tensor before = Tensor.concat(1, row(tape, "h0", units), row(tape, "c0", units));
            Tensor s = tape.constant(recorded.get("obs").floats(), n, inputs);
            Trunk trunk = network.trunk();
            Tensor states = trunk.remember(trunk.layers().forward(s, theta), before, theta);
            Tensor logits = network.logits(trunk.hidden(states), theta);
            Tensor values = network.values(trunk.hidden(states), theta);
            recorded.check("values", values.toArray());
            recorded.check("h_last", states.slice(0, n - 1, n).slice(1, 0, units).toArray());
            recorded.check("c_last", states.slice(0, n - 1, n).slice(1, units, 2 * units)
                    .toArray());
            Tensor L = new ActorCriticLoss(recorded.number("beta"), valueCoefficient).of(logits,
                    values, recorded.get("actions").ints(),
                    returns(n, states.slice(0, n - 1, n).detach(), tape), tape);
            tape.backward(L);
            double expected = item("loss.policy") - recorded.number("beta") * item("loss.entropy")
                    + valueCoefficient * item("loss.value_full");
            assertEquals(expected, L.item(), 1e-5 * Math.max(1, Math.abs(expected)));
            checkGradients(part);
        }

        private float[] returns(int n, Tensor last, Tape tape) {
            Trunk trunk = network.trunk();
            Tensor s = row(tape, "last_obs", inputs);
            Tensor after = trunk.remember(trunk.layers().forward(s, theta), last, theta);
            float bootstrap = network.values(trunk.hidden(after), theta).item();
            float R = recorded.number("terminal") == 1 ? 0 : bootstrap;
            recorded.check("bootstrap", new float[] {R});
            float[] returns = new float[n];
            Returns.discounted(recorded.get("rewards").floats(), n, R, recorded.number("gamma"),
                    returns);
            recorded.check("returns", returns);
            return returns;
        }

        private Tensor row(Tape tape, String name, int columns) {
            return tape.constant(recorded.get(name).floats(), 1, columns);
        }

        private double item(String name) {
            return recorded.get(name).values()[0];
        }

        private void checkGradients(String part) {
            int i = 0;
            for (Layout.Entry entry : network.layout().entries()) {
                recorded.check("grad." + part + "." + NAMES.get(entry.name()),
                        transposed(theta.get(i++).gradientToArray(), entry.shape(), true));
            }
        }
    }
}
