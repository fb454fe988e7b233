package skein.lab.notebook;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import skein.envs.Environment;
import skein.envs.World;
import skein.tensor.Tape;

/** Puts pictures, films, charts, tables, tapes and sources beneath a notebook's cell. */
public final class Show {
    private Show() {
    }

    /**
     * Shows a picture.
     *
     * @param picture not modified
     */
    public static void picture(BufferedImage picture) {
        Cell.display(picture, Cell.PNG);
    }

    /**
     * Shows a world as a person sees it.
     *
     * @param world what is shown, and how
     * @param env   one of it, after a reset; not modified
     */
    public static void frame(World world, Environment env) {
        picture(world.picture().frame(env));
    }

    /**
     * Shows a film, over and over.
     *
     * @param film of at least one picture
     */
    public static void film(Film film) {
        Cell.display(Html.image(film.gif(), "image/gif", film.pictures() + " pictures"),
                Cell.HTML);
    }

    /**
     * Shows a chart as it is now.
     *
     * @param plot not modified
     */
    public static void plot(Plot plot) {
        picture(plot.draw());
    }

    /**
     * Shows a chart that grows while something runs, and waits for its end. If the notebook is
     * interrupted, so is what runs.
     *
     * @param plot     what {@code training} adds to, from any thread
     * @param training what runs, in a thread of its own; what it throws is thrown here
     */
    public static void live(Plot plot, Runnable training) {
        String name = Cell.display(plot.draw(), Cell.PNG);
        LiveRun.of(training, () -> Cell.replace(name, plot.draw(), Cell.PNG));
    }

    /**
     * Shows how numbers are spread, as bars.
     *
     * @param title  what is counted
     * @param xLabel quantity and unit
     * @param values at least one; not modified
     * @param bins   how many bars, at least 1
     */
    public static void histogram(String title, String xLabel, double[] values, int bins) {
        plot(new Plot(title, xLabel, "how many").histogram(xLabel, values, bins).withoutLegend());
    }

    /**
     * Shows a matrix in colors: white is 0, orange above, blue below. Of up to a dozen columns the
     * numbers are written too.
     *
     * @param values  row-major, at least rows · columns; not modified
     * @param rows    at least 1
     * @param columns at least 1
     */
    public static void heatMap(float[] values, int rows, int columns) {
        picture(HeatMap.of(values, rows, columns));
    }

    /**
     * Shows planes beside each other, in the colors of a heat map: channels, filters.
     *
     * @param values  [N, rows, columns], at least so many; not modified
     * @param planes  N ≥ 1
     * @param rows    of a plane, at least 1
     * @param columns of a plane, at least 1
     * @param names   what to write above each; none, or N
     */
    public static void planes(float[] values, int planes, int rows, int columns, String... names) {
        picture(Planes.of(values, planes, rows, columns, names));
    }

    /**
     * Shows a table.
     *
     * @param table not modified
     */
    public static void table(Table table) {
        Cell.display(table.html(), Cell.HTML);
    }

    /**
     * Shows what was computed from what, with values and, after {@code backward}, gradients. As an
     * image within HTML: SVG by itself is lost when the notebook becomes a page, and within HTML
     * it is lost as long as the notebook is not trusted.
     *
     * @param tape with something on it
     */
    public static void tape(Tape tape) {
        byte[] svg = tape.toSvg().getBytes(StandardCharsets.UTF_8);
        Cell.display(Html.image(svg, "image/svg+xml", tape.length() + " tensors"), Cell.HTML);
    }

    /**
     * Shows a method as it stands in Skein's sources today.
     *
     * @param type   whose file it is in
     * @param method its name; or, of several, its name and what follows, e.g. {@code "line(String"}
     */
    public static void source(Class<?> type, String method) {
        source(type.getName(), method);
    }

    /**
     * The same for a type that a notebook cannot see.
     *
     * @param type   its name with its package, e.g. {@code "skein.tensor.Pointwise"}
     * @param method its name; or, of several, its name and what follows
     */
    public static void source(String type, String method) {
        Cell.display(Source.method(type, method).html(), Cell.HTML);
    }

    /**
     * Shows lines of Skein's sources as they are today.
     *
     * @param type whose file it is
     * @param from a text in the first line
     * @param to   a text in the last line
     */
    public static void source(Class<?> type, String from, String to) {
        source(type.getName(), from, to);
    }

    /**
     * The same for a type that a notebook cannot see.
     *
     * @param type its name with its package, e.g. {@code "skein.tensor.Pointwise"}
     * @param from a text in the first line
     * @param to   a text in the last line
     */
    public static void source(String type, String from, String to) {
        Cell.display(Source.between(type, from, to).html(), Cell.HTML);
    }

    /**
     * Shows an algorithm's source, to be walked through line by line.
     *
     * @param walk not modified
     */
    public static void walk(Walk walk) {
        Cell.display(walk.html(), Cell.HTML);
    }

    /**
     * Shows text with marks of HTML.
     *
     * @param html well-formed
     */
    public static void html(String html) {
        Cell.display(html, Cell.HTML);
    }
}
