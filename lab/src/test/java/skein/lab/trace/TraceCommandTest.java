package skein.lab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.command.Commands;
import skein.lab.run.LoadedRun;
import skein.lab.run.RunFolder;
import skein.lab.setup.Settings;
import skein.lab.train.Training;

/** The command trace: whose learning it shows, in whose words, and what it refuses. */
class TraceCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int trace(String... args) {
        List<String> all = new ArrayList<>(List.of("trace"));
        all.addAll(List.of(args));
        return Commands.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), all.toArray(new String[0]));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-step-q", "one-step-sarsa", "n-step-q", "a3c", "a3c-lstm"})
    void traced_training_changes_theta_bit_for_bit_as_an_untraced_one(String algorithm) {
        Settings d = Settings.defaults("cartpole", algorithm);
        Settings settings = new Settings(d.world(), algorithm, 1, 1, 7, 300, d.rewardScale(),
                d.hidden(), d.optimizer(), d.alpha(), d.epsilon(), d.memory(),
                d.schedule(), d.hyper());
        RunFolder run = RunFolder.create(folder.resolve("run"));
        new Training(settings, false, run, status -> { }).run();
        TracedRun traced = new TracedRun(settings, Integer.MAX_VALUE,
                new PrintStream(OutputStream.nullOutputStream()));
        traced.run();
        assertTrue(traced.steps() > 300);
        assertArrayEquals(LoadedRun.from(run.path()).theta().values(), traced.theta().values());
    }

    /** As behind {@code | head}. */
    @Test void a_trace_that_nobody_reads_ends_with_its_update() {
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        TracedRun run = new TracedRun(Settings.defaults("cartpole", "a3c"), 50, closed);
        run.run();
        assertTrue(run.steps() <= 20, run.steps() + " steps, an update is 20");
    }

    @ParameterizedTest
    @CsvSource({"one-step-q, OneStepQ", "one-step-sarsa, OneStepSarsa", "n-step-q, NStepQ",
        "a3c, A3C"})
    void every_line_in_the_margin_of_the_algorithm_is_explained(String name, String file)
            throws IOException {
        assertEquals(0, trace("--algorithm", name, "--updates", "12"));
        List<String> lines = printed().lines().map(String::strip).toList();
        String source = Files.readString(Path.of("../rl/src/main/java/skein/rl/algorithm/" + file
                + ".java"));
        List<String> margin = Pattern.compile(";? {2,}// +(.+)").matcher(source).results()
                .map(MatchResult::group).map(m -> m.substring(m.indexOf("//") + 2).strip())
                .filter(m -> !m.startsWith("(")).toList();
        assertTrue(margin.size() > 15, margin.toString());
        for (String pseudocode : margin) {
            assertTrue(lines.stream().anyMatch(l -> (l + "  ").startsWith(pseudocode + "  ")),
                    pseudocode);
        }
    }

    @Test void as_many_updates_are_shown_as_were_asked_for() {
        assertEquals(0, trace("--algorithm", "a3c", "--world", "cartpole", "--updates", "3"));
        assertEquals(List.of("update 1", "update 2", "update 3"),
                printed().lines().filter(l -> l.startsWith("update")).toList());
        assertTrue(printed().startsWith("A3C on cartpole, 1 thread, seed 1 · network 4-128-(2,1)"));
    }

    @Test void a_seed_shows_the_same_again_and_another_seed_something_else() {
        trace("--seed", "5");
        String first = printed();
        out.reset();
        trace("--seed", "5");
        assertEquals(first, printed());
        out.reset();
        trace("--seed", "6");
        assertNotEquals(first.replace("seed 5", "seed 6"), printed());
    }

    @Test void help_names_every_algorithm_that_can_be_traced() {
        assertEquals(0, trace("--help"));
        String names = String.join(", ", Traces.NAMES).replaceFirst(", (?=[^,]*$)", " or ");
        assertTrue(printed().replaceAll("\\s+", " ").contains(names), printed());
    }

    /** The columns against each other: π, R, the advantage and the terms from those before them. */
    @Test void columns_of_a3c_agree_with_one_another() {
        trace("--updates", "1", "--set", "t-max=5", "--set", "beta=0.5", "--seed", "3");
        List<double[]> rows = Pattern.compile("(?m)^ +([1-5])((?:  +[-\\d.e]+){9})$")
                .matcher(printed()).results().map(m -> numbers(m.group(2))).toList();
        assertEquals(5, rows.size());
        double R = number("R = V\\(s_6; θ'_v\\) = (\\S+)");
        double policy = 0;
        for (double[] row : rows) {          // r, R, V, R − V, log π, H, and the three terms
            R = row[0] + 0.99 * R;
            assertEquals(R, row[1], 1e-3);
            assertEquals(row[1] - row[2], row[3], 2e-4);
            assertEquals(Math.log(2), row[5], 1e-3);         // π begins almost uniform
            assertEquals(-Math.log(2), row[4], 0.05);
            assertEquals(-row[4] * row[3], row[6], 1e-3);
            assertEquals(-0.5 * row[5], row[7], 1e-4);
            assertEquals(0.5 * row[3] * row[3], row[8], 2e-3);
            policy += row[6];
        }
        assertEquals(policy, number("L = (\\S+) − "), 1e-3);
    }

    private double number(String regex) {
        return Double.parseDouble(Pattern.compile(regex).matcher(printed()).results().findFirst()
                .orElseThrow().group(1));
    }

    private static double[] numbers(String cells) {
        return Pattern.compile("\\S+").matcher(cells).results().map(MatchResult::group)
                .mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        "--updates   | 0           | --updates must be at least 1, but got 0.",
        "--updates   | two         | 'two' is not a whole number",
        "--seed      | one         | 'one' is not a whole number",
        "--algorithm | a3d         | Did you mean a3c?",
        "--algorithm | ppo         | There is no trace of ppo. Choose one of one-step-q,",
        "--world     | cartpol     | Did you mean cartpole?",
        "--world     | pendulum    | A3C needs a world with numbered actions",
        "--set       | t-max=0     | --set t-max must be at least 1, but got 0.",
        "--set       | lamda=1     | a3c has no setting lamda. It has t-max, gamma,",
        "--threads   | 2           | Unknown option",
    })
    void bad_option_is_refused_with_a_sentence(String option, String value, String sentence) {
        assertEquals(2, trace(option, value));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(sentence),
                err.toString(StandardCharsets.UTF_8));
        assertEquals("", printed());
    }

    @Test void divergence_is_told_in_a_sentence() {
        assertEquals(3, trace("--updates", "50", "--set", "eta=1e38"));
        String sentence = err.toString(StandardCharsets.UTF_8);
        assertTrue(sentence.matches("The .* became .* after T = \\d+\\. "
                + "Try a smaller --set eta=X\\.\\R"), sentence);
    }
}
