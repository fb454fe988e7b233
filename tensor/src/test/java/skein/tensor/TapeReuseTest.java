package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** A tape that is cleared goes on with what it has: no allocation after its first turns. */
class TapeReuseTest {
    @Test void after_clear_the_same_tensors_and_arrays_come_again() {
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.variable(new float[] {1, 2, 3}, Shape.of(3));
        float[] data = x.data();
        float[] gradient = x.gradient();
        tape.clear();
        assertEquals(0, tape.length());
        Tensor smaller = tape.variable(new float[] {7, 8}, Shape.of(2));
        assertSame(x, smaller);
        assertSame(data, smaller.data());
        assertSame(gradient, smaller.gradient());
        assertArrayEquals(new float[] {7, 8}, smaller.toArray());
    }

    @Test void what_an_earlier_pass_left_behind_is_not_seen() {
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.variable(new float[] {1, 2, 3, 4}, Shape.of(2, 2));
        tape.backward(x.matmul(x).sum());
        tape.clear();
        Tensor c = tape.constant(new float[] {5, 6}, 1, 2);        // was a variable, is none now
        Tensor y = c.matmul(tape.variable(new float[] {1, 10}, Shape.of(2, 1)));
        tape.backward(y.sum());
        assertEquals(65, y.item());
        assertArrayEquals(new float[] {0, 0}, c.gradientToArray());
        assertArrayEquals(new float[] {5, 6}, y.input(1).gradientToArray());
    }

    @Test void before_backward_all_gradients_are_0_whatever_the_pass_before_left_there() {
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.variable(new float[] {1, 2}, Shape.of(2));
        tape.backward(x.square().sum());
        Tensor late = x.exp();                                     // after backward
        tape.clear();
        Tensor y = tape.variable(new float[] {3, 4}, Shape.of(2)).square();
        assertArrayEquals(new float[] {0, 0}, y.input(0).gradientToArray());
        assertArrayEquals(new float[] {0, 0}, y.gradientToArray());
        assertArrayEquals(new float[] {0, 0}, late.gradientToArray());
    }

    @Test void the_caller_may_change_his_arrays_afterwards() {
        Tape tape = new Tape(Kernels.create());
        float[] values = {1, 2};
        int[] index = {0, 1};
        Tensor x = tape.variable(values, Shape.of(2));
        Tensor picked = tape.variable(new float[] {1, 2, 3, 4}, Shape.of(2, 2)).pick(index);
        values[0] = 9;
        index[0] = 1;
        assertArrayEquals(new float[] {1, 2}, x.toArray());
        tape.backward(picked.sum());
        assertArrayEquals(new float[] {1, 0, 0, 1}, picked.input(0).gradientToArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "plain"})
    void an_actor_critic_pass_allocates_0_bytes_whatever_the_batch_after_warm_up(String kind) {
        Kernels kernels = kind.equals("plain") ? new PlainKernels() : new ReferenceKernels();
        ActorCritic network = new ActorCritic(new Tape(kernels));
        assertEquals(0, AllocatedBytes.by(() -> {
            for (int i = 0; i < 100; i++) network.pass(1 + i % 5);
        }));
    }

    @Test void the_measurement_sees_an_array_of_1000_floats() {
        float[][] kept = new float[1][];
        long bytes = AllocatedBytes.once(() -> kept[0] = new float[1000]);
        assertTrue(bytes >= 4000, bytes + " bytes");
    }

    /** 4 inputs, 32 units, a policy of 2 actions and a value; most operations take part. */
    private static final class ActorCritic {
        private final Tape tape;
        private final float[] theta = new float[4 * 32 + 32 + 32 * 2 + 2 + 32 + 1];
        private final float[] dTheta = new float[theta.length];
        private int used;
        private final Tensor bodyWeight = parameter(4, 32);
        private final Tensor bodyBias = parameter(32);
        private final Tensor policyWeight = parameter(32, 2);
        private final Tensor policyBias = parameter(2);
        private final Tensor valueWeight = parameter(32, 1);
        private final Tensor valueBias = parameter(1);
        private final float[] states = new float[5 * 4];
        private final float[] returns = new float[5];
        private final int[] actions = {0, 1, 1, 0, 1};
        private final int[] order = {1, 0};
        private final int[] row = {0, 0};
        private final Tensor[] parts = new Tensor[2];

        ActorCritic(Tape tape) {
            this.tape = tape;
            for (int i = 0; i < theta.length; i++) theta[i] = (float) Math.sin(i);
            for (int i = 0; i < states.length; i++) states[i] = (float) Math.cos(i);
        }

        private Tensor parameter(int... dims) {
            Shape shape = Shape.of(dims);
            used += shape.size();
            return Tensor.parameter(shape, theta, dTheta, used - shape.size());
        }

        void pass(int batch) {
            tape.clear();
            Tensor s = tape.constant(states, batch, 4);
            Tensor body = s.affine(bodyWeight, bodyBias).tanh().relu();
            Tensor logits = body.matmul(policyWeight).add(policyBias);
            Tensor value = body.affine(valueWeight, valueBias).flatten();
            Tensor advantage = tape.constant(returns, batch).sub(value);
            Tensor logPi = logits.logSoftmax().pick(actions);
            Tensor policyLoss = logPi.mul(advantage.detach()).sum().neg();
            Tensor valueLoss = advantage.square().sum().scale(0.5f);
            Tensor others = logits.sum(0).mean().add(logits.mean(-1).exp().shift(1).log().sum());
            tape.backward(policyLoss.add(valueLoss).sub(logits.entropy().sum()).add(others)
                    .add(theRest(logits, body)));
        }

        /** What an actor-critic does not need. */
        private Tensor theRest(Tensor logits, Tensor body) {
            Tensor one = logits.sigmoid().minimum(logits.softplus()).maximum(logits.abs());
            Tensor two = logits.softmax().sqrt().reciprocal().clamp(-2, 2).huber(1).div(one);
            Tensor moved = one.transpose().permute(order).slice(1, 0, 1).insertAxis(0);
            parts[0] = moved.flatten();
            parts[1] = two.rows(row).flatten();
            Tensor joined = Tensor.concat(0, parts);
            return joined.logSumExp().add(one.max(0).max()).add(two.logSumExp(1).mean())
                    .add(body.neg().sum());
        }
    }
}
