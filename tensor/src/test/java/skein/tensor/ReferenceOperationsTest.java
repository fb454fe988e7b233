package skein.tensor;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;

/** The operations, forward and backward, against values that PyTorch computed. */
class ReferenceOperationsTest {
    /** A recorded case that is being computed again, and which tensors it took from there. */
    private record Recorded(ReferenceCase recorded, Tape tape, Map<String, Tensor> used) {
        Tensor get(String name) {
            return used.computeIfAbsent(name, key -> {
                ReferenceCase.Values values = recorded.get(key);
                return tape.variable(values.floats(), Shape.of(values.dims()));
            });
        }

        /** An input for which no gradient was recorded. */
        Tensor constant(String name) {
            ReferenceCase.Values values = recorded.get(name);
            return tape.constant(values.floats(), Shape.of(values.dims()));
        }

        float number(String key) {
            return (float) recorded.number(key);
        }

        int axis() {
            return (int) recorded.number("axis");
        }

        int[] ints(String name) {
            return recorded.get(name).ints();
        }

        int[] metaInts(String key) {
            return Stream.of(recorded.meta(key).split(" ")).mapToInt(Integer::parseInt).toArray();
        }
    }

    /** What meta op, or else the case's name, says, with the operations that there are. */
    private static final Map<String, Function<Recorded, Tensor>> FORMS = Map.ofEntries(
            entry("add", in -> in.get("a").add(in.get("b"))),
            entry("sub", in -> in.get("a").sub(in.get("b"))),
            entry("mul", in -> in.get("a").mul(in.get("b"))),
            entry("div", in -> in.get("a").div(in.get("b"))),
            entry("neg", in -> in.get("x").neg()),
            entry("exp", in -> in.get("x").exp()),
            entry("log", in -> in.get("x").log()),
            entry("square", in -> in.get("x").square()),
            entry("tanh", in -> in.get("x").tanh()),
            entry("relu", in -> in.get("x").relu()),
            entry("scale", in -> in.get("x").scale(in.number("c"))),
            entry("shift", in -> in.get("x").shift(in.number("c"))),
            entry("reciprocal", in -> in.get("x").reciprocal()),
            entry("sqrt", in -> in.get("x").sqrt()),
            entry("sigmoid", in -> in.get("x").sigmoid()),
            entry("softplus", in -> in.get("x").softplus()),
            entry("abs", in -> in.get("x").abs()),
            entry("clamp", in -> in.get("x").clamp(in.number("lo"), in.number("hi"))),
            entry("minimum", in -> in.get("a").minimum(in.get("b"))),
            entry("maximum", in -> in.get("a").maximum(in.get("b"))),
            entry("matmul", in -> in.get("a").matmul(in.get("b"))),
            entry("matmul_nt", in -> in.get("a").matmul(in.get("b").transpose())),
            entry("matmul_tn", in -> in.get("a").transpose().matmul(in.get("b"))),
            entry("softmax", in -> in.get("x").softmax()),
            entry("log_softmax", in -> in.get("x").logSoftmax()),
            entry("entropy", in -> in.get("x").entropy()),
            entry("sum", in -> reduce(in, Tensor::sum, Tensor::sum)),
            entry("mean", in -> reduce(in, Tensor::mean, Tensor::mean)),
            entry("max", in -> reduce(in, Tensor::max, Tensor::max)),
            entry("logsumexp", in -> reduce(in, Tensor::logSumExp, Tensor::logSumExp)),
            entry("argmax", ReferenceOperationsTest::argmax),
            entry("pick", in -> in.get("x").pick(in.ints("index"))),
            entry("rows", in -> in.get("x").rows(in.ints("index"))),
            entry("concat", in -> Tensor.concat(in.axis(), in.get("a"), in.get("b"))),
            entry("stack", in -> Tensor.stack(in.axis(), in.get("a"), in.get("b"), in.get("c"))),
            entry("slice", in -> in.get("x")
                    .slice(in.axis(), (int) in.number("start"), (int) in.number("end"))),
            entry("reshape", in -> in.get("x").reshape(shapeOf(in.recorded, "out"))),
            entry("transpose", in -> in.get("x").transpose()),
            entry("permute", in -> in.get("x").permute(in.metaInts("order"))),
            entry("huber", in -> reduced(in,
                    Losses.huber(in.get("p"), in.get("y"), in.number("delta")))),
            entry("mse", in -> reduced(in, Losses.squaredError(in.get("p"), in.get("y")))),
            entry("cross_entropy",
                    in -> reduced(in, Losses.crossEntropy(in.get("x"), in.ints("label")))),
            entry("categorical_log_prob",
                    in -> Distributions.logProbability(in.get("logits"), in.ints("action"))),
            entry("categorical_entropy", in -> in.get("logits").entropy()),
            entry("categorical_kl", in -> Distributions.klDivergence(in.get("p"), in.get("q"))),
            entry("gaussian_log_prob", in -> Distributions.gaussianLogDensity(in.constant("a"),
                    in.get("mu"), variance(in))),
            entry("gaussian_entropy", in -> Distributions.gaussianEntropy(variance(in))),
            entry("self-product", in -> in.get("x").mul(in.get("x")).mul(in.get("x"))),
            entry("diamond", in -> diamond(in.get("x"), in.get("y"))),
            entry("x-minus-x", in -> in.get("x").sub(in.get("x"))),
            entry("shared-weight",
                    in -> in.get("x").matmul(in.get("w")).tanh().matmul(in.get("w")).tanh()),
            entry("chain-1", ReferenceOperationsTest::chain),
            entry("chain-10", ReferenceOperationsTest::chain),
            entry("chain-50", ReferenceOperationsTest::chain),
            entry("detach", in -> in.get("x").mul(in.get("x").mul(in.get("y")).detach())
                    .add(in.get("y"))),
            entry("mean-square", in -> in.get("x").sub(in.get("y").mean(0)).square().mean()));

    private static Tensor reduce(Recorded in, Function<Tensor, Tensor> all,
                                 BiFunction<Tensor, Integer, Tensor> overAxis) {
        if (in.axis() == -1) return all.apply(in.get("x"));
        Tensor y = overAxis.apply(in.get("x"), in.axis());
        return in.number("keepdim") == 1 ? y.insertAxis(in.axis()) : y;
    }

    private static Tensor reduced(Recorded in, Tensor y) {
        return switch (in.recorded.meta("reduction")) {
            case "sum" -> y.sum();
            case "mean" -> y.mean();
            default -> y;
        };
    }

    private static Tensor argmax(Recorded in) {
        int[] index = in.get("x").argmax(in.axis());
        float[] floats = new float[index.length];
        for (int i = 0; i < index.length; i++) floats[i] = index[i];
        return in.tape.constant(floats, shapeOf(in.recorded, "out"));
    }

    /** σ² of each dimension, or one of all, or from log σ. */
    private static Tensor variance(Recorded in) {
        if (in.recorded.has("logstd")) return in.get("logstd").scale(2).exp();
        Tensor variance = in.get("var");
        boolean spherical = in.recorded.has("a") && variance.shape().rank() == 1;
        return spherical ? variance.insertAxis(-1) : variance;
    }

    private static Tensor diamond(Tensor x, Tensor y) {
        Tensor u = x.mul(y).tanh();
        return u.mul(x).add(u.exp()).sum();
    }

    private static Tensor chain(Recorded in) {
        Tensor y = in.get("x");
        for (int i = 0; i < in.number("n"); i++) y = y.mul(in.get("a")).add(in.get("b")).tanh();
        return y;
    }

    @TestFactory List<DynamicTest> ops_elementwise() {
        return tests("ops-elementwise", 114);
    }

    @TestFactory List<DynamicTest> ops_matmul() {
        return tests("ops-matmul", 19);
    }

    @TestFactory List<DynamicTest> ops_softmax() {
        return tests("ops-softmax", 24);
    }

    @TestFactory List<DynamicTest> ops_reduce() {
        return tests("ops-reduce", 60);
    }

    @TestFactory List<DynamicTest> ops_shape() {
        return tests("ops-shape", 23);
    }

    @TestFactory List<DynamicTest> ops_distribution() {
        return tests("ops-distribution", 19);
    }

    @TestFactory List<DynamicTest> ops_loss() {
        return tests("ops-loss", 28);
    }

    @TestFactory List<DynamicTest> ops_graph() {
        return tests("ops-graph", 9);
    }

    /** A test of each case on each kind of kernels. */
    private static List<DynamicTest> tests(String file, int expectedCases) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            Tape tape = new Tape(kernels);
            for (ReferenceCase recorded : ReferenceCase.load(file)) {
                String form = recorded.hasMeta("op") ? recorded.meta("op") : recorded.toString();
                tests.add(dynamicTest(recorded + " on " + kernels,
                        () -> check(recorded, FORMS.get(form), tape)));
            }
        }
        assertEquals(AllKernels.list().size() * expectedCases, tests.size(), "tests from " + file);
        return tests;
    }

    private static void check(ReferenceCase recorded, Function<Recorded, Tensor> form, Tape tape) {
        tape.clear();
        Recorded in = new Recorded(recorded, tape, new LinkedHashMap<>());
        Tensor y = form.apply(in);
        assertEquals(shapeOf(recorded, "out"), y.shape());
        recorded.check("out", y.toArray());

        if (!recorded.has("dout")) return;                         // argmax has no gradient
        float[] dy = recorded.get("dout").floats();
        tape.backward(y.mul(tape.constant(dy, y.shape())).sum());
        in.used.forEach((name, x) -> recorded.check("grad." + name, x.gradientToArray()));
    }

    private static Shape shapeOf(ReferenceCase recorded, String tensor) {
        return Shape.of(recorded.get(tensor).dims());
    }
}
