package skein.lab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What has one name and one color in a {@link Plot}.
 *
 * @param kind  how it is drawn
 * @param color 0xRRGGBB
 * @param runs  by number, each of {x, y} in the order in which they came; not copied
 */
record Group(Kind kind, int color, Map<Long, List<double[]>> runs) {
    enum Kind { LINE, POINTS, BARS, LEVEL }

    /** Where all runs have a point, their mean; {x, y}, in the first run's order. */
    List<double[]> mean() {
        List<double[]> mean = new ArrayList<>();
        for (double[] point : runs.values().iterator().next()) {
            double sum = 0;
            int found = 0;
            for (List<double[]> run : runs.values()) {
                double[] same = run.stream().filter(p -> p[0] == point[0]).findFirst()
                        .orElse(null);
                if (same == null) break;
                sum += same[1];
                found++;
            }
            if (found == runs.size()) mean.add(new double[] {point[0], sum / found});
        }
        return mean;
    }
}
