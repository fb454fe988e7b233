package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Gradients that one can work out by hand. */
class TapeTest {
    private final Tape tape = new Tape(Kernels.create());

    private Tensor variable(float... values) {
        return tape.variable(values, Shape.of(values.length));
    }

    @Test void the_gradient_of_the_sum_of_squares_of_1_2_3_is_2_4_6() {
        Tensor x = variable(1, 2, 3);
        Tensor loss = x.square().sum();
        tape.backward(loss);
        assertEquals(14, loss.item());
        assertArrayEquals(new float[] {2, 4, 6}, x.gradientToArray());
    }

    @Test void a_tensor_that_is_used_twice_gets_the_sum_of_both_gradients() {
        Tensor x = variable(3);
        Tensor loss = x.square().add(x.scale(5)).sum();            // x² + 5x:  2x + 5 = 11
        tape.backward(loss);
        assertArrayEquals(new float[] {11}, x.gradientToArray());
    }

    @Test void a_tensor_that_is_both_operands_gets_both_gradients() {
        Tensor x = variable(3, 4);
        tape.backward(x.mul(x).sum());                             // x²:  2x
        assertArrayEquals(new float[] {6, 8}, x.gradientToArray());
        tape.clear();
        Tensor z = variable(3, 4);
        tape.backward(z.sub(z).sum());                             // 0
        assertArrayEquals(new float[] {0, 0}, z.gradientToArray());
        tape.clear();
        Tensor a = tape.variable(new float[] {1, 2, 3, 4}, Shape.of(2, 2));
        tape.backward(a.matmul(a).sum());      // da = 1·aᵀ + aᵀ·1: row sums + column sums
        // [3 7]   [4 4]   [ 7 11]
        // [3 7] + [6 6] = [ 9 13]
        assertArrayEquals(new float[] {7, 11, 9, 13}, a.gradientToArray());
    }

    @Test void both_of_two_losses_on_one_tape_can_be_asked_for_their_gradients() {
        Tensor x = variable(3);
        Tensor first = x.square().sum();
        Tensor second = x.scale(7).sum();
        tape.backward(first);
        assertArrayEquals(new float[] {6}, x.gradientToArray());
        tape.backward(second);
        assertArrayEquals(new float[] {7}, x.gradientToArray());
    }

    @Test void backward_twice_computes_the_tapes_gradients_anew_but_adds_to_parameters() {
        float[] values = {3};
        float[] gradient = {100};
        Tensor theta = Tensor.parameter(Shape.of(1), values, gradient, 0);
        Tensor x = variable(2);
        Tensor loss = x.mul(theta).sum();                          // dx = 3, dθ = 2
        tape.backward(loss);
        assertArrayEquals(new float[] {3}, x.gradientToArray());
        assertArrayEquals(new float[] {102}, gradient);
        tape.backward(loss);
        assertArrayEquals(new float[] {3}, x.gradientToArray());
        assertArrayEquals(new float[] {104}, gradient);
    }

    @Test void a_parameter_may_stand_first_or_second_and_be_a_window() {
        float[] values = {9, 2, 5, 9};
        float[] gradient = new float[4];
        Tensor theta = Tensor.parameter(Shape.of(1, 2), values, gradient, 1);
        Tensor x = variable(7, 8);
        tape.backward(theta.sub(x).sum());                         // dθ = 1
        tape.backward(theta.matmul(tape.constant(new float[] {3, 4}, 2, 1)).sum());   // 3, 4
        tape.backward(x.div(theta).sum());                         // −7/4, −8/25
        assertArrayEquals(new float[] {0, 1 + 3 - 7f / 4, 1 + 4 - 8f / 25, 0}, gradient, 1e-6f);
    }

    @Test void a_parameter_without_a_place_for_its_gradient_is_a_constant() {
        Tensor theta = Tensor.parameter(Shape.of(2), new float[] {3, 4}, null, 0);
        Tensor x = variable(1, 2);
        tape.backward(x.mul(theta).sum());
        assertArrayEquals(new float[] {3, 4}, x.gradientToArray());
        assertFalse(theta.needsGradient());
        assertArrayEquals(new float[] {0, 0}, theta.gradientToArray());
    }

    @Test void what_the_owner_changes_in_a_parameter_is_seen_by_the_next_reading() {
        float[] values = {3};
        Tensor theta = Tensor.parameter(Shape.of(1), values, null, 0);
        assertEquals(3, tape.read(theta).item());
        values[0] = 4;
        assertEquals(4, tape.read(theta).item());
    }

    @Test void nothing_goes_back_through_detach() {
        Tensor x = variable(3);
        tape.backward(x.detach().mul(x).sum());                    // 3 held constant
        assertArrayEquals(new float[] {3}, x.gradientToArray());
        tape.clear();
        Tensor z = variable(3);
        tape.backward(z.detach().square().sum());
        assertArrayEquals(new float[] {0}, z.gradientToArray());
    }

    @Test void a_loss_of_constants_only_has_no_gradients() {
        Tensor c = tape.constant(new float[] {1, 2}, 2);
        Tensor loss = c.sum();
        tape.backward(loss);
        assertFalse(loss.needsGradient());
        assertArrayEquals(new float[] {0, 0}, c.gradientToArray());
    }

    @Test void a_constant_beside_a_variable_wants_no_gradient() {
        Tensor c = tape.constant(new float[] {5}, Shape.of(1));
        Tensor x = variable(2);
        tape.backward(x.mul(c).add(c).div(c).sub(c).sum());        // d/dx = c / c
        assertArrayEquals(new float[] {1}, x.gradientToArray());
        assertFalse(c.needsGradient());
    }

    @Test void the_loss_may_be_a_variable_itself() {
        Tensor x = tape.variable(new float[] {4}, Shape.SCALAR);
        tape.backward(x);
        assertArrayEquals(new float[] {1}, x.gradientToArray());
    }

    @Test void a_tape_without_gradients_computes_the_same_values() {
        Tape acting = Tape.withoutGradients(Kernels.create());
        Tensor theta = Tensor.parameter(Shape.of(2), new float[] {3, 4}, new float[2], 0);
        Tensor y = acting.variable(new float[] {1, 2}, Shape.of(2)).mul(theta).sum();
        assertEquals(11, y.item());
        assertFalse(y.needsGradient());
    }

    @Test void relu_passes_no_gradient_at_exactly_0() {
        Tensor x = variable(-1, 0, 2);
        tape.backward(x.relu().sum());
        assertArrayEquals(new float[] {0, 0, 1}, x.gradientToArray());
    }

    @Test void a_clamp_passes_the_gradient_at_its_ends_and_none_beyond() {
        Tensor x = variable(Math.nextDown(-2f), -2, 0, 3, Math.nextUp(3f), 1e30f);
        tape.backward(x.clamp(-2, 3).scale(5).sum());
        assertArrayEquals(new float[] {0, 5, 5, 5, 0, 0}, x.gradientToArray());
    }

    @Test void broadcasting_keeps_a_tensor_that_has_the_shape_already() {
        Tensor x = variable(1, 2);
        Tensor y = x.add(variable(3, 4));
        assertSame(x, y.input(0));
    }

    @Test void an_operation_of_ones_own_is_differentiated_like_the_others() {
        Operation cube = new Operation("cube") {
            @Override protected void forward(Tensor y) {
                float[] x = y.input(0).data();
                for (int i = 0; i < y.size(); i++) y.data()[i] = x[i] * x[i] * x[i];
            }

            @Override protected void backward(Tensor y) {
                float[] x = y.input(0).data();
                float[] dx = y.input(0).gradient();
                for (int i = 0; i < y.size(); i++) dx[i] += y.gradient()[i] * 3 * x[i] * x[i];
            }
        };
        float[] gradient = new float[3];
        Tensor window = Tensor.parameter(Shape.of(2), new float[] {9, 2, 3}, gradient, 1);
        Tensor y = tape.apply(cube, window.shape(), window);       // of a window: begins at 0 there
        tape.backward(y.sum());
        assertArrayEquals(new float[] {8, 27}, y.toArray());
        assertArrayEquals(new float[] {0, 12, 27}, gradient);
    }
}
