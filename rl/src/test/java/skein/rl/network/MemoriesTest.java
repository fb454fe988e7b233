package skein.rl.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Parameters;
import skein.tensor.Tensor;

/**
 * An actor-critic with an LSTM in three worlds at once, against one for each world by itself: what
 * it remembers, what it forgets, and how far its gradient goes.
 */
class MemoriesTest {
    private static final int STEPS = 4;
    private static final int N = 3;

    private final ActorCriticNetwork network = new ActorCriticNetwork(
            Trunk.mlp(new Layout(), "trunk", 2, 8).withLstm(4), 2);
    private final Parameters theta = network.layout().initialize(new SplittableRandom(3));
    private final Parameters d = network.layout().zeros();
    private final BatchedActorCritic together =
            new BatchedActorCritic(network, theta.withGradient(d), N);
    private final ActorCritic[] alone = new ActorCritic[N];
    private final Parameters dAlone = network.layout().zeros();
    private final float[] observations = new float[STEPS * N * 2];
    private final boolean[] last = new boolean[STEPS * N];
    private final float[] acted = new float[STEPS * N * 2];  // logits

    /** All have lived two steps; then the segment begins, and lasts four. */
    MemoriesTest() {
        SplittableRandom rng = new SplittableRandom(5);
        for (int i = 0; i < observations.length; i++) observations[i] = (float) rng.nextGaussian();
        Arrays.setAll(alone, n -> new ActorCritic(network, theta.withGradient(dAlone)));
        for (int t = 2; t < 4; t++) act(t);
        together.startSegment();
        for (ActorCritic one : alone) one.startSegment();
    }

    /** Row t of the observations, in all worlds and in each. */
    private void act(int t) {
        together.look(rows(t));
        System.arraycopy(together.logits().toArray(), 0, acted, 2 * N * t, 2 * N);
        for (int n = 0; n < N; n++) {
            assertArrayEquals(alone[n].logits(s(t, n)).toArray(), row(acted, t, n), 1e-6f);
        }
    }

    /** The episode of world n ends with step t, and another begins. */
    private void end(int t, int n) {
        last[N * t + n] = true;
        together.startEpisode(n);
        alone[n].startEpisode();
    }

    private float[][] rows(int t) {
        float[][] s = new float[N][];
        Arrays.setAll(s, n -> s(t, n));
        return s;
    }

    private float[] s(int t, int n) {
        return row(observations, t, n);
    }

    private static float[] row(float[] of, int t, int n) {
        return Arrays.copyOfRange(of, 2 * (N * t + n), 2 * (N * t + n) + 2);
    }

    @Test void each_world_is_remembered_by_itself() {
        for (int t = 0; t < STEPS; t++) act(t);
    }

    @Test void value_of_a_world_and_of_all_leave_everything_as_it_was() {
        act(0);
        float[] logits = together.logits().toArray();
        for (int n = 0; n < N; n++) {
            assertEquals(alone[n].value(s(1, n)), together.value(n, s(1, n)), 1e-6f);
        }
        Tensor values = together.values(rows(1));
        for (int n = 0; n < N; n++) assertEquals(alone[n].value(s(1, n)), values.get(n), 1e-6f);
        assertArrayEquals(logits, together.logits().toArray());
        act(1);
    }

    @Test void world_whose_episode_ended_forgets_and_the_others_do_not() {
        act(0);
        end(0, 1);
        act(1);
        assertFalse(Arrays.equals(alone[0].logits(s(2, 0)).toArray(),
                new ActorCritic(network, theta).logits(s(2, 0)).toArray()));
    }

    @Test void learning_sees_what_acting_saw_also_when_episodes_ended_within() {
        playWithEnds();
        together.forward(observations, STEPS * N, worlds(0, 1, 2), last);
        assertArrayEquals(acted, together.logits().toArray(), 1e-6f);
    }

    private void playWithEnds() {
        act(0);
        act(1);
        end(1, 0);
        end(1, 2);
        act(2);
        end(2, 2);
        act(3);
        end(3, 1);                                           // with the last step: nothing to cut
    }

    private static int[] worlds(int... each) {
        int[] worlds = new int[STEPS * each.length];
        Arrays.setAll(worlds, i -> each[i % each.length]);
        return worlds;
    }

    @Test void learning_of_some_worlds_begins_with_their_own_states() {
        playWithEnds();
        float[] s = new float[STEPS * 2 * 2];
        boolean[] ends = new boolean[STEPS * 2];
        int[] chosen = worlds(2, 0);
        for (int i = 0; i < ends.length; i++) {
            System.arraycopy(s(i / 2, chosen[i]), 0, s, 2 * i, 2);
            ends[i] = last[N * (i / 2) + chosen[i]];
        }
        together.forward(s, ends.length, chosen, ends);
        for (int i = 0; i < ends.length; i++) {
            assertArrayEquals(row(acted, i / 2, chosen[i]),
                    Arrays.copyOfRange(together.logits().toArray(), 2 * i, 2 * i + 2), 1e-6f);
        }
    }

    @Test void rows_of_no_world_are_refused() {
        assertEquals("2-8-lstm4-(2,1) remembers: say of which world each row is, and where "
                + "episodes ended, forward(s, batch, worlds, last).",
                assertThrows(IllegalStateException.class,
                        () -> together.forward(observations, N)).getMessage());
    }

    @Test void gradient_goes_back_to_the_begin_of_the_episode_or_of_the_segment() {
        act(0);
        act(1);
        end(1, 1);
        act(2);
        act(3);
        together.forward(observations, STEPS * N, worlds(0, 1, 2), last);
        together.backward(together.logits().square().sum());
        for (int n : new int[] {0, 2}) learnAlone(alone[n], n, 0, STEPS);
        learnAlone(alone[1], 1, 0, 2);
        learnAlone(new ActorCritic(network, theta.withGradient(dAlone)), 1, 2, STEPS);
        assertArrayEquals(dAlone.values(), d.values(), 1e-4f);
    }

    private void learnAlone(ActorCritic one, int n, int from, int to) {
        float[] s = new float[2 * (to - from)];
        for (int t = from; t < to; t++) System.arraycopy(s(t, n), 0, s, 2 * (t - from), 2);
        one.forward(s, to - from);
        one.backward(one.logits().square().sum());
    }
}
