package skein.lab.notebook;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A chart of lines, points and bars by name. Any thread may add to it while another shows it.
 *
 * <p>What was tried several times, with several seeds say, has several runs under one name: each
 * becomes a thin line, and their mean, as far as all runs have points there, a thick one.
 */
public final class Plot {
    private static final int[] COLORS =
        {0x2563AF, 0xE07B00, 0x4C9A52, 0xB2457F, 0x7A5BB5, 0x8A6D3B};

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final Map<String, Group> groups = new LinkedHashMap<>();    // guarded by this
    private boolean legend = true;
    private boolean logarithmic;

    /**
     * An empty chart.
     *
     * @param title  what it shows
     * @param xLabel quantity and unit of the horizontal axis
     * @param yLabel quantity and unit of the vertical axis
     */
    public Plot(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /** {@return this, each power of ten as high as the next; what is not above 0 is left out} */
    public Plot logarithmic() {
        logarithmic = true;
        return this;
    }

    /** {@return this, without a legend: for a chart of one thing} */
    public Plot withoutLegend() {
        legend = false;
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name for the legend; a line that is there goes on
     * @param x    where its points are
     * @param y    how high they are; as many
     * @return this
     */
    public Plot line(String name, double[] x, double[] y) {
        return all(Group.Kind.LINE, name, x, y);
    }

    /**
     * Adds a line through heights at 0, 1, 2, ...
     *
     * @param name for the legend
     * @param y    how high it is at each
     * @return this
     */
    public Plot line(String name, double... y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return all(Group.Kind.LINE, name, x, y);
    }

    /**
     * Adds points without a line.
     *
     * @param name for the legend
     * @param x    where they are
     * @param y    how high they are; as many
     * @return this
     */
    public Plot points(String name, double[] x, double[] y) {
        return all(Group.Kind.POINTS, name, x, y);
    }

    /**
     * Adds bars that count how many values are where.
     *
     * @param name   for the legend
     * @param values what to count; at least one
     * @param bins   how many bars of equal width, at least 1
     * @return this
     */
    public Plot histogram(String name, double[] values, int bins) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double width = high > low ? (high - low) / bins : 1;
        double[] x = new double[bins + 1];
        double[] counts = new double[bins + 1];              // the last one ends the last bar
        Arrays.setAll(x, k -> low + k * width);
        for (double value : values) counts[Math.min(bins - 1, (int) ((value - low) / width))]++;
        return all(Group.Kind.BARS, name, x, counts);
    }

    /**
     * Adds a dashed line across the whole chart, a mark to be reached for example.
     *
     * @param name for the legend
     * @param y    how high it is
     * @return this
     */
    public Plot level(String name, double y) {
        return all(Group.Kind.LEVEL, name, new double[] {0}, new double[] {y});
    }

    /**
     * Adds a point to a line.
     *
     * @param name for the legend
     * @param x    where it is
     * @param y    how high it is
     */
    public void add(String name, double x, double y) {
        add(name, 0, x, y);
    }

    /**
     * Adds a point to one of several lines of one name.
     *
     * @param name for the legend
     * @param run  which of them, a seed for example
     * @param x    where the point is
     * @param y    how high it is; if it is not finite, nothing is added
     */
    public void add(String name, long run, double x, double y) {
        add(Group.Kind.LINE, name, run, x, y);
    }

    private Plot all(Group.Kind kind, String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " places, but "
                    + y.length + " heights.");
        }
        for (int i = 0; i < x.length; i++) add(kind, name, 0, x[i], y[i]);
        return this;
    }

    private synchronized void add(Group.Kind kind, String name, long run, double x, double y) {
        if (!Double.isFinite(y)) return;
        Group group = groups.computeIfAbsent(name, n -> new Group(kind,
                COLORS[groups.size() % COLORS.length], new TreeMap<>()));
        group.runs().computeIfAbsent(run, r -> new ArrayList<>()).add(new double[] {x, y});
    }

    /** The line, of several runs their mean: {x, y} of each point. */
    synchronized List<double[]> mean(String name) {
        return groups.get(name).mean();
    }

    /** The chart as it is now. */
    synchronized BufferedImage draw() {
        return new PlotPicture(groups, logarithmic).draw(title, xLabel, yLabel, legend);
    }
}
