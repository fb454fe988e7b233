package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final int BLUE = 0x2563AF;                // of the first name
    private static final int ORANGE = 0xE07B00;              // of the second

    private static Plot plot() {
        return new Plot("title", "x", "y").withoutLegend();
    }

    private static long pixels(Plot plot, int color) {
        BufferedImage picture = plot.draw();
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth())
                        & 0xFFFFFF) == color).count();
    }

    @Test void a_line_is_blue_and_the_next_name_is_orange() {
        assertEquals(0, pixels(plot(), BLUE));
        assertTrue(pixels(plot().line("a", 1, 2, 3), BLUE) > 500);
        assertEquals(0, pixels(plot().line("a", 1, 2, 3), ORANGE));
        assertTrue(pixels(plot().line("a", 1, 2, 3).line("b", 3, 2, 1), ORANGE) > 500);
    }

    @Test void a_line_that_grows_is_the_line_that_was_there_at_once() {
        Plot grown = plot();
        for (int i = 0; i < 3; i++) grown.add("a", i, i * i);
        assertEquals(pixels(plot().line("a", 0, 1, 4), BLUE), pixels(grown, BLUE));
    }

    @Test void of_several_runs_the_thick_line_is_the_mean_where_all_have_points() {
        Plot runs = plot();
        for (int x = 0; x < 3; x++) runs.add("a", 1, x, x);              // 0 1 2
        for (int x = 0; x < 2; x++) runs.add("a", 2, x, 10 + x);         // 10 11
        assertEquals(List.of("0.0 5.0", "1.0 6.0"), runs.mean("a").stream()
                .map(point -> point[0] + " " + point[1]).toList());
    }

    @Test void a_level_crosses_the_chart_at_its_height() {
        long without = pixels(plot().line("a", 0, 10), ORANGE);
        assertTrue(pixels(plot().line("a", 0, 10).level("mark", 5), ORANGE) > without + 300);
    }

    @Test void what_is_not_finite_leaves_a_gap_instead_of_an_exception() {
        plot().line("a", 1, Double.NaN, 3, Double.POSITIVE_INFINITY).draw();
    }

    @Test void on_a_logarithmic_axis_what_is_not_above_0_is_left_out() {
        Plot line = plot().logarithmic().line("a", 100, 10, 1);
        assertTrue(pixels(line, BLUE) > 500);
        assertEquals(pixels(line, BLUE), pixels(plot().logarithmic().line("a",
                new double[] {0, 0.5, 1, 1.5, 2}, new double[] {100, 0, 10, -1, 1}), BLUE));
    }

    @Test void bars_are_as_high_as_there_are_values() {
        // 0 1 2 3 4 in two bars: 0 1 below 2, and 2 3 4 from there on
        double[] values = {0, 1, 2, 3, 4};
        assertEquals(List.of("0.0 2.0", "2.0 3.0", "4.0 0.0"),
                plot().histogram("a", values, 2).mean("a").stream()
                        .map(point -> point[0] + " " + point[1]).toList());
        plot().histogram("a", values, 2).histogram("b", new double[] {1}, 3).points("c",
                new double[] {1, 2}, new double[] {2, 1}).draw();
    }

    @Test void places_and_heights_come_in_pairs() {
        Exception e = assertThrows(IllegalArgumentException.class,
                () -> plot().line("a", new double[2], new double[3]));
        assertEquals("a has 2 places, but 3 heights.", e.getMessage());
    }
}
