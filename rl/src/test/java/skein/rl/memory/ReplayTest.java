package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both replays keep, forget and draw. */
class ReplayTest {
    static List<Replay> replays() {
        return List.of(replay(false, 6, 2), replay(true, 6, 2));
    }

    private static Replay replay(boolean prioritized, int capacity, int observationSize) {
        return Replay.of(capacity, observationSize, prioritized ? 0.6 : 0);
    }

    @Test void without_alpha_it_draws_all_alike() {
        assertEquals(List.of(UniformReplay.class, PrioritizedReplay.class),
                replays().stream().map(Object::getClass).toList());
    }

    /** A transition; observations are numbered in the order in which they were seen. */
    private record Seen(int s, int a, float r, boolean terminated) {
    }

    /** A replay, and a list of what must be in it. */
    private static final class Watched {
        final int capacity;
        final Replay replay;
        final Deque<Seen> present = new ArrayDeque<>();
        int seen;                            // observations

        Watched(boolean prioritized, int capacity) {
            this.capacity = capacity;
            replay = replay(prioritized, capacity, 2);
        }

        void begin() {
            replay.begin(observation());
            forget();
        }

        void step(int a, float r, boolean terminated) {
            present.add(new Seen(seen - 1, a, r, terminated));
            replay.add(a, r, observation(), terminated);
            forget();
        }

        private float[] observation() {
            seen++;
            return new float[] {seen - 1, -(seen - 1)};
        }

        /** The last observations are there, as many as there is room for. */
        private void forget() {
            while (!present.isEmpty() && present.peek().s() < seen - capacity) present.remove();
        }

        void check(SplittableRandom rng) {
            assertEquals(present.size(), replay.size());
            if (present.isEmpty()) return;
            Minibatch batch = Minibatch.of(8, 2);
            replay.sample(batch, 0.5, rng);
            for (int i = 0; i < 8; i++) {
                int s = (int) batch.s()[2 * i];
                assertTrue(present.contains(new Seen(s, batch.a()[i], batch.r()[i],
                        batch.terminated()[i])), "transition " + s + " of " + present);
                assertArrayEquals(new float[] {s, -s, s + 1, -s - 1}, new float[] {
                    batch.s()[2 * i], batch.s()[2 * i + 1],
                    batch.sPrime()[2 * i], batch.sPrime()[2 * i + 1]});
                assertTrue(batch.weights()[i] > 0 && batch.weights()[i] <= 1);
            }
        }
    }

    @Property void draws_what_was_added_and_never_what_was_overwritten(
            @ForAll boolean prioritized, @ForAll @IntRange(min = 2, max = 20) int capacity,
            @ForAll @IntRange(min = 1, max = 60) int steps, @ForAll long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        Watched watched = new Watched(prioritized, capacity);
        watched.begin();
        for (int k = 0; k < steps; k++) {
            boolean last = rng.nextInt(4) == 0;
            watched.step(rng.nextInt(5), rng.nextInt(100), last && rng.nextBoolean());
            watched.check(rng);
            if (last) watched.begin();
            watched.check(rng);
        }
    }

    @ParameterizedTest @MethodSource("replays")
    void each_transition_that_is_there_is_equally_likely_at_first(Replay replay) {
        replay.begin(new float[] {0, 0});
        for (int k = 1; k <= 9; k++) {                       // slots 0 .. 5 hold 6 7 8 9 4 5
            replay.add(k - 1, 0, new float[] {k, k}, false);
            if (k == 7) replay.begin(new float[] {7.5f, 7.5f});
        }
        // observations 0 .. 7, 7.5, 8, 9: of the last 6, 5 to 6, 6 to 7, 7.5 to 8, 8 to 9
        assertEquals(4, replay.size());
        int draws = 100_000;
        int[] count = new int[9];
        Minibatch batch = Minibatch.of(10, 2);
        SplittableRandom rng = new SplittableRandom(1);
        for (int k = 0; k < draws / 10; k++) {
            replay.sample(batch, 0.4, rng);
            for (int a : batch.a()) count[a]++;
            for (float weight : batch.weights()) assertEquals(1, weight);
        }
        double chiSquare = 0;
        for (int a = 0; a < 9; a++) {
            double expected = a >= 5 ? draws / 4.0 : 0;
            if (expected == 0) assertEquals(0, count[a]);
            else chiSquare += (count[a] - expected) * (count[a] - expected) / expected;
        }
        assertTrue(chiSquare < 16.3, "χ² = " + chiSquare);   // 3 degrees of freedom, 99.9 %
    }

    @ParameterizedTest @MethodSource("replays")
    void keeps_what_was_observed_even_if_the_world_reuses_its_array(Replay replay) {
        float[] reused = {1, 2};
        replay.begin(reused);
        Arrays.fill(reused, 3);
        replay.add(4, 0.5, reused, true);
        Arrays.fill(reused, 9);
        Minibatch batch = Minibatch.of(1, 2);
        replay.sample(batch, 1, new SplittableRandom(1));
        assertArrayEquals(new float[] {1, 2}, batch.s());
        assertArrayEquals(new float[] {3, 3}, batch.sPrime());
        assertEquals(4, batch.a()[0]);
        assertEquals(0.5f, batch.r()[0]);
        assertTrue(batch.terminated()[0]);
    }

    @ParameterizedTest @MethodSource("replays")
    void refuses_to_draw_from_nothing_and_to_step_from_nowhere(Replay replay) {
        Minibatch batch = Minibatch.of(1, 2);
        assertEquals("This replay knows no observation to step from. Call begin(s) first.",
                assertThrows(IllegalStateException.class,
                        () -> replay.add(0, 0, new float[2], false)).getMessage());
        replay.begin(new float[2]);
        assertEquals("This replay has no transitions yet. Call add() before sample().",
                assertThrows(IllegalStateException.class,
                        () -> replay.sample(batch, 1, new SplittableRandom(1))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> replay.begin(new float[3]));
    }

    @Test void refuses_a_capacity_that_is_too_small_or_more_than_an_array_can_hold() {
        assertEquals("capacity must be at least 2, for an observation and the next, but got 1.",
                assertThrows(IllegalArgumentException.class, () -> new UniformReplay(1, 4))
                        .getMessage());
        assertEquals("capacity must be at most 76087 for observations of 28224 floats, but got "
                + "1000000.", assertThrows(IllegalArgumentException.class,
                        () -> new UniformReplay(1_000_000, 84 * 84 * 4)).getMessage());
    }
}
