package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where the mathematics is finite, so are the floats, however large or small the input is. */
class FiniteTest {
    private static final float[] EXTREMES = {0, -0f, 1e-45f, -1e-45f, 1e-38f, 1e-20f, 1, -1, 20,
        -20, 80, -80, 89, -89, 104, -104, 1e4f, -1e4f, 1e19f, -1e19f, 1e30f, -1e30f,
        Float.MAX_VALUE, -Float.MAX_VALUE};

    private final Tape tape = new Tape(Kernels.create());

    private Tensor variable(float... values) {
        return tape.variable(values, Shape.of(values.length));
    }

    @Test void functions_that_are_finite_everywhere_and_their_slopes() {
        Map<String, UnaryOperator<Tensor>> functions = Map.of("tanh", Tensor::tanh,
                "sigmoid", Tensor::sigmoid, "softplus", Tensor::softplus, "relu", Tensor::relu,
                "abs", Tensor::abs, "huber", x -> x.huber(1), "clamp", x -> x.clamp(-1, 1),
                "neg", Tensor::neg, "sigmoid of softplus", x -> x.softplus().sigmoid());
        functions.forEach((name, f) -> {
            tape.clear();
            Tensor x = variable(EXTREMES);
            Tensor y = f.apply(x);
            tape.backward(y.sigmoid().sum());
            assertFinite(name, y.toArray());
            assertFinite(name + "'s slope", x.gradientToArray());
        });
    }

    @Test void functions_of_two_logits_of_any_size() {
        List<UnaryOperator<Tensor>> functions = List.of(Tensor::softmax, Tensor::logSoftmax,
                Tensor::entropy, x -> x.logSumExp(-1), x -> x.max(-1), x -> x.mean(-1),
                x -> Distributions.klDivergence(x, x.neg()),
                x -> Losses.crossEntropy(x, new int[] {0}));
        for (UnaryOperator<Tensor> f : functions) {
            for (float a : EXTREMES) {
                for (float b : EXTREMES) {
                    tape.clear();
                    Tensor x = tape.variable(new float[] {a, b}, Shape.of(1, 2));
                    Tensor y = f.apply(x);
                    tape.backward(y.sum());
                    assertFinite(y + " of " + a + ", " + b, y.toArray());
                    assertFinite(y + "'s slope at " + a + ", " + b, x.gradientToArray());
                }
            }
        }
    }

    @Test void softplus_of_1000_is_1000_and_of_minus_100_is_almost_0() {
        assertArrayEquals(new float[] {1000, (float) Math.exp(-100), (float) Math.log(2)},
                variable(1000, -100, 0).softplus().toArray());
    }

    @Test void a_ratio_that_overflows_does_no_harm_where_it_is_clipped() {
        Tensor x = variable(100);                                  // e^100 is no float
        Tensor clipped = x.exp().minimum(tape.constant(new float[] {1.2f}, 1));
        tape.backward(clipped.sum());
        assertEquals(1.2f, clipped.item(), 0);
        assertArrayEquals(new float[] {0}, x.gradientToArray());
    }

    @Test void the_gradient_of_a_quotient_of_0_by_a_small_number_is_0_for_the_divisor() {
        Tensor zero = variable(0);
        Tensor small = variable(1e-30f);                           // its square is 0
        tape.backward(zero.div(small).sum());
        assertArrayEquals(new float[] {0}, small.gradientToArray());
    }

    @Test void a_root_of_0_does_no_harm_where_nothing_depends_on_it() {
        Tensor x = variable(0, 4);
        tape.backward(x.sqrt().slice(0, 1, 2).sum());
        assertArrayEquals(new float[] {0, 0.25f}, x.gradientToArray());
    }

    @Test void a_quotient_that_overflows_does_no_harm_where_it_is_clipped() {
        Tensor x = variable(1e30f, 1);
        Tensor z = variable(1e-30f, 0);                            // both quotients are infinite
        tape.backward(x.div(z).atMost(1.2f).sum());
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray());
        assertArrayEquals(new float[] {0, 0}, z.gradientToArray());
    }

    @Test void a_quotient_of_0_by_0_does_no_harm_where_nothing_depends_on_it() {
        Tensor x = variable(0, 6);
        Tensor z = variable(0, 2);
        tape.backward(x.div(z).slice(0, 1, 2).sum());              // 1 / 2, and −6 / 2²
        assertArrayEquals(new float[] {0, 0.5f}, x.gradientToArray());
        assertArrayEquals(new float[] {0, -1.5f}, z.gradientToArray());
    }

    @Test void a_density_of_almost_0_does_no_harm_where_it_is_clipped() {
        Tensor mean = variable(0);
        Tensor variance = variable(1);
        Tensor far = Distributions.gaussianLogDensity(variable(1e20f), mean, variance);
        tape.backward(far.atLeast(-20).sum());
        assertArrayEquals(new float[] {0}, mean.gradientToArray());
        assertArrayEquals(new float[] {0}, variance.gradientToArray());
    }

    @Test void a_reciprocal_that_overflows_does_no_harm_where_it_is_clipped() {
        Tensor x = variable(1e-40f, 2);
        tape.backward(x.reciprocal().atMost(1.2f).sum());          // −1 / 2²
        assertArrayEquals(new float[] {0, -0.25f}, x.gradientToArray());
    }

    @Test void products_with_an_overflow_do_no_harm_where_they_are_clipped() {
        Tensor x = variable(1e30f, 1);                             // its square is no float
        Tensor z = variable(2, 0.25f);
        tape.backward(x.square().mul(z).atMost(1.2f).sum());
        assertArrayEquals(new float[] {0, 0.5f}, x.gradientToArray());
        assertArrayEquals(new float[] {0, 1}, z.gradientToArray());
        tape.clear();
        Tensor base = variable(1e30f, 1);
        tape.backward(base.square().square().atMost(1.2f).sum());
        assertArrayEquals(new float[] {0, 4}, base.gradientToArray());
    }

    @Test void an_infinite_slope_does_no_harm_where_what_is_below_it_is_flat() {
        Map<String, UnaryOperator<Tensor>> flat = Map.of("relu", Tensor::relu,
                "atLeast", x -> x.atLeast(0), "atMost", x -> x.neg().atMost(0).neg(),
                "exp", Tensor::exp, "sigmoid", Tensor::sigmoid, "softplus", Tensor::softplus,
                "tanh", x -> x.tanh().shift(1), "scale", x -> x.scale(0),
                "mul", x -> x.mul(tape.constant(new float[1], 1)), "huber of relu",
                x -> x.relu().huber(1));
        flat.forEach((name, f) -> {
            tape.clear();
            Tensor x = variable(-200);
            Tensor y = f.apply(x).sqrt();                          // 0, to all digits
            tape.backward(y.sum());
            assertEquals(0, y.item(), 0f, name);
            assertArrayEquals(new float[] {0}, x.gradientToArray(), name);
        });
    }

    @Test void the_length_of_a_vector_of_zeros_has_a_gradient_of_0() {
        Tensor x = variable(0, 0);
        tape.backward(x.square().sum().sqrt());
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray());
    }

    @Test void the_quotient_of_0_does_not_depend_on_the_divisor_also_below_a_root() {
        Tensor zero = variable(0);
        Tensor z = variable(2);
        tape.backward(zero.detach().div(z).sqrt().sum());
        assertArrayEquals(new float[] {0}, z.gradientToArray());
    }

    @Test void the_largest_gradients_do_no_harm_where_they_are_multiplied_by_0() {
        float[] steep = {Float.MAX_VALUE, Float.MAX_VALUE};
        Tensor x = variable(0, 104);
        tape.backward(x.square().mul(tape.constant(steep, 2)).slice(0, 0, 1).sum());
        assertArrayEquals(new float[] {0, 0}, x.gradientToArray());
        tape.backward(x.logSoftmax().mul(tape.constant(steep, 2)).sum());
        assertFinite("logSoftmax's slope", x.gradientToArray());
        tape.backward(x.softmax().mul(tape.constant(steep, 2)).sum());
        assertFinite("softmax's slope", x.gradientToArray());
    }

    @Test void a_logarithm_of_0_does_no_harm_where_nothing_depends_on_it() {
        Tensor x = variable(0, 4);
        tape.backward(x.log().slice(0, 1, 2).sum());
        assertArrayEquals(new float[] {0, 0.25f}, x.gradientToArray());
    }

    private static void assertFinite(String what, float[] values) {
        for (float value : values) assertFalse(Float.isNaN(value), what + " is not a number");
    }
}
