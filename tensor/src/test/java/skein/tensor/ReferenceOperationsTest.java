package skein.tensor;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

        float number(String key) {
            return (float) recorded.number(key);
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
            entry("reciprocal",
                    in -> in.tape.constant(new float[] {1}, Shape.SCALAR).div(in.get("x"))),
            entry("matmul", in -> in.get("a").matmul(in.get("b"))),
            entry("softmax", in -> in.get("x").logSoftmax().exp()),
            entry("log_softmax", in -> in.get("x").logSoftmax()),
            entry("entropy", in -> in.get("x").entropy()),
            entry("sum", in -> reduce(in, Tensor::sum, x -> x.sum((int) in.number("axis")))),
            entry("mean", in -> reduce(in, Tensor::mean, x -> x.mean((int) in.number("axis")))),
            entry("pick", in -> in.get("x").pick(in.recorded.get("index").ints())),
            entry("reshape", in -> in.get("x").reshape(shapeOf(in.recorded, "out"))),
            entry("categorical_log_prob", in -> in.get("logits").logSoftmax()
                    .pick(in.recorded.get("action").ints())),
            entry("categorical_entropy", in -> in.get("logits").entropy()),
            entry("categorical_kl", in -> kl(in.get("p").logSoftmax(), in.get("q").logSoftmax())),
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
                                 Function<Tensor, Tensor> overAxis) {
        if (in.number("axis") == -1) return all.apply(in.get("x"));
        Tensor y = overAxis.apply(in.get("x"));
        return in.number("keepdim") == 1 ? y.reshape(shapeOf(in.recorded, "out")) : y;
    }

    private static Tensor kl(Tensor logP, Tensor logQ) {
        return logP.exp().mul(logP.sub(logQ)).sum(-1);
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
        return tests("ops-elementwise", 86);
    }

    @TestFactory List<DynamicTest> ops_matmul() {
        return tests("ops-matmul", 11);
    }

    @TestFactory List<DynamicTest> ops_softmax() {
        return tests("ops-softmax", 24);
    }

    @TestFactory List<DynamicTest> ops_reduce() {
        return tests("ops-reduce", 31);
    }

    @TestFactory List<DynamicTest> ops_shape() {
        return tests("ops-shape", 6);
    }

    @TestFactory List<DynamicTest> ops_distribution() {
        return tests("ops-distribution", 9);
    }

    @TestFactory List<DynamicTest> ops_graph() {
        return tests("ops-graph", 9);
    }

    /** A test for each kind of kernels of each case that these operations can express. */
    private static List<DynamicTest> tests(String file, int expectedCases) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            Tape tape = new Tape(kernels);
            for (ReferenceCase recorded : ReferenceCase.load(file)) {
                String form = recorded.hasMeta("op") ? recorded.meta("op") : recorded.toString();
                if (!FORMS.containsKey(form)) continue;
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

        float[] dy = recorded.get("dout").floats();
        tape.backward(y.mul(tape.constant(dy, y.shape())).sum());
        in.used.forEach((name, x) -> recorded.check("grad." + name, x.gradientToArray()));
    }

    private static Shape shapeOf(ReferenceCase recorded, String tensor) {
        return Shape.of(recorded.get(tensor).dims());
    }

    @TestFactory List<DynamicTest> transposed_products_by_the_kernels_alone() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            for (ReferenceCase recorded : ReferenceCase.load("ops-matmul")) {
                String op = recorded.meta("op");
                if (op.equals("matmul")) continue;
                tests.add(dynamicTest(recorded + " on " + kernels, () -> {
                    if (op.equals("matmul_nt")) checkNT(recorded, kernels);
                    else checkTN(recorded, kernels);
                }));
            }
        }
        assertEquals(AllKernels.list().size() * 8, tests.size());
        return tests;
    }

    /** out = a · bᵀ: a [m, k], b [n, k]. */
    private static void checkNT(ReferenceCase recorded, Kernels kernels) {
        int m = recorded.get("a").dims()[0];
        int k = recorded.get("a").dims()[1];
        int n = recorded.get("b").dims()[0];
        float[] a = recorded.get("a").floats();
        float[] b = recorded.get("b").floats();
        float[] dout = recorded.get("dout").floats();
        float[] out = new float[m * n];
        kernels.matmulNT(m, n, k, a, b, 0, out, 0);
        recorded.check("out", out);
        float[] da = new float[m * k];                             // da = dout · b
        kernels.matmul(m, n, k, dout, 0, b, 0, da);
        recorded.check("grad.a", da);
        float[] db = new float[n * k];                             // db = doutᵀ · a
        kernels.matmulTN(m, n, k, dout, 0, a, db, 0);
        recorded.check("grad.b", db);
    }

    /** out = aᵀ · b: a [k, m], b [k, n]. */
    private static void checkTN(ReferenceCase recorded, Kernels kernels) {
        int k = recorded.get("a").dims()[0];
        int m = recorded.get("a").dims()[1];
        int n = recorded.get("b").dims()[1];
        assertArrayEquals(new int[] {m, n}, recorded.get("out").dims());
        float[] a = recorded.get("a").floats();
        float[] b = recorded.get("b").floats();
        float[] dout = recorded.get("dout").floats();
        float[] out = new float[m * n];
        kernels.matmulTN(k, m, n, a, 0, b, out, 0);
        recorded.check("out", out);
        float[] da = new float[k * m];                             // da = b · doutᵀ
        kernels.matmulNT(k, m, n, b, dout, 0, da, 0);
        recorded.check("grad.a", da);
        float[] db = new float[k * n];                             // db = a · dout
        kernels.matmul(k, m, n, a, 0, dout, 0, db);
        recorded.check("grad.b", db);
    }
}
