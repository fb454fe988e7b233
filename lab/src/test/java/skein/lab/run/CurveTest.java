package skein.lab.run;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.error.UserError;
import skein.lab.run.ProgressCsv.Row;

class CurveTest {
    private static final int BLUE = 0x2563AF;
    private static final int ORANGE = 0xE07B00;
    private static final int GREEN = 0x4C9A52;
    private static final OptionalDouble UNSOLVED = OptionalDouble.empty();

    @TempDir Path folder;

    /** Return rises by 1 every 1,000 steps, up to the 100,000th. */
    private static List<Row> line(boolean evaluated) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(0, NaN, NaN));
        for (int i = 1; i <= 100; i++) rows.add(row(i * 1000, i, evaluated ? 100 - i : NaN));
        return rows;
    }

    private static Row row(long steps, double meanReturn, double evaluation) {
        return new Row(steps, 0, 0, 0, meanReturn, 0, 0, evaluation);
    }

    private BufferedImage draw(List<Row> rows, OptionalDouble solved) throws IOException {
        RunFolder run = new RunFolder(folder);
        assertTrue(Curve.draw(run, "A3C on a line", rows, solved));
        assertTrue(Files.readString(run.curveSvg()).strip().endsWith("</svg>"));
        return ImageIO.read(run.curvePng().toFile());
    }

    private static boolean contains(BufferedImage image, int color, int x, int width) {
        return contains(image, color, x, width, 380);
    }

    private static boolean contains(BufferedImage image, int color, int x, int width,
                                    int bottom) {
        for (int row = 60; row < bottom; row++) {
            for (int column = x; column < x + width; column++) {
                if ((image.getRGB(column, row) & 0xFFFFFF) == color) return true;
            }
        }
        return false;
    }

    private static boolean contains(BufferedImage image, int color) {
        return contains(image, color, 0, image.getWidth());
    }

    @Test void a_curve_is_960_by_540_with_lines_for_training_evaluation_and_solved()
            throws IOException {
        BufferedImage image = draw(line(true), OptionalDouble.of(75));
        assertEquals(960, image.getWidth());
        assertEquals(540, image.getHeight());
        assertTrue(contains(image, BLUE) && contains(image, ORANGE) && contains(image, GREEN));
    }

    @Test void a_curve_needs_no_temporary_file() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        ImageIO.setCacheDirectory(temporary.toFile());
        Files.delete(temporary);             // a file there would fail from here on
        try {
            assertTrue(Curve.draw(new RunFolder(folder), "title", line(true), UNSOLVED));
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test void what_is_not_known_is_not_drawn() throws IOException {
        BufferedImage image = draw(line(false), UNSOLVED);
        assertTrue(contains(image, BLUE));
        assertFalse(contains(image, ORANGE) || contains(image, GREEN));
    }

    @Test void steps_run_from_left_to_right_and_return_upwards() throws IOException {
        BufferedImage image = draw(line(false), UNSOLVED);
        assertFalse(contains(image, BLUE, 100, 50), "at the left the line is low");
        assertTrue(contains(image, BLUE, 860, 50), "at the right the line is high");
    }

    @Test void who_has_learned_nothing_sees_it_to_the_end() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 100; i++) rows.add(row(i * 1000, 20 + i % 2, NaN));
        assertTrue(contains(draw(rows, OptionalDouble.of(475)), BLUE, 860, 50,
                440), "the legend is not in front of it");
    }

    @Test void a_single_point_negative_returns_and_a_flat_line_are_drawn() throws IOException {
        draw(List.of(row(5, 3, NaN)), UNSOLVED);
        draw(List.of(row(0, 3, 3)), OptionalDouble.of(3));
        draw(List.of(row(5, -21, NaN), row(9, -21, -20.5)), OptionalDouble.of(18));
        draw(List.of(row(1, 1e7, NaN), row(2_000_000_000L, 1e-3, NaN)), UNSOLVED);
    }

    @Test void negative_returns_are_seen_and_so_are_negative_evaluations_alone()
            throws IOException {
        assertTrue(contains(draw(List.of(row(1000, -900, NaN), row(50_000, -300, NaN),
                row(100_000, -200, NaN)), UNSOLVED), BLUE));
        Files.delete(new RunFolder(folder).curvePng());
        Files.delete(new RunFolder(folder).curveSvg());
        assertTrue(contains(draw(List.of(row(1000, 1, -9), row(50_000, 1, -1),
                row(100_000, 1, -9)), UNSOLVED), ORANGE));
    }

    @Test void without_an_episode_there_is_no_picture() {
        assertFalse(Curve.draw(new RunFolder(folder), "title", List.of(row(10, NaN, NaN)),
                OptionalDouble.of(475)));
        assertFalse(Files.exists(new RunFolder(folder).curvePng()));
    }

    private static String complaint(Runnable drawing) {
        return assertThrows(UserError.class, drawing::run).getMessage();
    }

    @Test void a_folder_that_is_gone_becomes_a_sentence() {
        RunFolder gone = new RunFolder(folder.resolve("gone"));
        assertEquals("No curve was drawn. Cannot write " + gone.curvePng() + ": there is no such "
                + "file or folder.",
                complaint(() -> Curve.draw(gone, "title", line(true), UNSOLVED)));
    }

    @Test void a_Java_without_fonts_becomes_a_sentence_of_one_line() {
        List<Throwable> seenWithoutFonts = List.of(new NullPointerException(),
                new InternalError("java.lang.reflect.InvocationTargetException"),
                new RuntimeException("Fontconfig head is null"),
                new UnsatisfiedLinkError("libfreetype.so.6"),
                new NoClassDefFoundError("Could not initialize class"));
        for (Throwable thrown : seenWithoutFonts) {
            String sentence = complaint(() -> Curve.explained(() -> sneak(thrown)));
            assertTrue(sentence.contains("fontconfig") && sentence.lines().count() == 1, sentence);
        }
    }

    @Test void a_lack_of_memory_is_not_hidden() {
        assertThrows(OutOfMemoryError.class,
                () -> Curve.explained(() -> sneak(new OutOfMemoryError())));
    }

    private static void sneak(Throwable thrown) {
        if (thrown instanceof Error error) throw error;
        throw (RuntimeException) thrown;
    }
}
