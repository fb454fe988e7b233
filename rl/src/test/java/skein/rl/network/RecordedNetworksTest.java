package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.reference.ReferenceCase;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** The networks of MinAtar and of the paper, forward and back, as PyTorch computed them. */
class RecordedNetworksTest {
    @TestFactory List<DynamicTest> whole_networks_on_all_kernels() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (String file : new String[] {"layers-minatar-net", "layers-atari-net"}) {
                for (ReferenceCase recorded : ReferenceCase.load(file)) {
                    tests.add(dynamicTest(recorded + " on " + kernels,
                            () -> new Recorded(recorded).check(kernels)));
                }
            }
        }
        assertEquals((5 + 2) * AllKernels.list().size(), tests.size());
        return tests;
    }

    /** A case whose inputs and parameters come from its generator. */
    private static final class Recorded {
        private final ReferenceCase recorded;
        private final ActorCriticNetwork network;
        private final Map<String, float[]> drawn = new HashMap<>();
        private final Parameters theta;
        private long s;

        Recorded(ReferenceCase recorded) {
            this.recorded = recorded;
            int channels = (int) recorded.number("channels");
            Layout layout = new Layout();
            Trunk trunk = recorded.meta("kind").equals("atari") ? Trunk.atari(layout, channels)
                    : Trunk.minAtar(layout, channels);
            network = new ActorCriticNetwork(trunk, (int) recorded.number("actions"));
            theta = layout.zeros().withGradient(layout.zeros());
            s = (long) recorded.number("seed");
            for (String draw : recorded.meta("draws").split("; ")) draw(draw.split(" "));
        }

        /** NAME KIND [SCALE]: the next numbers of the generator, and a parameter if it is one. */
        private void draw(String[] draw) {
            String name = draw[0];
            float[] values = new float[size(name)];
            for (int i = 0; i < values.length; i++) {
                s = s * 6364136223846793005L + 1442695040888963407L;
                values[i] = switch (draw[1]) {
                    case "signed" -> (float) (((s >>> 52) - 2048) / 2048.0
                            * Double.parseDouble(draw[2]));
                    case "unit" -> (float) ((s >>> 56) / 256.0);
                    default -> s >>> 63;
                };
            }
            float[] first = recorded.get("first." + name).floats();
            assertArrayEquals(first, Arrays.copyOf(values, first.length), name);
            drawn.put(name, values);
            Layout.Entry entry = parameter(name);
            if (entry == null) return;
            float[] own = transposedIfMatrix(entry.shape(), values, false);
            System.arraycopy(own, 0, theta.values(), entry.offset(), own.length);
        }

        private int size(String name) {
            int batch = (int) recorded.number("batch");
            return switch (name) {
                case "x" -> batch * network.observationSize();
                case "d.logits" -> batch * network.actions();
                case "d.value" -> batch;
                default -> parameter(name).shape().size();
            };
        }

        /** Recorded fc.W is here fc.0.weight. */
        private Layout.Entry parameter(String name) {
            String here = name.replace("fc.", "fc.0.").replace(".W", ".weight")
                    .replaceAll("\\.b$", ".bias");
            for (Layout.Entry entry : network.layout().entries()) {
                if (entry.name().equals(here)) return entry;
            }
            return null;
        }

        /** There matrices are [O, I], here [I, O]; filters and biases are the same. */
        private static float[] transposedIfMatrix(Shape shape, float[] values, boolean back) {
            if (shape.rank() != 2) return values;
            int rows = shape.dim(back ? 1 : 0);
            int columns = shape.dim(back ? 0 : 1);
            float[] result = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = values[i % columns * rows + i / columns];
            }
            return result;
        }

        void check(Kernels kernels) {
            int batch = (int) recorded.number("batch");
            Tape tape = new Tape(kernels);
            Tensor x = tape.variable(drawn.get("x"), network.trunk().input().batch(batch));
            Tensor h = network.trunk().layers().forward(x, theta);
            Tensor logits = network.logits(h, theta);
            Tensor value = network.values(h, theta);
            recorded.check("fc.out", h.toArray());
            recorded.check("logits", logits.toArray());
            recorded.check("value", value.toArray());
            tape.backward(logits.mul(tape.constant(drawn.get("d.logits"), logits.shape())).sum()
                    .add(value.mul(tape.constant(drawn.get("d.value"), value.shape())).sum()));

            checkGradient("x", x.gradientToArray());
            List<Layout.Entry> entries = network.layout().entries();
            for (int i = 0; i < entries.size(); i++) {
                String name = entries.get(i).name().replace("fc.0", "fc").replace(".weight", ".W")
                        .replace(".bias", ".b");
                checkGradient(name, transposedIfMatrix(entries.get(i).shape(),
                        theta.get(i).gradientToArray(), true));
            }
        }

        /** All of it, or picked elements, their sum and the sum of their squares. */
        private void checkGradient(String name, float[] gradient) {
            if (recorded.has("grad." + name)) {
                recorded.check("grad." + name, gradient);
                return;
            }
            int[] pick = recorded.get("pick." + name).ints();
            float[] picked = new float[pick.length];
            for (int i = 0; i < pick.length; i++) picked[i] = gradient[pick[i]];
            recorded.check("gradpick." + name, picked);
            double sum = 0;
            double squares = 0;
            for (float g : gradient) {
                sum += g;
                squares += (double) g * g;
            }
            recorded.check("gradsum." + name, new float[] {(float) sum});
            recorded.check("gradsumsq." + name, new float[] {(float) squares});
        }
    }
}
