package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be computed is refused with a sentence that names the shapes. */
class TapeRefusalsTest {
    private final Tape tape = new Tape(Kernels.create());

    private Tensor zeros(int... dims) {
        Shape shape = Shape.of(dims);
        return tape.variable(new float[shape.size()], shape);
    }

    private static Tensor parameter(int... dims) {
        Shape shape = Shape.of(dims);
        return Tensor.parameter(shape, new float[shape.size()], new float[shape.size()], 0);
    }

    private static void refused(Class<? extends Exception> kind, String sentence,
                                Executable call) {
        assertEquals(sentence, assertThrows(kind, call).getMessage());
    }

    private static void refused(String sentence, Executable call) {
        refused(IllegalArgumentException.class, sentence, call);
    }

    @Test void backward_on_a_tape_without_gradients() {
        Tape acting = Tape.withoutGradients(Kernels.create());
        Tensor loss = acting.variable(new float[] {1}, Shape.of(1)).sum();
        refused(IllegalStateException.class, "This tape keeps no gradients. For backward, make the "
                + "tape with new Tape(kernels).", () -> acting.backward(loss));
    }

    @Test void backward_of_more_than_one_value() {
        Tensor y = zeros(2, 3).tanh();
        refused("backward needs a single value, but the loss has shape [2, 3]. "
                + "Use sum() or mean().", () -> tape.backward(y));
    }

    @Test void backward_of_a_loss_from_before_the_clear_or_of_another_tape_or_of_a_parameter() {
        String sentence = "backward needs a loss that was computed on this tape since its last "
                + "clear(), but got ";
        Tensor loss = zeros(2).sum();
        tape.clear();
        refused(sentence + "sum [].", () -> tape.backward(loss));
        zeros(2);                                       // one tensor: the loss was the second
        refused(sentence + "sum [].", () -> tape.backward(loss));
        Tensor elsewhere = new Tape(Kernels.create()).variable(new float[1], Shape.SCALAR);
        refused(sentence + "variable [].", () -> tape.backward(elsewhere));
        refused(sentence + "parameter [1].", () -> tape.backward(parameter(1)));
    }

    @Test void tensors_of_two_tapes_in_one_operation() {
        Tensor x = zeros(2, 3);
        Tensor z = new Tape(Kernels.create()).variable(new float[6], Shape.of(2, 3));
        refused("add got a tensor of another tape, of shape [2, 3]. Use tensors of one tape.",
                () -> x.add(z));
        refused("read got a tensor of another tape, of shape [2, 3]. Use tensors of one tape.",
                () -> tape.read(z));
    }

    @Test void a_parameter_alone_is_on_no_tape() {
        refused("tanh was asked of a parameter of shape [2, 3], which is on no tape. "
                + "Begin with tape.read(parameter).", () -> parameter(2, 3).tanh());
        refused("add was asked of a parameter of shape [4], which is on no tape. "
                + "Begin with tape.read(parameter).", () -> parameter(3, 1).add(parameter(4)));
        refused("affine was asked of a parameter of shape [2, 3], which is on no tape. "
                + "Begin with tape.read(parameter).",
                () -> parameter(2, 3).affine(zeros(3, 4), zeros(4)));
        Tensor p = parameter(1, 1);
        for (Executable call : new Executable[] {p::relu, p::exp, p::log, p::square, p::neg,
                p::logSoftmax, p::entropy, p::sum, p::mean, p::flatten, p::detach,
                () -> p.scale(2), () -> p.shift(2), () -> p.sum(0), () -> p.mean(0),
                () -> p.pick(new int[1]), () -> p.reshape(Shape.of(1)), () -> p.matmul(p)}) {
            assertThrows(IllegalArgumentException.class, call);
        }
    }

    @Test void matrices_whose_inner_extents_differ() {
        refused("matmul needs x [B, I] and w [I, O], but got [2, 3] and [4, 5].",
                () -> zeros(2, 3).matmul(zeros(4, 5)));
        refused("matmul needs x [B, I] and w [I, O], but got [3] and [3, 5].",
                () -> zeros(3).matmul(zeros(3, 5)));
        refused("affine needs x [B, I] and w [I, O], but got [2, 3] and [4, 5].",
                () -> zeros(2, 3).affine(zeros(4, 5), zeros(5)));
        refused("affine of x [2, 3] and w [3, 5] needs b of shape [5], but got [1, 5].",
                () -> zeros(2, 3).affine(zeros(3, 5), zeros(1, 5)));
        refused("affine of x [2, 3] and w [3, 5] needs b of shape [5], but got [4].",
                () -> zeros(2, 3).affine(zeros(3, 5), zeros(4)));
        refused("affineOfRelu needs x [B, ...] with I elements for each of the B and w [I, O], but "
                + "got [2, 3, 4] and [3, 5].",
                () -> zeros(2, 3, 4).affineOfRelu(zeros(3, 5), zeros(5)));
        refused("affineOfRelu of x [2, 3, 4] and w [12, 5] needs b of shape [5], but got [4].",
                () -> zeros(2, 3, 4).affineOfRelu(zeros(12, 5), zeros(4)));
    }

    @Test void shapes_that_cannot_be_broadcast() {
        refused("add cannot broadcast shapes [2, 3] and [2]: "
                + "extents 3 and 2 differ and neither is 1.", () -> zeros(2, 3).add(zeros(2)));
        refused("div cannot broadcast shapes [4] and [3, 0]: "
                + "extents 4 and 0 differ and neither is 1.", () -> zeros(4).div(zeros(3, 0)));
    }

    @Test void a_pick_that_is_not_there() {
        Tensor x = zeros(2, 3);
        refused(IndexOutOfBoundsException.class, "pick from shape [2, 3] got index 3 "
                + "at place 1, but it must be in 0 .. 2.",
                () -> x.pick(new int[] {0, 3}));
        refused(IndexOutOfBoundsException.class, "pick from shape [2, 3] got index -1 "
                + "at place 0, but it must be in 0 .. 2.",
                () -> x.pick(new int[] {-1, 0}));
        refused("pick from shape [2, 3] needs 2 indices, but got 1.", () -> x.pick(new int[1]));
        refused("pick needs a matrix, but got shape [3].", () -> zeros(3).pick(new int[3]));
        refused(IndexOutOfBoundsException.class, "rows from shape [2, 3] got index 2 "
                + "at place 1, but it must be in 0 .. 1.", () -> x.rows(0, 2));
        refused("rows needs at least one axis, but got shape [].", () -> zeros().rows(0));
    }

    @Test void a_slice_that_is_not_there() {
        Tensor x = zeros(2, 3);
        refused(IndexOutOfBoundsException.class, "slice of shape [2, 3] along axis 1 got 1 .. 4, "
                + "but needs 0 <= start <= end <= 3.", () -> x.slice(1, 1, 4));
        refused(IndexOutOfBoundsException.class, "slice of shape [2, 3] along axis -2 got 2 .. 1, "
                + "but needs 0 <= start <= end <= 2.", () -> x.slice(-2, 2, 1));
        refused(IndexOutOfBoundsException.class, "slice of shape [2, 3] along axis 0 got -1 .. 1, "
                + "but needs 0 <= start <= end <= 2.", () -> x.slice(0, -1, 1));
    }

    @Test void parts_that_do_not_fit_together() {
        refused("concat got shapes [2, 3] and [4, 5], but they must be equal except along axis 0.",
                () -> Tensor.concat(0, zeros(2, 3), zeros(2, 3), zeros(4, 5)));
        refused("concat got shapes [2, 3] and [2], but they must be equal except along axis 1.",
                () -> Tensor.concat(-1, zeros(2, 3), zeros(2)));
        Tensor empty = zeros(1 << 30, 0);
        refused("concat of 3 tensors along axis 0 would be 3221225472 long, but an extent is at "
                + "most 2147483647.", () -> Tensor.concat(0, empty, empty, empty));
        refused("stack got shapes [2, 3] and [3, 2], but they must be equal.",
                () -> Tensor.stack(0, zeros(2, 3), zeros(3, 2)));
        refused("concat needs 1 tensor or more, but got none.", () -> Tensor.concat(0));
        refused(IndexOutOfBoundsException.class, "concat of shape [2] got axis 1, "
                + "but it must be in -1 .. 0.", () -> Tensor.concat(1, zeros(2), zeros(2)));
        refused(IndexOutOfBoundsException.class, "stack of shape [2] got axis 2, "
                + "but it must be in -2 .. 1.", () -> Tensor.stack(2, zeros(2), zeros(2)));
        refused("concat got a tensor of another tape, of shape [2]. Use tensors of one tape.",
                () -> Tensor.concat(0, zeros(2),
                        new Tape(Kernels.create()).variable(new float[2], Shape.of(2))));
    }

    @Test void axes_in_an_order_that_is_none() {
        refused("permute of shape [2, 3] needs each axis 0 .. 1 once, but got [0, 0].",
                () -> zeros(2, 3).permute(0, 0));
        refused("permute of shape [2, 3] needs each axis 0 .. 1 once, but got [0, 2].",
                () -> zeros(2, 3).permute(0, 2));
        refused("permute of shape [2, 3] needs each axis 0 .. 1 once, but got [1].",
                () -> zeros(2, 3).permute(1));
        refused("transpose needs a matrix, but got shape [4]. For more axes there is permute.",
                () -> zeros(4).transpose());
        refused(IndexOutOfBoundsException.class, "insertAxis of shape [2, 3] got axis 3, "
                + "but it must be in -3 .. 2.", () -> zeros(2, 3).insertAxis(3));
    }

    @Test void bounds_and_a_delta_the_wrong_way_round() {
        refused("clamp of shape [2] needs low <= high, but got 1.0 and -1.0.",
                () -> zeros(2).clamp(1, -1));
        refused("huber of shape [2] needs delta > 0, but got 0.0.", () -> zeros(2).huber(0));
    }

    @Test void reshaping_to_another_size() {
        refused("reshape from [2, 3] (6 elements) to [4] (4) would change the size.",
                () -> zeros(2, 3).reshape(Shape.of(4)));
    }

    @Test void the_mean_of_nothing_and_the_softmax_of_nothing() {
        String hint = " of no elements is not defined: shape [0, 3]. "
                + "Only a sum may be empty: it is 0.";
        refused("The mean" + hint, () -> zeros(0, 3).mean());
        refused("The mean" + hint, () -> zeros(0, 3).mean(0));
        refused("The max" + hint, () -> zeros(0, 3).max());
        refused("The max" + hint, () -> zeros(0, 3).argmax(0));
        refused("The logSumExp" + hint, () -> zeros(0, 3).logSumExp(-2));
        refused("logSoftmax needs at least one logit along the last axis, but got shape [3, 0].",
                () -> zeros(3, 0).logSoftmax());
        refused("entropy needs at least one logit along the last axis, but got shape [].",
                () -> zeros().entropy());
    }

    @Test void an_axis_that_is_not_there() {
        refused(IndexOutOfBoundsException.class, "sum of shape [2, 3] got axis 2, "
                + "but it must be in -2 .. 1.",
                () -> zeros(2, 3).sum(2));
        refused(IndexOutOfBoundsException.class, "mean of shape [2, 3] got axis -3, "
                + "but it must be in -2 .. 1.",
                () -> zeros(2, 3).mean(-3));
    }

    @Test void too_few_values_for_a_shape() {
        refused("Shape [2, 3] needs 6 values, but got 5.",
                () -> tape.variable(new float[5], Shape.of(2, 3)));
        refused("Shape [2, 3] needs 6 values, but got 5.",
                () -> tape.constant(new float[5], 2, 3));
    }

    @Test void an_operation_of_ones_own_without_inputs_and_an_input_that_is_not_there() {
        refused("reshape needs 1 input or more, but got none.",
                () -> tape.apply(Copy.RESHAPE, Shape.SCALAR));
        refused(IndexOutOfBoundsException.class, "tanh has no input 1; it has 1.",
                () -> zeros(1).tanh().input(1));
        refused(IndexOutOfBoundsException.class, "variable has no input 0; it has 0.",
                () -> zeros(1).input(0));
    }

    @Test void the_gradient_of_what_wants_none_in_an_operation_of_ones_own() {
        refused(IllegalStateException.class, "constant [1] wants no gradient. An operation's "
                + "backward asks each input: if (x.needsGradient()) ...",
                () -> tape.constant(new float[1], 1).gradient());
    }

    @Test void a_second_thread_while_the_first_one_lives() throws InterruptedException {
        Tensor x = zeros(2);
        String[] what = {"tanh", "an input", "clear", "backward"};
        String[] sentences = new String[what.length];
        Runnable[] uses = {x::tanh, () -> zeros(1), tape::clear, () -> tape.backward(x)};
        Thread other = new Thread(() -> {
            for (int i = 0; i < uses.length; i++) {
                sentences[i] = assertThrows(IllegalStateException.class, uses[i]::run).getMessage();
            }
        }, "the other");
        other.start();
        other.join();
        for (int i = 0; i < what.length; i++) {
            assertEquals("A tape belongs to one thread, but this one is used by "
                    + Thread.currentThread().getName() + " and now, for " + what[i]
                    + ", by the other. Give each thread its own tape.", sentences[i]);
        }
    }

    @Test void a_thread_that_has_ended_leaves_its_tape_to_the_next() throws InterruptedException {
        Tape handedOver = new Tape(Kernels.create());
        Tensor[] made = new Tensor[1];
        Thread first = new Thread(() -> made[0] = handedOver.variable(new float[2], Shape.of(2)));
        first.start();
        first.join();
        assertEquals(0, made[0].sum().item());
    }

    @Test void an_operation_that_fails_leaves_no_trace_on_the_tape() {
        Tensor x = zeros(2);
        Operation broken = new Operation("broken") {
            @Override protected void forward(Tensor y) {
                throw new ArithmeticException();
            }

            @Override protected void backward(Tensor y) {
            }
        };
        assertThrows(ArithmeticException.class, () -> tape.apply(broken, x.shape(), x));
        assertEquals(1, tape.length());
    }

    @Test void a_tensor_from_before_the_last_clear_is_refused() {
        Tape tape = new Tape(new ReferenceKernels());
        Tensor x = tape.variable(new float[] {1, 2}, Shape.of(2));
        tape.clear();
        var e = assertThrows(IllegalArgumentException.class, x::square);
        assertEquals("square got a tensor of shape [2] that was made before the tape's last "
                + "clear(). Compute it again.", e.getMessage());
    }
}
