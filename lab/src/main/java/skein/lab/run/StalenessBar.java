package skein.lab.run;

import java.util.ArrayList;
import java.util.List;
import skein.rl.telemetry.Staleness;

/**
 * A bar of a histogram of staleness.
 *
 * @param from    the smallest staleness in it
 * @param to      the largest
 * @param updates how many updates had one of these
 */
public record StalenessBar(long from, long to, long updates) {
    /**
     * {@return the bars from the first that is not empty to the last: one for each staleness if
     * there are no more than so many of them, else 0, 1, 2 .. 3, 4 .. 7 and so on, each twice as
     * wide as the one before}
     *
     * @param staleness of updates
     * @param most      so many
     */
    public static List<StalenessBar> of(Staleness staleness, int most) {
        long smallest = staleness.quantile(0);
        boolean single = staleness.quantile(1) - smallest < most && staleness.quantile(1) < 64;
        List<StalenessBar> bars = new ArrayList<>();
        for (long from = 0, to; from <= staleness.quantile(1); from = to + 1) {
            to = single || from == 0 ? from : 2 * from - 1;
            if (to >= smallest) bars.add(new StalenessBar(from, to, count(staleness, from, to)));
        }
        return bars;
    }

    private static long count(Staleness staleness, long from, long to) {
        long updates = 0;
        for (int bin = 0; bin < Staleness.bins(); bin++) {
            long lowest = Staleness.lowest(bin);
            if (lowest >= from && lowest <= to) updates += staleness.count(bin);
        }
        return updates;
    }

    /** {@return for example 3, or 4 .. 7} */
    public String label() {
        return from == to ? Long.toString(from) : from + " .. " + to;
    }
}
