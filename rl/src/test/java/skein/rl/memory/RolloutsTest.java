package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** Two worlds, observations of one float, two actions. */
class RolloutsTest {
    private final Rollouts rollouts = new Rollouts(3, 2, 1, 2);
    private final Tape tape = new Tape(Kernels.create());

    private Tensor values(float... values) {
        return tape.constant(values, values.length);
    }

    private Tensor logits(float... logits) {
        return tape.constant(logits, 2, 2);
    }

    /** A step of both worlds: s = [t] and [10 + t], V = s, rewards t and −t, actions 0 and 1. */
    private void step(int t) {
        rollouts.begin(new float[][] {{t}, {10 + t}}, logits(t, 0, 10 + t, 0), values(t, 10 + t));
        rollouts.add(0, 0, t);
        rollouts.add(1, 1, -t);
    }

    @Test void rows_are_step_by_step_and_in_each_step_world_by_world() {
        step(1);
        step(2);
        Samples samples = rollouts.samples();
        assertEquals(4, samples.size());
        assertArrayEquals(new float[] {1, 11, 2, 12}, first(4, samples.observations()));
        assertArrayEquals(new int[] {0, 1, 0, 1}, Arrays.copyOf(samples.worlds(), 4));
        assertArrayEquals(new int[] {0, 1, 0, 1}, Arrays.copyOf(samples.actions(), 4));
        assertArrayEquals(new float[] {1, -1, 2, -2}, first(4, rollouts.rewards()));
        assertArrayEquals(new float[] {1, 0, 11, 0, 2, 0, 12, 0}, first(8, samples.logits()));
        assertArrayEquals(new float[] {1, 11, 2, 12}, first(4, samples.values()));
        // log π of action 0 of (1, 0) and of action 1 of (11, 0)
        assertEquals(1 - Math.log(Math.E + 1), samples.logPi()[0], 1e-6);
        assertEquals(-Math.log(Math.exp(11) + 1), samples.logPi()[1], 1e-5);
    }

    private static float[] first(int n, float[] array) {
        return Arrays.copyOf(array, n);
    }

    @Test void each_step_leads_to_the_V_of_the_same_world_one_step_later() {
        step(1);
        step(2);
        rollouts.bootstrap(values(3, 13));
        assertArrayEquals(new float[] {2, 12, 3, 13}, first(4, rollouts.nextValues()));
        assertArrayEquals(new boolean[6], rollouts.samples().last());
    }

    @Test void step_that_ended_leads_to_what_was_said_then_and_not_to_the_next_episode() {
        step(1);
        rollouts.end(1, 0);
        step(2);
        rollouts.end(0, 7);
        rollouts.bootstrap(values(3, 13));
        assertArrayEquals(new float[] {2, 0, 7, 13}, first(4, rollouts.nextValues()));
        assertArrayEquals(new boolean[] {false, true, true, false},
                Arrays.copyOf(rollouts.samples().last(), 4));
    }

    @Test void ends_of_the_last_time_are_forgotten() {
        step(1);
        rollouts.end(0, 7);
        rollouts.clear();
        step(1);
        rollouts.bootstrap(values(3, 13));
        assertArrayEquals(new float[] {3, 13}, first(2, rollouts.nextValues()));
        assertArrayEquals(new boolean[2], Arrays.copyOf(rollouts.samples().last(), 2));
    }

    @Test void keeps_what_was_observed_even_if_a_world_reuses_its_array() {
        float[][] s = {{1}, {2}};
        rollouts.begin(s, logits(0, 0, 0, 0), values(0, 0));
        s[0][0] = 9;
        s[1][0] = 9;
        assertArrayEquals(new float[] {1, 2}, first(2, rollouts.samples().observations()));
    }

    @Test void refuses_a_step_too_many_and_an_observation_of_another_size() {
        for (int t = 0; t < 3; t++) step(t);
        RuntimeException e = assertThrows(IllegalStateException.class, () -> step(3));
        assertEquals("These samples hold 6 rows and are full. Learn from them and call clear().",
                e.getMessage());
        rollouts.clear();
        assertThrows(IllegalArgumentException.class, () -> rollouts.begin(new float[2][2],
                logits(0, 0, 0, 0), values(0, 0)));
        for (int steps : new int[] {0, 1}) {
            e = assertThrows(IllegalArgumentException.class,
                    () -> new Rollouts(steps, 1 - steps, 1, 1));
            assertEquals("Rollouts are of at least 1 step of 1 world, but t_max is " + steps
                    + " and there are " + (1 - steps) + " worlds.", e.getMessage());
        }
        e = assertThrows(IllegalArgumentException.class, () -> new Samples(0, 1, 1));
        assertEquals("Samples need room for at least 1 row, but got 0.", e.getMessage());
    }

    @Test void minibatches_hold_every_row_exactly_once_whole_and_in_another_order_each_time() {
        for (int t = 0; t < 3; t++) step(t);
        Samples all = rollouts.samples();
        for (int i = 0; i < 6; i++) {
            all.advantages()[i] = all.observations()[i] + 100;
            all.returns()[i] = all.observations()[i] + 200;
        }
        Minibatches minibatches = new Minibatches(all, 6, 1, 4, 1, 2);
        SplittableRandom rng = new SplittableRandom(1);
        float[] before = {};
        for (int epoch = 0; epoch < 5; epoch++) {
            minibatches.shuffle(rng);
            float[] seen = new float[6];
            int k = 0;
            for (int m = 0; m < 4; m++) {
                Samples batch = minibatches.get(m);
                assertEquals(m < 2 ? 2 : 1, batch.size());           // 6 = 2 + 2 + 1 + 1
                for (int i = 0; i < batch.size(); i++) seen[k++] = checkedRow(batch, i);
            }
            assertEquals(false, Arrays.equals(before, seen));
            before = seen.clone();
            Arrays.sort(seen);
            assertArrayEquals(new float[] {0, 1, 2, 10, 11, 12}, seen);
        }
    }

    /** All parts of a row belong to its observation. */
    private static float checkedRow(Samples batch, int i) {
        float s = batch.observations()[i];
        assertEquals(s < 10 ? 0 : 1, batch.actions()[i]);
        assertEquals(s, batch.logits()[2 * i]);
        assertEquals(0, batch.logits()[2 * i + 1]);
        assertEquals(s < 10 ? s - Math.log(Math.exp(s) + 1) : -Math.log(Math.exp(s) + 1),
                batch.logPi()[i], 1e-5);
        assertEquals(s, batch.values()[i]);
        assertEquals(s + 100, batch.advantages()[i]);
        assertEquals(s + 200, batch.returns()[i]);
        return s;
    }

    @Test void a_row_of_other_samples_is_copied_whole() {
        Samples two = new Samples(2, 2, 3);
        float[] logits = {1, 2, 3, 4, 5, 6};
        two.add(new float[] {1, 2}, logits, 0, 7);
        two.add(new float[] {3, 4}, logits, 1, 8);
        Samples reversed = new Samples(2, 2, 3);
        reversed.add(two, 1);
        reversed.add(two, 0);
        assertArrayEquals(new float[] {3, 4, 1, 2}, reversed.observations());
        assertArrayEquals(new float[] {4, 5, 6, 1, 2, 3}, reversed.logits());
        assertArrayEquals(new float[] {8, 7}, reversed.values());
        assertArrayEquals(new int[] {1, 0}, reversed.worlds());
    }

    @Test void minibatches_of_sequences_hold_whole_worlds_step_by_step() {
        Rollouts five = new Rollouts(3, 5, 1, 2);
        float[] zeros = new float[10];
        for (int t = 0; t < 3; t++) {
            float[][] s = new float[5][1];
            for (int n = 0; n < 5; n++) s[n][0] = 10 * n + t;
            five.begin(s, tape.constant(zeros, 5, 2), tape.constant(zeros, 5));
            for (int n = 0; n < 5; n++) five.add(n, 0, 0);
            if (t == 1) five.end(3, 0);
        }
        Minibatches minibatches = new Minibatches(five.samples(), 15, 3, 2, 1, 2);
        minibatches.shuffle(new SplittableRandom(1));
        boolean[] dealt = new boolean[5];
        for (int m = 0; m < 2; m++) {
            Samples batch = minibatches.get(m);
            int W = 3 - m;                                   // 5 = 3 + 2
            assertEquals(3 * W, batch.size());
            for (int i = 0; i < batch.size(); i++) {
                int n = batch.worlds()[i];
                assertEquals(batch.worlds()[i % W], n);
                assertEquals(10 * n + i / W, batch.observations()[i]);
                assertEquals(n == 3 && i / W == 1, batch.last()[i]);
                dealt[n] = true;
            }
        }
        assertArrayEquals(new boolean[] {true, true, true, true, true}, dealt);
    }

    @Test void more_minibatches_than_there_is_to_deal_are_refused() {
        refused("minibatches must be 1 .. 6, as many as there are rows, but got 7.", 1, 7);
        refused("minibatches must be 1 .. 6, as many as there are rows, but got 0.", 1, 0);
        refused("minibatches must be 1 .. 2, as many as there are worlds, but got 3.", 3, 3);
    }

    private void refused(String sentence, int steps, int count) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                () -> new Minibatches(rollouts.samples(), 6, steps, count, 1, 2)).getMessage());
    }
}
