package skein.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import skein.bench.CourseResult.Score;

/**
 * What {@code bench/course/run} measured, against the number of threads: {@code training.png},
 * steps per second and speed-up of each algorithm on each world, and {@code update.png}, weights
 * per nanosecond of the shared update in each mode. Error bars are standard deviations of JMH's
 * iterations. The ideal line rises with the threads until every core has one.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.CoursePictures FOLDER}, a folder
 * with JMH's results as JSON.
 */
public final class CoursePictures {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final Color INK = new Color(0x333333);
    private static final Color GRID = new Color(0xE6E6E6);
    private static final Color IDEAL = new Color(0x999999);
    private static final Color[] COLORS = {new Color(0x2563AF), new Color(0xE07B00),
        new Color(0x4C9A52), new Color(0xB03A5B), new Color(0x7A5BB5)};
    private static final BasicStroke LINE = new BasicStroke(2);
    private static final BasicStroke DASHED = new BasicStroke(1.5f, BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Scores by number of threads, of each line of a chart. */
    private static final class Lines extends TreeMap<String, TreeMap<Integer, Score>> {
        private static final long serialVersionUID = 1;

        void add(String line, int threads, Score score) {
            computeIfAbsent(line, x -> new TreeMap<>()).put(threads, score);
        }

        /** {@return the same as multiples of one thread; without lines that have no such score} */
        Lines speedUp() {
            Lines ratios = new Lines();
            forEach((line, scores) -> scores.forEach((threads, score) -> {
                Score one = scores.get(1);
                if (one != null) ratios.add(line, threads, score.over(one));
            }));
            return ratios;
        }
    }

    private CoursePictures() {
    }

    /**
     * Draws what there is to draw.
     *
     * @param args the folder
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] args) throws IOException {
        Arguments.run("CoursePictures FOLDER", args, given -> draw(given.folder("FOLDER")));
    }

    private static void draw(Path folder) throws IOException {
        System.setProperty("java.awt.headless", "true");
        List<CourseResult> results = CourseResult.in(folder);
        write(training(results), folder.resolve("training.png"));
        write(updates(results), folder.resolve("update.png"));
    }

    private static List<XYChart> training(List<CourseResult> results) {
        List<CourseResult> runs = results.stream()
                .filter(r -> r.benchmark().equals("Bench_10_Training.asynchronous")).toList();
        List<XYChart> charts = new ArrayList<>();
        for (String world : values(runs, "world")) {
            Lines lines = new Lines();
            for (CourseResult run : runs) {
                Map<String, String> p = run.params();
                if (p.get("world").equals(world)) {
                    lines.add(p.get("algorithm"), Integer.parseInt(p.get("learners")),
                            run.counters().get("steps"));
                }
            }
            XYChart speed = chart(world + ": training", "steps per second", lines);
            XYChart speedUp = chart(world + ": speed-up", "times one thread", lines.speedUp());
            speed.getStyler().setYAxisMin(0.0);
            speedUp.getStyler().setYAxisMin(0.0);
            ideal(speedUp, lines, 1);
            charts.addAll(List.of(speed, speedUp));
        }
        return charts;
    }

    private static List<XYChart> updates(List<CourseResult> results) {
        List<CourseResult> all = results.stream()
                .filter(r -> r.benchmark().equals("Bench_07_SharedUpdate.update")).toList();
        List<XYChart> charts = new ArrayList<>();
        for (String weights : values(all, "weights")) {
            for (String sharing : List.of("separate", "from-0", "staggered")) {
                Lines lines = new Lines();
                for (CourseResult r : all) {
                    Map<String, String> p = r.params();
                    if (p.get("weights").equals(weights) && p.get("sharing").equals(sharing)) {
                        lines.add(p.get("mode"), r.threads(),
                                drawable(r.counters().get("weights")));
                    }
                }
                if (lines.isEmpty()) continue;
                String title = String.format(Locale.ROOT, "%,d weights, arrays: %s",
                        Integer.parseInt(weights), sharing);
                XYChart chart = chart(title, "weights per ns, all threads", lines);
                chart.getStyler().setYAxisLogarithmic(true);
                Score one = lines.getOrDefault("fenced", new TreeMap<>()).get(1);
                if (one != null) ideal(chart, lines, one.mean());
                charts.add(chart);
            }
        }
        return charts;
    }

    /** With an error bar that a logarithmic axis has room for. */
    private static Score drawable(Score score) {
        return new Score(score.mean(), Math.min(score.deviation(), 0.9 * score.mean()));
    }

    /** The values that a parameter has, in the order in which they were measured. */
    private static Set<String> values(List<CourseResult> results, String param) {
        Set<String> values = new LinkedHashSet<>();
        results.forEach(r -> values.add(r.params().get(param)));
        return values;
    }

    private static XYChart chart(String title, String y, Lines lines) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
                .xAxisTitle("threads").yAxisTitle(y).build();
        chart.getStyler().setLocale(Locale.US);
        chart.getStyler().setXAxisMin(0.0).setXAxisDecimalPattern("0");
        chart.getStyler().setYAxisDecimalPattern("#,##0.###");
        chart.getStyler().setChartBackgroundColor(Color.WHITE).setChartFontColor(INK);
        chart.getStyler().setPlotGridLinesColor(GRID).setPlotBorderVisible(false);
        chart.getStyler().setErrorBarsColorSeriesColor(true).setMarkerSize(7);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setLegendBorderColor(GRID);
        chart.getStyler().setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int color = 0;
        for (Map.Entry<String, TreeMap<Integer, Score>> line : lines.entrySet()) {
            add(chart, line.getKey(), line.getValue(), COLORS[color++ % COLORS.length]);
        }
        return chart;
    }

    private static void add(XYChart chart, String name, TreeMap<Integer, Score> line, Color color) {
        double[] x = line.keySet().stream().mapToDouble(n -> n).toArray();
        XYSeries series = chart.addSeries(name, x, each(line, Score::mean),
                each(line, Score::deviation));
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
        series.setLineColor(color).setLineStyle(LINE);
    }

    private static double[] each(TreeMap<Integer, Score> line, Function<Score, Double> value) {
        return line.values().stream().mapToDouble(value::apply).toArray();
    }

    /** A point at every number of threads, because on a logarithmic axis the line is bent. */
    private static void ideal(XYChart chart, Lines lines, double one) {
        int most = lines.values().stream().mapToInt(TreeMap::lastKey).max().orElse(1);
        double[] x = IntStream.rangeClosed(1, most).asDoubleStream().toArray();
        double[] y = Arrays.stream(x).map(n -> one * Math.min(n, CORES)).toArray();
        XYSeries series = chart.addSeries("ideal, " + CORES + " cores", x, y);
        series.setMarker(SeriesMarkers.NONE).setLineColor(IDEAL).setLineStyle(DASHED);
    }

    /** All charts on one sheet, as many beside each other as belong together. */
    private static void write(List<XYChart> charts, Path file) throws IOException {
        if (charts.isEmpty()) {
            System.out.println("There are no results for " + file.getFileName() + ".");
            return;
        }
        int columns = file.endsWith("training.png") ? 2 : Math.min(3, charts.size());
        int rows = (charts.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * WIDTH, rows * HEIGHT,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < charts.size(); i++) {
            g.drawImage(BitmapEncoder.getBufferedImage(charts.get(i)), i % columns * WIDTH,
                    i / columns * HEIGHT, null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", file.toFile());
        System.out.println("Drawn: " + file);
    }
}
