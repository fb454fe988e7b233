package skein.lab.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.command.Ran;

/** {@code skein watch}, into files. */
class WatchTest {
    @TempDir static Path runs;
    @TempDir Path folder;

    private static String run() {
        return runs.resolve("run").toString();
    }

    @BeforeAll static void train() {
        assertEquals(0, skein("train", "--steps", "500", "--threads", "1", "--quiet", "--out",
                run()).code());
    }

    private static int steps(Ran result) {
        return Integer.parseInt(result.out().replaceAll("(?s).*Episode 1: (\\d+) steps.*", "$1"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test void a_film_has_a_picture_for_each_step_and_one_for_the_start() throws IOException {
        Path gif = folder.resolve("out.gif");
        Ran result = skein("watch", run(), "--gif", gif.toString());
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().endsWith("Film: " + gif + System.lineSeparator()), result.out());
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertEquals(steps(result) + 1, reader.getNumImages(true));
        }
        assertEquals(List.of("out.gif"), files());
    }

    /** Its disk might be full, and the message would be about that one. */
    @Test void pictures_and_films_need_no_temporary_files() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        ImageIO.setCacheDirectory(temporary.toFile());
        Files.delete(temporary);             // a file there would fail from here on
        try {
            assertEquals("", skein("watch", run(), "--gif", folder.resolve("a.gif").toString())
                    .err());
            assertEquals("", skein("watch", run(), "--png", folder.resolve("png").toString())
                    .err());
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test void a_second_film_replaces_the_first_and_is_the_same() throws IOException {
        Path gif = Files.createFile(folder.resolve("out.gif"));
        skein("watch", run(), "--gif", gif.toString());
        byte[] first = Files.readAllBytes(gif);
        assertEquals("GIF89a", new String(first, 0, 6, StandardCharsets.US_ASCII));
        skein("watch", run(), "--gif", gif.toString());
        assertArrayEquals(first, Files.readAllBytes(gif));
    }

    @Test void a_film_takes_the_place_of_no_link_and_of_no_other_file() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "text");
        Path link = Files.createSymbolicLink(folder.resolve("b.gif"), folder.resolve("nothing"));
        for (Path file : List.of(text, link)) {
            Ran result = skein("watch", run(), "--gif", file.toString());
            assertEquals(2, result.code(), result.out());
            assertEquals(file + " is there already, and is no film. Give --gif another name: "
                    + "nothing was overwritten." + System.lineSeparator(), result.err());
        }
        assertEquals("text", Files.readString(text));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test void a_film_that_cannot_be_written_leaves_nothing() throws IOException {
        Ran result = skein("watch", run(), "--gif", folder.resolve("no/out.gif").toString());
        assertEquals(2, result.code());
        assertTrue(result.err().startsWith("Cannot write "), result.err());
        Ran onFolder = skein("watch", run(), "--gif", folder.toString());
        assertEquals(folder + " is a folder. Give --gif the name of a file."
                + System.lineSeparator(), onFolder.err());
        assertEquals(List.of(), files());
    }

    @Test void pictures_are_numbered_from_0_and_never_overwritten() throws IOException {
        Path pictures = folder.resolve("pictures");
        Ran result = skein("watch", run(), "--png", pictures.toString());
        int n = steps(result) + 1;
        for (int i = 0; i < n; i++) {
            Path file = pictures.resolve(String.format("frame-%05d.png", i));
            assertEquals(848, ImageIO.read(file.toFile()).getWidth());
        }
        try (Stream<Path> files = Files.list(pictures)) {
            assertEquals(n, files.count());
        }
        Ran again = skein("watch", run(), "--png", pictures.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("already holds pictures of an episode"), again.err());
    }

    @Test void without_a_display_a_window_is_refused_in_a_sentence() {
        Ran result = skein("watch", run(), "--window");       // tests run without one
        assertEquals(2, result.code());
        assertEquals("There is no display here for --window. Watch in the terminal, or write a "
                + "film: --gif FILE." + System.lineSeparator(), result.err());
    }

    @Test void only_one_place_at_a_time() {
        Ran result = skein("watch", run(), "--window", "--gif", "a.gif");
        assertEquals(2, result.code());
        assertTrue(result.err().startsWith("Choose only one of --gif=FILE, --window."),
                result.err());
    }

    @Test void in_a_pipe_there_is_text_without_color_and_the_policy_s_bars() {
        Ran result = skein("watch", run());
        assertFalse(result.out().contains("\033"), result.out());
        assertTrue(result.out().contains("left  ▕"), result.out());
        assertTrue(result.out().contains("V = "), result.out());
    }

    @Test void no_color_is_what_the_variable_says_if_it_says_anything() {
        assertTrue(TerminalStage.wantsColor(null));
        assertTrue(TerminalStage.wantsColor(""));
        assertFalse(TerminalStage.wantsColor("1"));
    }
}
