package skein.lab.run;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import skein.lab.error.UserError;
import skein.lab.view.ChartStyle;
import skein.lab.view.Png;

/** The learning curve of a run: return against environment steps. */
public final class Curve {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int LEGEND_PADDING = 14;
    private static final DecimalFormatSymbols US = DecimalFormatSymbols.getInstance(Locale.US);
    private static final Color BLUE = new Color(0x2563AF);
    private static final Color ORANGE = new Color(0xE07B00);
    private static final Color GREEN = new Color(0x4C9A52);
    private static final BasicStroke LINE =
            new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0);

    private Curve() {}

    /**
     * Draws {@code curve.png} and {@code curve.svg}.
     *
     * @param run    the folder to draw into
     * @param title  for example "A3C on cartpole, 2 threads, seed 1"
     * @param rows   the run's progress, in order
     * @param solved the mean return from which the world counts as solved, if it has one
     * @return whether there was something to draw: there is not before an episode has ended
     * @throws UserError if it cannot be drawn, by a Java without fonts say, or cannot be written
     */
    public static boolean draw(RunFolder run, String title, List<ProgressCsv.Row> rows,
                               OptionalDouble solved) {
        if (rows.stream().noneMatch(row -> Double.isFinite(row.meanReturn100()))) return false;
        explained(() -> save(chart(title, rows, solved), run));
        return true;
    }

    /** Without fonts AWT throws nearly anything, from NullPointerException to InternalError. */
    static void explained(Runnable drawing) {
        try {
            drawing.run();
        } catch (UserError e) {
            throw new UserError("No curve was drawn. " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
            throw new UserError("No curve was drawn: this Java cannot draw text here (" + e
                    + "). Installing fontconfig and a font helps.", e);
        }
    }

    private static void save(XYChart chart, RunFolder run) {
        AtomicFile.write(run.curvePng(),
                out -> out.write(Png.encoded(BitmapEncoder.getBufferedImage(chart))));
        AtomicFile.write(run.curveSvg(), svg(chart)::writeTo);
    }

    /** All of it before a file is opened: the encoder hides why a disk refuses. */
    private static ByteArrayOutputStream svg(XYChart chart) {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be written.", e);
        }
        return svg;
    }

    private static XYChart chart(String title, List<ProgressCsv.Row> rows, OptionalDouble solved) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
                .xAxisTitle("environment steps T").yAxisTitle("return of an episode").build();
        ChartStyle.apply(chart.getStyler());
        long lastSteps = rows.get(rows.size() - 1).steps();
        chart.getStyler().setXAxisMax(1.03 * lastSteps);     // room for the last tick's label
        chart.getStyler().setLegendPadding(LEGEND_PADDING);
        add(chart, "mean of the last 100 episodes", rows, ProgressCsv.Row::meanReturn100,
                BLUE, LINE, SeriesMarkers.NONE);
        add(chart, "evaluation", rows, ProgressCsv.Row::evaluation,
                ORANGE, THIN, SeriesMarkers.CIRCLE);
        if (solved.isPresent()) addSolved(chart, solved.getAsDouble(), rows);
        if (rows.stream().noneMatch(row -> row.meanReturn100() < 0 || row.evaluation() < 0)) {
            chart.getStyler().setYAxisMin(0.0);
        }
        return chart;
    }

    /** Latest first, because XChart puts its ticks at odd places on ascending, even data. */
    private static void add(XYChart chart, String name, List<ProgressCsv.Row> rows,
                            ToDoubleFunction<ProgressCsv.Row> value,
                            Color color, BasicStroke stroke, Marker marker) {
        List<ProgressCsv.Row> known = new ArrayList<>(rows);
        known.removeIf(row -> !Double.isFinite(value.applyAsDouble(row)));
        if (known.isEmpty()) return;
        Collections.reverse(known);
        double[] x = known.stream().mapToDouble(ProgressCsv.Row::steps).toArray();
        double[] y = known.stream().mapToDouble(value).toArray();
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(marker).setMarkerColor(color).setLineColor(color).setLineStyle(stroke);
    }

    private static void addSolved(XYChart chart, double solved, List<ProgressCsv.Row> rows) {
        double[] x = {0, rows.get(rows.size() - 1).steps()};
        double[] y = {solved, solved};
        String name = "solved: " + new DecimalFormat(ChartStyle.Y_PATTERN, US).format(solved);
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE).setLineColor(GREEN).setLineStyle(DASHED);
    }
}
