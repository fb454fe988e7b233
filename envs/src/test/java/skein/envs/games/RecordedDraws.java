package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import skein.reference.MinAtarTrace.Draw;

/** A source of chance that gives recorded numbers, to those who ask for them in the same way. */
final class RecordedDraws implements RandomGenerator {
    private final Queue<Draw> next = new ArrayDeque<>();

    /** Gives these from now on; those before must all have been asked for. */
    void give(List<Draw> draws) {
        assertAllAskedFor();
        next.addAll(draws);
    }

    void assertAllAskedFor() {
        assertEquals(List.of(), List.copyOf(next), "draws that nobody asked for");
    }

    private double draw(int bound) {
        assertFalse(next.isEmpty(), "one draw too many, of bound " + bound);
        assertEquals(next.element().bound(), bound, "the bound, 0 for a real number");
        return next.remove().value();
    }

    @Override public double nextDouble() {
        return draw(0);
    }

    @Override public int nextInt(int bound) {
        return (int) draw(bound);
    }

    @Override public long nextLong() {
        throw new AssertionError("a game draws with nextDouble() and nextInt(n) alone");
    }
}
