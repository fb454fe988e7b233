package skein.lab.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import skein.lab.view.ChartStyle;

/** A {@link Plot} as a picture: its groups, drawn by XChart. */
final class PlotPicture {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;
    private static final double NARROW = 10;                 // axes below it have decimals
    private static final int FAINT = 0x50;                   // of 255
    private static final BasicStroke LINE =
            new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0);

    private final Map<String, Group> groups;
    private final boolean logarithmic;

    /**
     * A picture still to be drawn.
     *
     * @param groups      by name, in the legend's order; not copied, not modified
     * @param logarithmic each power of ten as high as the next; what is not above 0 is left out
     */
    PlotPicture(Map<String, Group> groups, boolean logarithmic) {
        this.groups = groups;
        this.logarithmic = logarithmic;
    }

    /** The groups as they are now. */
    BufferedImage draw(String title, String xLabel, String yLabel, boolean legend) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
                .xAxisTitle(xLabel).yAxisTitle(yLabel).build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(null).setLegendVisible(legend);
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
            case LEVEL -> across(group.runs().get(0L).get(0)[1]);
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
