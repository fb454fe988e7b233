package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessTest {
    /** Each of these once. */
    private static Staleness of(long... values) {
        long[] counts = new long[Staleness.bins()];
        double sum = 0;
        for (long value : values) {
            counts[Staleness.bin(value)]++;
            sum += value;
        }
        return new Staleness(counts, sum);
    }

    @ParameterizedTest(name = "{0} is in {1} .. {2}")
    @CsvSource({"0, 0, 0", "1, 1, 1", "63, 63, 63", "64, 64, 127", "127, 64, 127", "128, 128, 255",
        "255, 128, 255", "256, 256, 511", "2147483647, 1073741824, 2147483647"})
    void a_staleness_is_in_its_own_bin_or_its_octave(long value, long lowest, long highest) {
        int bin = Staleness.bin(value);
        assertEquals(lowest, Staleness.lowest(bin));
        assertEquals(highest, Staleness.lowest(bin + 1) - 1);
    }

    @Test void what_no_run_can_have_is_in_the_last_bin() {
        assertEquals(Staleness.bins() - 1, Staleness.bin(Long.MAX_VALUE));
    }

    @Test void of_0_1_1_2_and_200_the_mean_is_40_point_8_and_the_median_1() {
        Staleness five = of(0, 1, 1, 2, 200);
        assertEquals(5, five.updates());
        assertEquals(2, five.count(1));
        assertEquals(40.8, five.mean(), 1e-12);              // 204 / 5
        assertEquals(0, five.quantile(0));
        assertEquals(1, five.quantile(0.5));                 // the third of five
        assertEquals(2, five.quantile(0.8));
        assertEquals(255, five.quantile(1));                 // 200 is in 128 .. 255
    }

    @Test void of_nothing_there_is_no_mean_and_no_quantile() {
        assertEquals(Double.NaN, Staleness.none().mean());
        assertEquals(-1, Staleness.none().quantile(0.5));
    }

    @Test void what_is_added_can_be_taken_away() {
        Staleness both = of(0, 3).plus(of(3, 70));
        assertEquals(2, both.count(3));
        assertEquals(19, both.mean());                       // 76 / 4
        Staleness later = both.minus(of(0, 3));
        assertEquals(1, later.count(3));
        assertEquals(0, later.count(0));
        assertEquals(36.5, later.mean());                    // (3 + 70) / 2
    }
}
