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
 * Every operation of {@link GradientCase#ALL}, forward and backward, by {@link GradientCheck}: at
 * drawn shapes and values, with inputs that are windows of larger arrays, on tapes that have been
 * used before, and with each input used a second time elsewhere.
 */
class GradientPropertiesTest {
    private static final int BEFORE = 3;               // floats before a parameter's window
    private static final int AFTER = 2;                // and behind it
    private static final float FOREIGN = 0.5f;         // what they, and all gradients there, hold
    private static final float ELSEWHERE = 2;          // the gradient from an input's second use

    // Used for all tries, so that what an earlier pass left in their arrays would show.
    private final ThreadLocal<List<Tape>> tapes = AllKernels.tapes();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void each_gradient_is_the_central_difference_of_the_definition(@ForAll("draws") Draw draw) {
        for (GradientCase c : GradientCase.ALL) {
            for (Tape tape : tapes.get()) check(c, draw, tape);
        }
    }

    @Example void so_it_is_for_all_extents_0_1_and_2() {
        RandomGenerator rng = new SplittableRandom(1);
        for (int choice = 0; choice < 27 * 10; choice++) {
            Draw draw = new Draw(choice % 3, choice / 3 % 3, choice / 9 % 3,
                    rng.nextInt(), rng.nextLong());
            for (GradientCase c : GradientCase.ALL) {
                check(c, draw, tapes.get().get(choice % tapes.get().size()));
            }
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
        tape.clear();
        Tensor[] inputs = new Tensor[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            float[] values = new float[shapes[i].size()];
            for (int e = 0; e < values.length; e++) values[e] = c.domain().draw(rng);
            inputs[i] = draw.parameter(i) ? parameter(shapes[i], values)
                    : tape.variable(values, shapes[i]);
        }
        Tensor[] operands = inputs.clone();
        if (draw.parameter(0)) operands[0] = tape.read(inputs[0]);
        try {
            checkResult(c.tensors().apply(operands, draw), operands, rng, draw.seed());
        } catch (AssertionError wrong) {
            throw new AssertionError(c.name() + " of " + Arrays.toString(inputs) + " on "
                    + tape.kernels() + " kernels: " + wrong.getMessage(), wrong);
        }
        for (Tensor input : inputs) if (input.tape == null) checkOutside(input);
    }

    private static void checkResult(Tensor y, Tensor[] operands, RandomGenerator rng, long seed) {
        float[] weights = new float[y.size()];
        for (int j = 0; j < weights.length; j++) weights[j] = rng.nextFloat(-2, 2);
        Tensor loss = y.mul(y.tape.constant(weights, y.shape())).sum();
        for (Tensor operand : operands) {
            if (operand.tape != null) loss = loss.add(operand.scale(ELSEWHERE).sum());
        }
        new GradientCheck(seed).check(loss);
    }

    private static Tensor parameter(Shape shape, float[] values) {
        float[] owner = new float[BEFORE + values.length + AFTER];
        Arrays.fill(owner, FOREIGN);
        float[] gradient = owner.clone();
        System.arraycopy(values, 0, owner, BEFORE, values.length);
        return Tensor.parameter(shape, owner, gradient, BEFORE);
    }

    /** The check puts back the window's gradient; around it nothing may have been written. */
    private static void checkOutside(Tensor parameter) {
        for (int e = 0; e < parameter.grad.length; e++) {
            assertEquals(FOREIGN, parameter.grad[e], "gradient at " + e);
            boolean inside = e >= BEFORE && e < BEFORE + parameter.size();
            if (!inside) assertEquals(FOREIGN, parameter.data[e], "value at " + e);
        }
    }
}
