package skein.rl.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SumTreeTest {
    @Test void of_3_1_2_4_partial_sums_are_3_4_6_10() {
        SumTree tree = tree(3, 1, 2, 4);
        assertEquals(10, tree.total());
        int[] found = new int[10];
        for (int u = 0; u < 10; u++) found[u] = tree.find(u);
        assertArrayEquals(new int[] {0, 0, 0, 1, 2, 2, 3, 3, 3, 3}, found);
    }

    private static SumTree tree(double... numbers) {
        SumTree tree = new SumTree(numbers.length);
        for (int i = 0; i < numbers.length; i++) tree.set(i, numbers[i]);
        return tree;
    }

    /** Whole numbers, so that all sums are exact and can be compared with a walk from the left. */
    @Property void finds_what_a_walk_from_the_left_finds(@ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 200) int changes, @ForAll long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        SumTree tree = new SumTree(n);
        double[] p = new double[n];
        double total = 0;
        for (int k = 0; k < changes; k++) {
            int i = rng.nextInt(n);
            double changed = rng.nextInt(3) == 0 ? 0 : rng.nextInt(1000);
            total += changed - p[i];
            p[i] = changed;
            tree.set(i, p[i]);
            assertEquals(total, tree.total());
            assertEquals(p[i], tree.get(i));
        }
        if (total == 0) return;
        double u = rng.nextDouble() * total;
        int walked = 0;
        for (double sum = p[0]; sum <= u; sum += p[walked]) walked++;
        assertEquals(walked, tree.find(u));
    }

    @Property void never_finds_a_zero_whatever_was_rounded(
            @ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        SumTree tree = new SumTree(n);
        tree.set(rng.nextInt(n), 1);
        for (int k = 0; k < n / 2; k++) {
            tree.set(rng.nextInt(n), Math.pow(10, rng.nextInt(40) - 20) * rng.nextDouble());
        }
        for (double u : new double[] {0, Math.nextDown(tree.total()), tree.total(),
            rng.nextDouble() * tree.total()}) {
            assertTrue(tree.get(tree.find(u)) > 0, "u = " + u);
        }
    }

    @Test void million_changes_leave_no_rounding_behind() {
        SplittableRandom rng = new SplittableRandom(1);
        SumTree tree = new SumTree(37);
        for (int k = 0; k < 1_000_000; k++) tree.set(rng.nextInt(37), 1e6 * rng.nextDouble());
        for (int i = 0; i < 37; i++) tree.set(i, 0);
        assertEquals(0, tree.total());
    }

    @Test void frequencies_are_proportional_to_the_numbers() {
        double[] p = {0.5, 0, 3, 1, 2.5, 0.01, 7};
        SumTree tree = tree(p);
        SplittableRandom rng = new SplittableRandom(1);
        int[] count = new int[p.length];
        int draws = 200_000;
        for (int k = 0; k < draws; k++) count[tree.find(rng.nextDouble() * tree.total())]++;
        double chiSquare = 0;
        for (int i = 0; i < p.length; i++) {
            double expected = draws * p[i] / tree.total();
            if (p[i] == 0) assertEquals(0, count[i]);
            else chiSquare += (count[i] - expected) * (count[i] - expected) / expected;
        }
        assertTrue(chiSquare < 20.5, "χ² = " + chiSquare);   // 5 degrees of freedom, 99.9 %
    }

    @Test void numbers_that_are_no_priorities_and_places_that_are_not_there_are_refused() {
        SumTree tree = new SumTree(3);
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> tree.set(0, bad));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> tree.set(3, 1));
        assertThrows(IllegalArgumentException.class, () -> new SumTree(0));
    }
}
