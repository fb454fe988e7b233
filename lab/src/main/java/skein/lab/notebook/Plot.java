package skein.lab.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import skein.lab.view.ChartStyle;

/**
 * A chart of lines, points and bars by name. Any thread may add to it while another shows it.
 *
 * <p>What was tried several times, with several seeds say, has several runs under one name: each
 * becomes a thin line, and their mean, as far as all runs have points there, a thick one.
 */
public final class Plot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final double NARROW = 10;                 // axes below it have decimals
    private static final int[] COLORS =
        {0x2563AF, 0xE07B00, 0x4C9A52, 0xB2457F, 0x7A5BB5, 0x8A6D3B};
    private static final int FAINT = 0x50;                   // of 255
    private static final BasicStroke LINE =
            new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0);

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
    public void add(String name, int run, double x, double y) {
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

    private synchronized void add(Group.Kind kind, String name, int run, double x, double y) {
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
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
                .xAxisTitle(xLabel).yAxisTitle(yLabel).build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(null).setLegendVisible(legend)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal);
        if (logarithmic) {
            chart.getStyler().setYAxisLogarithmic(true).setYAxisDecimalPattern("0E0");
        }
        if (spread(0) < NARROW) chart.getStyler().setXAxisDecimalPattern(ChartStyle.Y_PATTERN);
        if (groups.isEmpty()) chart.addSeries(" ", new double[] {0}, new double[] {0});
        groups.forEach((name, group) -> draw(chart, name, group));
        return BitmapEncoder.getBufferedImage(chart);
    }

    private void draw(XYChart chart, String name, Group group) {
        Color color = new Color(group.color());
        if (group.runs().size() > 1) {
            group.runs().forEach((run, points) -> series(chart, name + " " + run, points)
                    .setLineColor(faint(color)).setLineStyle(THIN).setShowInLegend(false));
        }
        List<double[]> points = switch (group.kind()) {
            case LEVEL -> across(group.runs().get(0).get(0)[1]);
            default -> group.mean();
        };
        if (points.isEmpty()) return;
        XYSeries series = group.kind() == Group.Kind.BARS ? bars(chart, name, points, color)
                : series(chart, name, points);
        series.setMarkerColor(color).setLineColor(color)
                .setLineStyle(group.kind() == Group.Kind.LEVEL ? DASHED : LINE);
        if (group.kind() == Group.Kind.POINTS) {
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                    .setMarker(SeriesMarkers.CIRCLE);
        }
    }

    private static Color faint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
    }

    /** Latest first, because XChart puts its ticks at odd places on ascending, even data. */
    private XYSeries series(XYChart chart, String name, List<double[]> points) {
        List<double[]> reversed = new ArrayList<>(points);
        if (logarithmic) reversed.removeIf(point -> point[1] <= 0);
        Collections.reverse(reversed);
        return inOrder(chart, name, reversed);
    }

    private static XYSeries inOrder(XYChart chart, String name, List<double[]> points) {
        double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
        return (XYSeries) chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    }

    private static XYSeries bars(XYChart chart, String name, List<double[]> points, Color color) {
        XYSeries bars = inOrder(chart, name, points);
        bars.setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea).setFillColor(faint(color));
        return bars;
    }

    private List<double[]> across(double y) {
        return List.of(new double[] {least(0), y}, new double[] {least(0) + spread(0), y});
    }

    private double spread(int axis) {
        return places(axis).max().orElse(1) - least(axis);
    }

    private double least(int axis) {
        return places(axis).min().orElse(0);
    }

    /** Of all that is not a level, which is everywhere. */
    private DoubleStream places(int axis) {
        return groups.values().stream().filter(g -> g.kind() != Group.Kind.LEVEL)
                .flatMap(g -> g.runs().values().stream()).flatMap(List::stream)
                .mapToDouble(point -> point[axis]);
    }
}
