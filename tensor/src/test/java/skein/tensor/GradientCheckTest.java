package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A check is worth what it finds: errors planted in an operation, one at a time. */
class GradientCheckTest {
    private static final Shape THREE = Shape.of(3);

    /** y = x³, right, for the errors to be planted in. */
    private static class Cube extends Operation {
        Cube() {
            super("cube");
        }

        @Override protected void forward(Tensor y) {
            float[] x = y.input(0).data();
            for (int i = 0; i < y.size(); i++) y.data()[i] = x[i] * x[i] * x[i];
        }

        @Override protected void backward(Tensor y) {
            float[] x = y.input(0).data();
            float[] dx = y.input(0).gradient();
            for (int i = 0; i < y.size(); i++) dx[i] += y.gradient()[i] * 3 * x[i] * x[i];
        }

        @Override protected void define(double[] y, double[][] x, Tensor use) {
            for (int i = 0; i < y.length; i++) y[i] = Math.pow(x[0][i], 3);
        }
    }

    private static String complaint(Operation operation) {
        return assertThrows(AssertionError.class,
                () -> new GradientCheck(42).check(operation, THREE, THREE)).getMessage();
    }

    private static void assertContains(String part, String text) {
        assertTrue(text.contains(part), text);
    }

    @Test void a_right_operation_passes() {
        new GradientCheck(42).check(new Cube(), THREE, THREE);
        new GradientCheck(42).between(10, 20).check(new Cube(), Shape.of(0), Shape.of(0));
    }

    @Test void a_wrong_sign_is_found_and_the_message_says_where_and_how_to_see_it_again() {
        Operation wrong = new Cube() {
            @Override protected void backward(Tensor y) {
                float[] x = y.input(0).data();
                float[] dx = y.input(0).gradient();
                for (int i = 0; i < y.size(); i++) dx[i] -= y.gradient()[i] * 3 * x[i] * x[i];
            }
        };
        String sentence = complaint(wrong);
        assertContains("GradientCheck, seed 42: cube [3] (number 1 on the tape) of variable [3], "
                + "gradient of input 0, element [0]: analytic ", sentence);
        assertContains(", numeric ", sentence);
        assertContains("1  cube       [3]    0", sentence);        // the tape as a table
        assertEquals(sentence, complaint(wrong));
    }

    @Test void a_share_that_is_not_added_is_found() {
        String sentence = complaint(new Cube() {
            @Override protected void backward(Tensor y) {
                float[] x = y.input(0).data();
                float[] dx = y.input(0).gradient();
                for (int i = 0; i < y.size(); i++) dx[i] = y.gradient()[i] * 3 * x[i] * x[i];
            }
        });
        assertContains("after running backward twice", sentence);
        assertContains("Does it add (+=) its share each time?", sentence);
    }

    @Test void an_index_beside_the_right_one_is_found() {
        assertContains("gradient of input 0, element [0]", complaint(new Cube() {
            @Override protected void backward(Tensor y) {
                float[] x = y.input(0).data();
                float[] dx = y.input(0).gradient();
                for (int i = 1; i < 3; i++) dx[i] += y.gradient()[i - 1] * 3 * x[i] * x[i];
            }
        }));
    }

    @Test void a_forward_that_does_not_mean_the_same_is_found() {
        assertContains("element [0]: forward gives ", complaint(new Cube() {
            @Override protected void define(double[] y, double[][] x, Tensor use) {
                for (int i = 0; i < y.length; i++) y[i] = Math.pow(x[0][i], 3) + 1e-3;
            }
        }));
    }

    @Test void an_element_that_is_not_written_is_found() {
        assertContains("element [2]: forward gives NaN", complaint(new Cube() {
            @Override protected void forward(Tensor y) {
                float[] x = y.input(0).data();
                for (int i = 0; i < y.size() - 1; i++) y.data()[i] = x[i] * x[i] * x[i];
            }
        }));
    }

    @Test void an_input_that_is_changed_is_found() {
        assertContains("input 0 was changed at element [0].", complaint(new Cube() {
            @Override protected void backward(Tensor y) {
                super.backward(y);
                y.input(0).data()[0] += 1;
            }
        }));
    }

    @Test void a_gradient_in_a_place_that_is_nobodys_input_is_found_at_the_end_of_the_chain() {
        Operation meddling = new Cube() {
            @Override protected void backward(Tensor y) {
                super.backward(y);
                y.input(0).input(0).gradient()[0] += 1;
            }
        };
        String sentence = assertThrows(AssertionError.class, () -> new GradientCheck(1)
                .check(x -> x[0].tape.apply(meddling, THREE, x[0].tanh()), THREE)).getMessage();
        assertContains("each operation by itself is right, but the loss's gradient with respect to "
                + "variable [3] (number 0 on the tape), element [0] is not: analytic ", sentence);
    }

    @Test void a_gradient_outside_of_a_parameters_window_is_found() {
        Operation careless = new Operation("careless") {
            @Override boolean readsViews() {
                return true;
            }

            @Override protected void forward(Tensor y) {
                y.data[0] = y.input(0).get(0);
            }

            @Override protected void backward(Tensor y) {
                y.input(0).grad[1] += y.grad[0];
                y.input(0).grad[2] += 1;
            }

            @Override protected void define(double[] y, double[][] x, Tensor use) {
                y[0] = x[0][0];
            }
        };
        Tape tape = new Tape(Kernels.create());
        Tensor p = Tensor.parameter(Shape.of(1), new float[3], new float[3], 1);
        Tensor y = tape.apply(careless, Shape.of(1), p);
        assertContains("backward wrote outside of input 0's gradient, at 1.", assertThrows(
                AssertionError.class, () -> new GradientCheck(1).check(y)).getMessage());
    }

    @Test void a_kink_is_called_a_kink() {
        Tape tape = new Tape(Kernels.create());
        Tensor y = tape.variable(new float[] {1, 0}, Shape.of(2)).relu().sum();
        assertContains("The slope is 0.0 below and 1.0 above: if x = 0.0 is a kink, check "
                + "elsewhere.", assertThrows(AssertionError.class,
                () -> new GradientCheck(1).check(y)).getMessage());
    }

    @Test void far_out_where_functions_are_flat_or_almost_0_nothing_is_wrong() {
        for (int seed = 0; seed < 20; seed++) {
            GradientCheck far = new GradientCheck(seed).between(-80, 80);
            far.check(x -> x[0].tanh().add(x[0].sigmoid()), THREE);
            far.check(x -> x[0].softmax().add(x[0].logSoftmax()), THREE);
            far.check(x -> x[0].entropy().add(x[0].logSumExp(1)), Shape.of(2, 3));
            far.check(x -> Losses.crossEntropy(x[0], new int[] {0, 2}), Shape.of(2, 3));
            far.check(x -> x[0].lstm(x[1], x[2], x[3], x[4]), Shape.of(2, 2), Shape.of(1, 2),
                    Shape.of(2, 4), Shape.of(1, 4), Shape.of(4));
            new GradientCheck(seed).between(-110, -80).check(x -> x[0].exp(), THREE);
        }
    }

    @Test void numbers_so_near_to_the_border_of_a_domain_that_a_step_leads_out_are_named() {
        Tensor x = new Tape(Kernels.create()).variable(new float[] {1, 1e-6f}, Shape.of(2));
        Tensor y = x.log().sum();
        assertContains("log [2] (number 1 on the tape) of variable [2], gradient of input 0, "
                + "element [1]: so near to 1.0E-6 it is not defined everywhere. Check farther "
                + "inside.", assertThrows(AssertionError.class,
                () -> new GradientCheck(1).check(y)).getMessage());
    }

    @Test void an_operation_that_does_not_say_what_it_means_cannot_be_checked() {
        Operation silent = new Operation("silent") {
            @Override protected void forward(Tensor y) {
            }

            @Override protected void backward(Tensor y) {
            }
        };
        assertEquals("silent does not say what it computes. Override define(y, x, use), forward in "
                + "double precision, to have it checked.",
                assertThrows(UnsupportedOperationException.class,
                () -> new GradientCheck(1).check(silent, THREE, THREE)).getMessage());
    }

    @Test void a_check_without_inputs_is_refused_and_so_is_an_interval_without_floats() {
        GradientCheck check = new GradientCheck(1);
        assertEquals("GradientCheck needs the shape of each input, and there is none. For one "
                + "input of two floats: check(x -> x[0].tanh(), Shape.of(2)).",
                assertThrows(IllegalArgumentException.class,
                () -> check.check(x -> x[0].tanh())).getMessage());
        assertThrows(IllegalArgumentException.class, () -> check.check(new Cube(), THREE));
        String sentence = "between needs low < high, a finite distance apart, but got ";
        float[][] ends = {{2, 1}, {1, 1}, {Float.NaN, 1}, {-Float.MAX_VALUE, Float.MAX_VALUE}};
        for (float[] end : ends) {
            assertEquals(sentence + end[0] + " and " + end[1] + ".",
                    assertThrows(IllegalArgumentException.class,
                    () -> check.between(end[0], end[1])).getMessage());
        }
    }

    @Test void whole_expressions_are_checked_and_parameters_keep_their_owners_gradient() {
        float[] dTheta = {7, 7, 7, 7, 7, 7, 7};
        Tensor w = Tensor.parameter(Shape.of(2, 3), new float[] {0, 1, -1, 2, .5f, -2, 1},
                dTheta, 1);
        new GradientCheck(3).check(x -> x[0].matmul(w).tanh().mul(x[1]).sum(0),
                Shape.of(4, 2), Shape.of(4, 1));
        assertArrayEquals(new float[] {7, 7, 7, 7, 7, 7, 7}, dTheta);
    }
}
