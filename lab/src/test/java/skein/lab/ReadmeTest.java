package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's program runs as it stands, and in a world of one's own as docs say. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path WORLD = Path.of("../docs/YOUR-OWN-WORLD.md");

    @TempDir Path folder;

    @Timeout(600)
    @Test void example_runs() throws Exception {
        mean(run(javaBlocks(README).get(0)));      // A3CLearnsTest is about how good it gets
    }

    /** A walk of less than 20 steps to the treasure is worth more than 0.8; chance is below 0. */
    @Timeout(600)
    @Test void example_learns_in_a_world_of_ones_own_when_two_lines_change() throws Exception {
        List<String> page = javaBlocks(WORLD);
        assertEquals(3, page.size(), "the world, and two lines");
        String corridor = page.get(0);
        String example = javaBlocks(README).get(0);
        example = replaced(example, " *return new TimeLimit.*\n", page.get(1));
        example = replaced(example, " *ActorCriticNetwork network = .*\n", page.get(2));
        String imports = String.join("\n", found("(?m)^import .*;$", corridor));
        String type = corridor.substring(corridor.indexOf("/**"))
                .replace("public class", "class");
        double mean = mean(run(imports + "\n" + example + "\n" + type));
        assertTrue(mean > 0.8, "mean " + mean);
    }

    private static List<String> javaBlocks(Path page) throws IOException {
        return Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(page)).results()
                .map(block -> block.group(1)).toList();
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().map(MatchResult::group).toList();
    }

    private static String replaced(String text, String regex, String line) {
        List<String> lines = found(regex, text);
        assertEquals(1, lines.size(), regex);
        return text.replace(lines.get(0), line);
    }

    /** What it prints when it is started as the README starts it. */
    private String run(String program) throws IOException, InterruptedException {
        Path file = folder.resolve("Example.java");
        Files.writeString(file, program);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-cp",
                System.getProperty("java.class.path"), file.toString())
                .redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    private static double mean(String printed) {
        List<String> results = found("(?<=^Evaluation\\[episodes=100, mean=)[-0-9.]+", printed);
        assertEquals(1, results.size(), printed);
        return Double.parseDouble(results.get(0));
    }
}
