package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An algorithm is a file that a class can hold next to the pseudocode. */
class OnePageTest {
    private static final int RUN = 45;                       // lines of run()
    private static final Pattern ELSEWHERE = Pattern.compile(
            "java\\.(io|nio|util\\.concurrent|util\\.logging)|System\\.|Thread");

    /** DQN and PPO have 13 settings each: a line to explain it and one to check it. */
    @ParameterizedTest @CsvSource({"OneStepQ, 150", "OneStepSarsa, 150", "NStepQ, 150", "A3C, 150",
        "A3CContinuous, 150", "A2C, 150", "PPO, 180", "DQN, 170"})
    void a_file_fits_a_page_and_has_the_whole_loop(String name, int most) throws IOException {
        List<String> lines = Files.readAllLines(
                Path.of("src/main/java/skein/rl/algorithm", name + ".java"));
        assertTrue(lines.size() <= most, lines.size() + " lines");
        int begin = lines.indexOf("    @Override public void run() {");
        int end = begin + lines.subList(begin, lines.size()).indexOf("    }");
        assertTrue(end - begin < RUN, "run() has " + (end - begin + 1) + " lines");
        String run = String.join("\n", lines.subList(begin, end));
        for (String part : List.of("reset(rng)", "} while (!T.exceeded());")) {
            assertTrue(run.contains(part), "run() without " + part);
        }
    }

    @ParameterizedTest @CsvSource({"OneStepQ", "OneStepSarsa", "NStepQ", "A3C", "A3CContinuous",
        "A2C", "PPO", "DQN"})
    void logs_files_and_threads_are_elsewhere(String name) throws IOException {
        String code = Files.readString(Path.of("src/main/java/skein/rl/algorithm", name + ".java"))
                .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
        Matcher found = ELSEWHERE.matcher(code);
        assertEquals("", found.find() ? found.group() : "");
    }
}
