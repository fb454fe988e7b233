package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** What holds for every expression, however its operations are put together. */
class RandomGraphTest {
    private static final double STEEP = 300;           // a gradient for which floats are too coarse

    private final ThreadLocal<List<Tape>> tapes = AllKernels.tapes();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void analytic_is_numeric(@ForAll("graphs") RandomGraph graph) {
        for (Tape tape : tapes.get()) {
            tape.clear();
            Tensor loss = RandomGraph.loss(graph.grow(graph.inputs(tape)), graph.seed());
            tape.backward(loss);
            Assume.that(largestGradient(tape) < STEEP);
            new GradientCheck(graph.seed()).check(loss);
        }
    }

    @Example void a_counterexample_shrinks_in_a_thread_of_its_own() throws Exception {
        RandomGraph graph = new RandomGraph(List.of(List.of(2)), List.of(), 1);
        analytic_is_numeric(graph);
        CompletableFuture.runAsync(() -> analytic_is_numeric(graph)).get();   // as jqwik does it
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void backward_is_linear(@ForAll("graphs") RandomGraph graph) {
        Tape tape = tapes.get().get(0);
        tape.clear();
        List<Tensor> inputs = graph.inputs(tape);
        List<Tensor> grown = graph.grow(inputs);
        Tensor first = RandomGraph.loss(grown, graph.seed());
        Tensor second = RandomGraph.loss(grown, graph.seed() + 1);
        Tensor both = first.scale(3).sub(second.scale(0.5f));
        List<float[]> ofFirst = gradients(tape, first, inputs);
        List<float[]> ofSecond = gradients(tape, second, inputs);
        List<float[]> ofBoth = gradients(tape, both, inputs);
        double allowed = 1e-4 * largestGradient(tape);
        for (int i = 0; i < inputs.size(); i++) {
            for (int e = 0; e < inputs.get(i).size(); e++) {
                assertEquals(3 * ofFirst.get(i)[e] - 0.5 * ofSecond.get(i)[e], ofBoth.get(i)[e],
                        allowed);
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_tensor_in_two_places_gets_the_sum_of_both_gradients(
            @ForAll("graphs") RandomGraph graph) {
        Tape tape = tapes.get().get(0);
        tape.clear();
        Tensor x = graph.inputs(tape).get(0);
        Tensor copy = tape.variable(x.toArray(), x.shape());
        Tensor apart = RandomGraph.loss(graph.grow(List.of(x, copy)), graph.seed());
        List<float[]> two = gradients(tape, apart, List.of(x, copy));
        Tensor together = RandomGraph.loss(graph.grow(List.of(x, x)), graph.seed());
        float[] one = gradients(tape, together, List.of(x)).get(0);
        double allowed = 1e-4 * largestGradient(tape);
        for (int e = 0; e < one.length; e++) {
            assertEquals(two.get(0)[e] + two.get(1)[e], one[e], allowed);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_complaint_about_two_shapes_names_both(@ForAll("dims") List<Integer> first,
                                                 @ForAll("dims") List<Integer> second) {
        Tape tape = tapes.get().get(0);
        tape.clear();
        Tensor x = zeros(tape, first);
        Tensor z = zeros(tape, second);
        List<BinaryOperator<Tensor>> operations = new ArrayList<>(List.of(Tensor::add, Tensor::sub,
                Tensor::mul, Tensor::div, Tensor::minimum, Tensor::maximum, Tensor::matmul,
                (a, b) -> a.affine(b, b), (a, b) -> a.affineOfRelu(b, b),
                (a, b) -> a.reshape(b.shape()), (a, b) -> Tensor.stack(0, a, b),
                Distributions::klDivergence));
        if (!first.isEmpty()) operations.add((a, b) -> Tensor.concat(0, a, b));
        for (BinaryOperator<Tensor> operation : operations) {
            try {
                operation.apply(x, z);
            } catch (IllegalArgumentException refused) {
                boolean named = refused.getMessage().contains(x.shape().toString())
                        && refused.getMessage().contains(z.shape().toString());
                boolean ofOne = refused.getMessage().contains("at least one logit");
                assertTrue(named || ofOne, refused.getMessage());
            }
        }
        if (first.equals(second)) return;
        assertThrows(IllegalArgumentException.class, () -> Tensor.stack(0, x, z));
    }

    private static List<float[]> gradients(Tape tape, Tensor loss, List<Tensor> of) {
        tape.backward(loss);
        return of.stream().map(Tensor::gradientToArray).toList();
    }

    private static double largestGradient(Tape tape) {
        double largest = 0;
        for (int place = 0; place < tape.length(); place++) {
            for (float d : tape.node(place).gradientToArray()) {
                largest = Math.max(largest, Math.abs(d));
            }
        }
        return largest;
    }

    private static Tensor zeros(Tape tape, List<Integer> dims) {
        Shape shape = Shape.of(dims.stream().mapToInt(dim -> dim).toArray());
        return tape.variable(new float[shape.size()], shape);
    }

    @Provide Arbitrary<RandomGraph> graphs() {
        Arbitrary<RandomGraph.Step> steps = Combinators.combine(number(999), number(11),
                number(11), number(5)).as(RandomGraph.Step::new);
        return Combinators.combine(dims().list().ofMinSize(1).ofMaxSize(3),
                steps.list().ofMaxSize(20), number(1_000_000).map(seed -> (long) seed))
                .as(RandomGraph::new);
    }

    @Provide Arbitrary<List<Integer>> dims() {
        return Arbitraries.of(1, 2, 3, 4, 2, 3, 4, 2, 3, 0).list().ofMaxSize(3);
    }

    private static Arbitrary<Integer> number(int max) {
        return Arbitraries.integers().between(0, max)
                .withDistribution(RandomDistribution.uniform());
    }
}
