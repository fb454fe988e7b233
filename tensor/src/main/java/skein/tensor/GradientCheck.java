package skein.tensor;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Tells whether gradients are right: of your own {@link Operation}, or of a whole expression.
 *
 * <pre>{@code
 * new GradientCheck(42).check(x -> x[0].matmul(x[1]).tanh(), Shape.of(3, 4), Shape.of(4, 2));
 * new GradientCheck(42).between(0.5f, 2).check(new Cube(), Shape.of(5), Shape.of(5));
 * }</pre>
 *
 * <p>Nothing happens if all is well; otherwise an {@link AssertionError} names the operation, the
 * element, the analytic and the numeric value, and the seed that draws the same numbers again.
 *
 * <h2>How it works, and why the numbers can be trusted</h2>
 *
 * <p>The difference quotient (f(x + h) − f(x − h)) / 2h, formed with floats, is right to three
 * digits at best: a small h loses f's digits, a large one bends. So the differences are formed in
 * double precision, of what each operation says that it means ({@link Operation#define}); with h
 * = 10⁻⁵ and the four-point formula they are right to about ten digits, and what is left is the
 * rounding of the floats that are being checked. Two things are compared:
 *
 * <ol>
 * <li><b>Each operation alone</b>, at the very floats that the tape holds. Forward must give what
 *     the definition gives, and write every element. Backward must add to each input's gradient
 *     Σ_j dy_j ∂y_j/∂x_i with measured ∂y_j/∂x_i; it must add again when it runs again, and
 *     leave the inputs, and gradients outside of theirs, alone. A tolerance is 10⁻⁵ of
 *     the sum of the magnitudes of the terms, for that is the scale at which floats round, so that
 *     an error in one sign, factor or index stands out by orders of magnitude; and at least 10⁻⁶
 *     of the largest dy_j, because far out, where a function is flat, nothing can be measured.
 * <li><b>The whole</b>: the tape is played again in double precision with each element of each
 *     input moved a little, and the loss's difference is compared with the gradient that came out
 *     at the end of the chain. Here roundings of many steps meet, so the tolerance is 10⁻³ of the
 *     largest gradient on the tape; errors of single operations do not hide in it, because these
 *     were compared before.
 * </ol>
 *
 * <p>A replay repeats what the tape did: indices stay as they are, and what was detached is held
 * constant, as the analytic gradient holds it. At a kink (of relu at 0, of a maximum of equal
 * values) there is no derivative to compare with; the message says so if it looks like one. The
 * work grows with the product of the sizes: check small shapes.
 */
public final class GradientCheck {
    private final long seed;
    private final float low;
    private final float high;

    /**
     * A check with inputs drawn from −2 .. 2.
     *
     * @param seed of all that is drawn
     */
    public GradientCheck(long seed) {
        this(seed, -2, 2);
    }

    private GradientCheck(long seed, float low, float high) {
        this.seed = seed;
        this.low = low;
        this.high = high;
    }

    /**
     * {@return the same check with inputs from another interval}
     *
     * @param low  the least value
     * @param high the bound above, not reached
     */
    public GradientCheck between(float low, float high) {
        if (!(low < high && high - low < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("between needs low < high, a finite distance "
                    + "apart, but got " + low + " and " + high + ".");
        }
        return new GradientCheck(seed, low, high);
    }

    /**
     * Checks an expression at random inputs.
     *
     * @param expression makes one tensor of the inputs; if it is not a single value, the loss is
     *                   the sum of its elements with random weights
     * @param shapes     the inputs' extents, at least one
     * @throws AssertionError if a gradient is wrong
     */
    public void check(Function<Tensor[], Tensor> expression, Shape... shapes) {
        if (shapes.length == 0) {
            throw new IllegalArgumentException("GradientCheck needs the shape of each input, and "
                    + "there is none. For one input of two floats: check(x -> x[0].tanh(), "
                    + "Shape.of(2)).");
        }
        RandomGenerator rng = new SplittableRandom(seed);
        Tape tape = new Tape(Kernels.create());
        Tensor[] x = new Tensor[shapes.length];
        for (int i = 0; i < x.length; i++) x[i] = tape.variable(draw(shapes[i], rng), shapes[i]);
        check(expression.apply(x), rng);
    }

    /**
     * Checks one operation at random inputs.
     *
     * @param operation what to check
     * @param result    the result's extents
     * @param inputs    the inputs' extents, at least one
     * @throws AssertionError if forward or backward is wrong
     */
    public void check(Operation operation, Shape result, Shape... inputs) {
        check(x -> x[0].tape.apply(operation, result, x), inputs);
    }

    /**
     * Checks everything that a tape did for a result, at the values that are there. The gradients
     * on the tape are computed anew; those of parameters are left as they are.
     *
     * @param y the result; if it is not a single value, the loss is the sum of its elements with
     *          random weights, and comes onto the tape behind it
     * @throws AssertionError if a gradient is wrong
     */
    public void check(Tensor y) {
        check(y, new SplittableRandom(seed));
    }

    private void check(Tensor y, RandomGenerator rng) {
        Tensor loss = y.size() == 1 ? y : y.mul(weights(y, rng)).sum();
        String head = "GradientCheck, seed " + seed + ": ";
        try (Shadow shadow = new Shadow(loss)) {
            shadow.tape().backward(loss);
            for (int place = loss.place; place >= 0; place--) {
                Tensor node = shadow.tape().node(place);
                if (node.operation != null) new OperationCheck(node, head).run();
            }
            shadow.compare(head);
        }
    }

    /** Of either sign, none of them small, so that nothing hides. */
    private static Tensor weights(Tensor y, RandomGenerator rng) {
        float[] weights = new float[y.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rng.nextFloat(0.5f, 2) * (rng.nextBoolean() ? 1 : -1);
        }
        return y.onTape("GradientCheck").constant(weights, y.shape());
    }

    private float[] draw(Shape shape, RandomGenerator rng) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = rng.nextFloat(low, high);
        return values;
    }
}
