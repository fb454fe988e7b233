package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/**
 * Every operation of {@link GradientCase#ALL}, forward and backward, against its shadow in double
 * precision; the gradient against central differences of the shadow:
 *
 * <pre>  ∂L/∂x_i ≈ Σ_j weight_j (y_j(x_i + h) − y_j(x_i − h)) / 2h   of   L = Σ_j weight_j
 * y_j</pre>
 *
 * <p>The random weights keep an error in an index from hiding in a sum; each input is used a second
 * time elsewhere, so that a gradient must be added to what is there. A tolerance is relative to
 * the sum of the magnitudes of these terms, for that is the scale at which float32 rounds.
 */
class GradientPropertiesTest {
    private static final double H = 1e-5;
    private static final double TOLERANCE = 4e-6;
    private static final int BEFORE = 3;               // floats before a parameter's window
    private static final int AFTER = 2;                // and behind it
    private static final float FOREIGN = 0.5f;         // what they, and all gradients there, hold
    private static final float ELSEWHERE = 2;          // the gradient from an input's second use

    // Used for all tries, so that what an earlier pass left in their arrays would show.
    private final List<Tape> tapes =
            AllKernels.list().stream().map(Tape::new).toList();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void each_gradient_is_the_central_difference_of_the_shadow(@ForAll("draws") Draw draw) {
        for (GradientCase c : GradientCase.ALL) {
            for (Tape tape : tapes) check(c, draw, tape);
        }
    }

    @Example void so_it_is_for_all_extents_0_1_and_2() {
        RandomGenerator rng = new SplittableRandom(1);
        for (int choice = 0; choice < 27 * 10; choice++) {
            Draw draw = new Draw(choice % 3, choice / 3 % 3, choice / 9 % 3,
                    rng.nextInt(), rng.nextLong());
            for (GradientCase c : GradientCase.ALL) check(c, draw, tapes.get(choice % tapes.size()));
        }
    }

    @Provide Arbitrary<Draw> draws() {
        return Combinators.combine(Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 5), Arbitraries.of(0, 1, 2, 3, 4, 5, 17),
                any(), any().map(seed -> (long) seed)).as(Draw::new);
    }

    private static Arbitrary<Integer> any() {
        return Arbitraries.integers().withDistribution(RandomDistribution.uniform());
    }

    private static void check(GradientCase c, Draw draw, Tape tape) {
        RandomGenerator rng = new SplittableRandom(draw.seed());
        Shape[] shapes = c.shapes().apply(draw);
        float[][] values = new float[shapes.length][];
        for (int i = 0; i < shapes.length; i++) values[i] = values(c.domain(), shapes[i], rng);

        tape.clear();
        Tensor[] inputs = new Tensor[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            inputs[i] = draw.parameter(i) ? parameter(shapes[i], values[i])
                    : tape.variable(values[i], shapes[i]);
        }
        Tensor[] operands = inputs.clone();
        if (draw.parameter(0)) operands[0] = tape.read(inputs[0]);
        Tensor y = c.tensors().apply(operands, draw);
        float[] weights = values(GradientCase.Domain.ANY, y.shape(), rng);
        Tensor loss = y.mul(tape.constant(weights, y.shape())).sum();
        for (Tensor operand : operands) {
            if (operand.tape != null) loss = loss.add(operand.scale(ELSEWHERE).sum());
        }
        tape.backward(loss);

        String where = c.name() + " of " + Arrays.toString(inputs) + " on " + tape.kernels();
        Shadow shadow = shadow(values, shapes, draw);
        checkForward(where, c.shadow().apply(shadow), y);
        for (int i = 0; i < inputs.length; i++) {
            float others = (inputs[i].tape == null ? FOREIGN : 0)
                    + (operands[i].tape != null ? ELSEWHERE : 0);
            checkGradient(where + ", input " + i, c, shadow, i, weights, inputs[i], others);
            checkUntouched(where + ", input " + i, values[i], inputs[i]);
        }
    }

    private static float[] values(GradientCase.Domain domain, Shape shape, RandomGenerator rng) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = domain.draw(rng);
        return values;
    }

    private static Tensor parameter(Shape shape, float[] values) {
        float[] owner = new float[BEFORE + values.length + AFTER];
        Arrays.fill(owner, FOREIGN);
        float[] gradient = owner.clone();
        System.arraycopy(values, 0, owner, BEFORE, values.length);
        return Tensor.parameter(shape, owner, gradient, BEFORE);
    }

    private static Shadow shadow(float[][] values, Shape[] shapes, Draw draw) {
        double[][] x = new double[values.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[values[i].length];
            for (int e = 0; e < x[i].length; e++) x[i][e] = values[i][e];
        }
        double[][] held = new double[x.length][];
        for (int i = 0; i < x.length; i++) held[i] = x[i].clone();
        return new Shadow(x, held, shapes, draw);
    }

    private static void checkForward(String where, double[] expected, Tensor y) {
        assertEquals(expected.length, y.size(), where + ": number of elements");
        for (int e = 0; e < expected.length; e++) {
            assertClose(where + ", element " + e, "got", y.get(e), "shadow", expected[e],
                    TOLERANCE * (1 + Math.abs(expected[e])));
        }
    }

    private static void checkGradient(String where, GradientCase c, Shadow shadow, int i,
                                      float[] weights, Tensor input, float others) {
        float[] analytic = input.gradientToArray();
        for (int e = 0; e < analytic.length; e++) {
            double[] x = shadow.x()[i];
            double middle = x[e];
            x[e] = middle + H;
            double[] above = c.shadow().apply(shadow);
            x[e] = middle - H;
            double[] below = c.shadow().apply(shadow);
            x[e] = middle;
            double numeric = 0;
            double scale = 1;
            for (int j = 0; j < weights.length; j++) {
                double term = weights[j] * (above[j] - below[j]) / (2 * H);
                numeric += term;
                scale += Math.abs(term);
            }
            assertClose(where + ", element " + e, "analytic", analytic[e] - others,
                    "numeric", numeric, TOLERANCE * scale);
        }
    }

    private static void checkUntouched(String where, float[] values, Tensor input) {
        int from = input.offset;
        int to = from + input.size();
        for (int e = 0; e < values.length; e++) {
            assertEquals(values[e], input.data[from + e], where + " must not be modified");
        }
        if (input.tape != null) return;
        for (int e = 0; e < input.grad.length; e++) {
            if (e >= from && e < to) continue;
            assertEquals(FOREIGN, input.data[e], where + " wrote outside its window");
            assertEquals(FOREIGN, input.grad[e], where + " added outside its window");
        }
    }

    private static void assertClose(String where, String ours, double got, String theirs,
                                    double expected, double tolerance) {
        if (Math.abs(got - expected) <= tolerance) return;
        throw new AssertionError(where + ": " + ours + " " + got + ", " + theirs + " " + expected
                + ", tolerance " + tolerance);
    }
}
