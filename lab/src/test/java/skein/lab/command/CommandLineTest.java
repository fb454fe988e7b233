package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.lab.run.Json;
import skein.lab.run.Npz;
import skein.lab.run.ProgressCsv;

/** The commands as a user types them: exit code, output, error output, files. */
class CommandLineTest {
    @TempDir Path folder;

    private String run() {
        return folder.resolve("run").toString();
    }

    private Ran train(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("train", "--steps", "3000",
                "--threads", "2", "--out", run()));
        args.addAll(List.of(more));
        return skein(args.toArray(new String[0]));
    }

    private static void assertRefused(Ran result, String sentence) {
        assertEquals(2, result.code(), result.toString());
        assertTrue(result.err().contains(sentence), result.err());
        assertFalse(result.err().contains("\tat "), "no stack trace: " + result.err());
        assertEquals("", result.out());
    }

    @Test void the_next_command_can_be_copied_although_the_folder_has_a_space() {
        String spaced = folder.resolve("my run's").toString();
        Ran result = skein("train", "--steps", "300", "--threads", "1", "--out", spaced);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("./skein watch '" + spaced.replace("'", "'\\''") + "'"),
                result.out());
    }

    @Test void train_leaves_all_files_and_a_summary_with_all_keys() throws IOException {
        Ran result = train("--seed", "7");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("A3C on cartpole, 2 threads, seed 7"), result.out());
        assertTrue(result.out().contains("./skein watch " + run()), result.out());
        for (String name : List.of("progress.csv", "curve.png", "curve.svg", "parameters.npz",
                "config.json", "summary.json")) {
            assertTrue(Files.size(Path.of(run(), name)) > 0, name);
        }
        JsonObject summary = Json.read(Path.of(run(), "summary.json"), JsonObject.class);
        assertEquals(Set.of("world", "algorithm", "threads", "seed", "kernels", "steps", "episodes",
                "seconds", "stepsPerSecond", "solvedAtStep", "evaluation", "ended", "telemetry"),
                summary.keySet());
        assertEquals(Set.of("episodes", "mean", "min", "max", "greedy"),
                summary.getAsJsonObject("evaluation").keySet());
        assertEquals(100, summary.getAsJsonObject("evaluation").get("episodes").getAsInt());
        assertTrue(summary.get("solvedAtStep").isJsonNull());
        assertTrue(summary.get("steps").getAsLong() > 3000);
        assertEquals("completed", summary.get("ended").getAsString());
    }

    @Test void progress_has_a_row_for_every_120th_of_the_steps_and_one_for_the_end() {
        train();
        List<ProgressCsv.Row> rows = ProgressCsv.read(Path.of(run(), "progress.csv"));
        assertEquals(121, rows.size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).steps() >= rows.get(i - 1).steps(), "row " + i);
        }
        assertEquals(30, rows.stream().filter(r -> Double.isFinite(r.evaluation())).count());
        assertEquals(4e-3, rows.get(0).eta(), 1e-4);
        assertEquals(0, rows.get(120).eta());
    }

    @Test void what_does_not_go_together_is_refused_before_anything_is_written() {
        assertRefused(skein("train", "--algorithm", "ppo-lstm", "--worlds", "3", "--out", run()),
                "--set minibatches must be at most 3, as many as there are worlds, but got 4.");
        assertRefused(skein("train", "pong-pixels", "--algorithm", "dqn", "--set",
                "capacity=100000", "--out", run()), "--set capacity=100000 needs 10.5 GiB for "
                + "observations of pong-pixels, but there is room for ");
        assertFalse(Files.exists(Path.of(run())));
    }

    @Test void quiet_prints_nothing() {
        assertEquals(new Ran(0, "", ""), train("--quiet"));
    }

    @Test void one_thread_of_one_seed_gives_the_same_parameters_again() {
        String[] runs = {folder.resolve("a").toString(), folder.resolve("b").toString()};
        for (String run : runs) skein("train", "--steps", "3000", "--threads", "1", "--out", run);
        Map<String, Npz.Array> a = Npz.read(Path.of(runs[0], "parameters.npz"));
        Map<String, Npz.Array> b = Npz.read(Path.of(runs[1], "parameters.npz"));
        assertEquals(List.of("trunk.0.weight", "trunk.0.bias", "policy.weight", "policy.bias",
                "value.weight", "value.bias"), List.copyOf(a.keySet()));
        for (String name : a.keySet()) {
            assertArrayEquals(a.get(name).data(), b.get(name).data(), name);
        }
    }

    @Test void evaluate_says_how_it_played_and_repeats() {
        train();
        Ran sampled = skein("evaluate", run(), "--episodes", "5", "--seed", "3");
        assertEquals(0, sampled.code(), sampled.err());
        assertTrue(sampled.out().contains(
                "5 episodes of cartpole, actions drawn from π, seed 3: mean "), sampled.out());
        assertEquals(sampled, skein("evaluate", run(), "--episodes", "5", "--seed", "3"));
        Ran greedy = skein("evaluate", run(), "--episodes", "5", "--greedy");
        assertTrue(greedy.out().contains("best actions"), greedy.out());
    }

    @Test void watch_draws_every_step_of_an_episode() {
        train();
        Ran result = skein("watch", run(), "--seed", "2");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("[==+==]"), result.out());
        int steps = Integer.parseInt(result.out().replaceAll("(?s).*Episode 1: (\\d+) steps.*",
                "$1"));
        assertEquals(steps + 1, result.out().split("\\[==\\+==\\]", -1).length - 1);
    }

    @Test void list_shows_worlds_and_algorithms() {
        Ran result = skein("list");
        assertEquals(0, result.code());
        assertTrue(result.out().contains("cartpole") && result.out().contains("a3c"), result.out());
    }

    @Test void without_a_command_it_says_which_there_are() {
        Ran result = skein();
        assertEquals(0, result.code());
        for (String command : List.of("train", "evaluate", "watch", "play", "trace", "list")) {
            assertTrue(result.out().contains(command), result.out());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        "--threads           | 0        | --threads must be 1 .. 1024, but got 0.",
        "--threads           | two      | 'two' is not an int",
        "--steps             | 0        | --steps must be at least 1, but got 0.",
        "--steps             | -5       | --steps must be at least 1, but got -5.",
        "--eta               | NaN      | --eta must be a finite float, but got NaN.",
        "--eta               | -0.1     | --eta must be a number >= 0, but got -0.1.",
        "--eta               | Infinity | --eta must be a number >= 0, but got Infinity.",
        "--t-max             | 0        | --t-max must be at least 1, but got 0.",
        "--t-max             | 2147483647 | --t-max must be 1 .. 1000000",
        "--eta               | 1e60     | --eta must be a finite float, but got 1.0E60.",
        "--hidden            | 30000,30000 | at most 100 million weights",
        "--alpha             | 0.99999999999 | --alpha must be a number in [0, 1)",
        "--epsilon           | 1e-60    | --epsilon must be a finite float > 0",
        "--gamma             | 1.5      | --gamma must be in [0, 1], but got 1.5.",
        "--beta              | NaN      | --beta must be a finite float, but got NaN.",
        "--value-coefficient | -1       | --value-coefficient must be a number >= 0",
        "--max-norm          | 0        | --max-norm must be > 0, but got 0.0.",
        "--alpha             | 1        | --alpha must be a number in [0, 1), but got 1.0.",
        "--epsilon           | 0        | --epsilon must be a finite float > 0, but got 0.0.",
        "--hidden            | 8,0      | --hidden must be units of each layer, at least 1",
        "--algorithm         | a3d      | Did you mean a3c?",
        "--thread            | 2        | Unknown option",
        "--optimizer         | rmsprob  | Did you mean rmsprop",
        "--memory            | opaqe    | Did you mean opaque?",
        "--schedule          | lockstp  | Did you mean lockstep?",
        "--set               | lamda=1  | a3c has no setting lamda. It has tMax, gamma,",
    })
    void bad_option_is_refused_before_anything_is_written(String option, String value,
                                                          String sentence) {
        assertRefused(skein("train", "--out", run(), option, value), sentence);
        assertFalse(Files.exists(Path.of(run())));
    }

    @Test void unknown_world_is_refused_with_the_nearest_name() {
        assertRefused(skein("train", "cartpol", "--out", run()), "Did you mean cartpole?");
    }

    @Test void world_whose_actions_are_not_numbered_is_refused_with_its_space() {
        assertRefused(skein("train", "pendulum", "--out", run()), "A3C needs a world with numbered "
                + "actions, but pendulum has Box([1]: -2.0 .. 2.0).");
    }

    @Test void kernels_that_do_not_exist_are_refused() {
        String before = System.setProperty("skein.kernels", "fast");
        try {
            assertRefused(skein("list"), "but got \"fast\"");
        } finally {
            if (before == null) System.clearProperty("skein.kernels");
            else System.setProperty("skein.kernels", before);
        }
    }

    @Test void empty_folder_name_is_refused() {
        assertRefused(skein("train", "--out", ""), "--out must name a folder");
    }

    @Test void damaged_settings_are_refused_by_the_name_of_their_file() throws IOException {
        train();
        Path config = Path.of(run(), "config.json");
        for (String text : List.of("{}", "{\"world\":\"cartpole\"}", "[", "")) {
            Files.writeString(config, text);
            assertRefused(skein("evaluate", run()), config.toString());
        }
    }

    @Test void folder_that_holds_a_run_is_left_as_it_is() throws IOException {
        train();
        byte[] before = Files.readAllBytes(Path.of(run(), "parameters.npz"));
        assertRefused(train("--seed", "2"), "already holds a run");
        assertArrayEquals(before, Files.readAllBytes(Path.of(run(), "parameters.npz")));
    }

    @Test void folder_under_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertRefused(skein("train", "--out", file.resolve("run").toString()), "Cannot write");
        assertEquals("text", Files.readString(file));
    }

    @Test void damaged_parameters_are_refused() throws IOException {
        train();
        Path npz = Path.of(run(), "parameters.npz");
        byte[] bytes = Files.readAllBytes(npz);
        Files.write(npz, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(skein("evaluate", run()), "Cannot read " + npz);
        Files.writeString(npz, "not a zip at all");
        assertRefused(skein("watch", run()), "Cannot read " + npz);
    }

    @Test void parameters_of_another_network_are_refused() {
        train();
        Path npz = Path.of(run(), "parameters.npz");
        Map<String, Npz.Array> arrays = Npz.read(npz);
        arrays.put("policy.weight", new Npz.Array(new int[] {128, 3}, new float[384]));
        Npz.write(npz, arrays);
        assertRefused(skein("evaluate", run()),
                "policy.weight has shape [128, 3] instead of [128, 2]");
        Npz.write(npz, new LinkedHashMap<>(Map.of("other", new Npz.Array(new int[] {1},
                new float[1]))));
        assertRefused(skein("evaluate", run()), "it has no array trunk.0.weight");
    }

    @Test void parameters_that_are_not_finite_are_refused() {
        train();
        Path npz = Path.of(run(), "parameters.npz");
        Map<String, Npz.Array> arrays = Npz.read(npz);
        arrays.get("value.bias").data()[0] = Float.NaN;
        Npz.write(npz, arrays);
        assertRefused(skein("evaluate", run()), "value.bias holds NaN or infinity");
    }

    @Test void folder_without_a_run_is_refused() {
        assertRefused(skein("evaluate", run()), "There is no folder");
        assertRefused(skein("watch", folder.toString()), "is not a finished run");
    }

    @Test void divergence_stops_names_quantity_and_T_and_keeps_what_was_saved() {
        Ran result = train("--eta", "1e38");
        assertEquals(3, result.code(), result.err());
        assertTrue(result.err().matches(
                "(?s)The .* became .* at T = [\\d,]+\\. Training was stopped.*"), result.err());
        for (Npz.Array array : Npz.read(Path.of(run(), "parameters.npz")).values()) {
            for (float value : array.data()) assertTrue(Float.isFinite(value));
        }
        JsonObject summary = Json.read(Path.of(run(), "summary.json"), JsonObject.class);
        assertEquals("diverged", summary.get("ended").getAsString());
        assertTrue(summary.get("evaluation").isJsonNull());
    }
}
