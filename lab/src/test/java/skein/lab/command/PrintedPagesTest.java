package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints is what the documents show, but for its numbers. */
class PrintedPagesTest {
    @TempDir Path folder;

    @Test void readme_and_telemetry_page_show_what_is_printed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Commands.run(print, print, "train", "cartpole", "--threads", "2", "--steps",
                "6000", "--telemetry", "--out", folder + "/run");
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, said);
        Set<String> printed = said.lines().map(PrintedPagesTest::form).collect(Collectors.toSet());
        List<String> shown = sample("../README.md", "A3C on cartpole, ");
        shown.removeIf(line -> line.startsWith("Solved at "));       // not after 6,000 steps
        shown.addAll(sample("../docs/TELEMETRY.md", "thread          t "));
        shown.removeIf(line -> printed.contains(form(line)));
        assertEquals(List.of(), shown, said);
    }

    /** The lines with words of the block that begins with these. */
    private static List<String> sample(String page, String begin) throws IOException {
        String text = Files.readString(Path.of(page));
        int from = text.indexOf("```\n" + begin);
        assertTrue(from > 0, page);
        return text.substring(from + 4, text.indexOf("```", from + 4)).lines()
                .filter(line -> line.matches(".*[a-z]{3}.*")).collect(Collectors.toList());
    }

    /** Without numbers, however small, paths, and which kernels there were. */
    private static String form(String line) {
        return line.replaceAll("(less than )?-?[0-9][0-9.,e-]*", "#").replaceAll("\\S*/\\S+$", "FOLDER")
                .replaceAll("(plain|vector) kernels", "kernels").replaceAll(" +", " ");
    }
}
