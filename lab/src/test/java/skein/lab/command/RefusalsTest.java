package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;
import static skein.lab.command.Ran.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.lab.run.Npz;

/** What the command line refuses: a sentence, exit code 2, and files as they were. */
class RefusalsTest {
    @TempDir Path folder;

    private String run() {
        return folder.resolve("run").toString();
    }

    private static void assertRefused(Ran result, String sentence) {
        assertEquals(2, result.code(), result.toString());
        assertTrue(result.err().contains(sentence), result.err());
        assertFalse(result.err().contains("\tat "), "no stack trace: " + result.err());
        assertEquals("", result.out());
    }

    @Test void what_does_not_go_together_is_refused_before_anything_is_written() {
        assertRefused(skein("train", "--algorithm", "ppo-lstm", "--worlds", "3", "--out", run()),
                "--set minibatches must be at most 3, as many as there are worlds, but got 4.");
        assertRefused(skein("train", "pong-pixels", "--algorithm", "dqn", "--set",
                "capacity=100000", "--out", run()), "--set capacity=100000 needs 10.5 GiB for "
                + "observations of pong-pixels, but there is room for ");
        // 84 · 84 · 3 floats a step, and at most 2^31 − 9 of them in an array
        assertRefused(skein("train", "labyrinth", "--t-max", "200000", "--out", run()),
                "--t-max must be 1 .. 101449, but got 200000.");
        assertRefused(skein("train", "labyrinth", "--algorithm", "a2c", "--worlds", "100",
                "--t-max", "2000", "--out", run()), "--t-max must be 1 .. 1014, but got 2000.");
        assertRefused(skein("train", "labyrinth", "--algorithm", "dqn", "--set",
                "batchSize=200000", "--out", run()),
                "--set batch-size must be 1 .. 101449, but got 200000.");
        assertFalse(Files.exists(Path.of(run())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        "--threads           | 0        | --threads must be 1 .. 1024, but got 0.",
        "--threads           | two      | 'two' is not a whole number of up to 9 digits",
        "--steps             | 0        | --steps must be at least 1, but got 0.",
        "--steps             | 1e6      | '1e6' is not a whole number of up to 18 digits",
        "--eta               | x        | 'x' is not a number",
        "--steps             | -5       | --steps must be at least 1, but got -5.",
        "--eta               | NaN      | --eta must be a number in the range of a float",
        "--eta               | -0.1     | --eta must be a number >= 0, but got -0.1.",
        "--eta               | Infinity | --eta must be a number >= 0, but got Infinity.",
        "--t-max             | 0        | --t-max must be at least 1, but got 0.",
        "--t-max             | 2147483647 | --t-max must be 1 .. 1000000",
        "--eta               | 1e60     | --eta must be a number in the range of a float",
        "--hidden            | 30000,30000 | at most 100 million weights",
        "--alpha             | 0.99999999999 | --alpha must be a number in [0, 1)",
        "--epsilon           | 1e-60    | --epsilon must be a finite float > 0",
        "--gamma             | 1.5      | --gamma must be in [0, 1], but got 1.5.",
        "--beta              | NaN      | --beta must be a number in the range of a float",
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
        "--set               | lamda=1  | a3c has no setting lamda. It has t-max, gamma,",
        "--set               | ETA=1    | a3c has no setting ETA. It has t-max, gamma,",
        "--set               | t-max=0  | --t-max must be at least 1, but got 0.",
        "--set               | beta     | --set must be NAME=X, such as gamma=0.9, but got beta.",
        "--set               | beta=x   | --set must be NAME=X with a number X, but got beta=x.",
    })
    void bad_option_is_refused_before_anything_is_written(String option, String value,
                                                          String sentence) {
        assertRefused(skein("train", "--out", run(), option, value), sentence);
        assertFalse(Files.exists(Path.of(run())));
    }

    @ParameterizedTest(name = "{0} --set {1}")
    @CsvSource(delimiter = '|', value = {
        "dqn             | capacity=1        | --set capacity must be at least ",
        "dqn             | t-max=5           | dqn has no setting t-max. It has capacity, ",
        "ppo             | epsilon=0         | --set epsilon must be ",
        "ppo             | lambda=2          | --set lambda must be in [0, 1], but got 2.0.",
        "prioritized-dqn | alpha=-1          | --set alpha must be ",
        "prioritized-dqn | beta=-1           | --beta must be ",
    })
    void a_sentence_names_an_option_that_there_is(String algorithm, String set, String sentence) {
        assertRefused(skein("train", "--algorithm", algorithm, "--out", run(), "--set", set),
                sentence);
    }

    @Test void a_setting_that_the_optimizer_has_no_use_for_is_refused() {
        assertRefused(skein("train", "--algorithm", "prioritized-dqn", "--alpha", "0.7", "--out",
                run()), "adam has no alpha: leave --alpha out, or choose --optimizer "
                + "shared-rmsprop, rmsprop or momentum. An algorithm's own is --set alpha=X.");
        assertRefused(skein("train", "--optimizer", "momentum", "--epsilon", "0.1", "--out", run()),
                "momentum has no epsilon: leave --epsilon out, or choose --optimizer "
                + "shared-rmsprop, rmsprop or adam. An algorithm's own is --set epsilon=X.");
        assertFalse(Files.exists(Path.of(run())));
    }

    @Test void a_setting_that_is_chosen_twice_is_refused() {
        assertRefused(skein("train", "--set", "eta=0.1", "--eta", "0.2", "--out", run()),
                "eta is chosen twice, as 0.1 and as 0.2. Choose it once.");
        assertRefused(skein("train", "--set", "t-max=5", "--set", "tMax=6", "--out", run()),
                "t-max is chosen twice, as 5 and as 6. Choose it once.");
        assertRefused(skein("train", "--eta", "0.1", "--eta", "0.2", "--out", run()),
                "option '--eta' (X) should be specified only once");
    }

    @Test void a_setting_of_a_run_is_refused_by_its_name_in_the_file() throws IOException {
        train(run());
        Path config = Path.of(run(), "config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"a3c\"", "\"a2c\""));
        assertRefused(skein("evaluate", run()), "Cannot use " + config
                + ": threads must be 1, because A2C has one learner, but got 2.");
        Files.writeString(config, text.replaceAll("\"tMax\": \\d+", "\"tMax\": 0"));
        assertRefused(skein("evaluate", run()), config + ": tMax must be at least 1, but got 0.");
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

    @Test void an_empty_name_of_a_file_or_folder_is_refused() {
        assertRefused(skein("train", "--out", ""),
                "Invalid value for option '--out': it is empty, and names no file");
        assertRefused(skein("watch", run(), "--png", ""), "'--png': it is empty");
        assertRefused(skein("evaluate", ""), "(RUN): it is empty, and names no file");
    }

    @Test void damaged_settings_are_refused_by_the_name_of_their_file() throws IOException {
        train(run());
        Path config = Path.of(run(), "config.json");
        for (String text : List.of("{}", "{\"world\":\"cartpole\"}", "[", "")) {
            Files.writeString(config, text);
            assertRefused(skein("evaluate", run()), config.toString());
        }
    }

    @Test void folder_that_holds_a_run_is_left_as_it_is() throws IOException {
        train(run());
        byte[] before = Files.readAllBytes(Path.of(run(), "parameters.npz"));
        assertRefused(train(run(), "--seed", "2"), "already holds a run");
        assertArrayEquals(before, Files.readAllBytes(Path.of(run(), "parameters.npz")));
    }

    @Test void folder_under_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertRefused(skein("train", "--out", file.resolve("run").toString()), "Cannot write");
        assertEquals("text", Files.readString(file));
    }

    @Test void damaged_parameters_are_refused() throws IOException {
        train(run());
        Path npz = Path.of(run(), "parameters.npz");
        byte[] bytes = Files.readAllBytes(npz);
        Files.write(npz, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(skein("evaluate", run()), "Cannot read " + npz);
        Files.writeString(npz, "not a zip at all");
        assertRefused(skein("watch", run()), "Cannot read " + npz);
    }

    @Test void parameters_of_another_network_are_refused() {
        train(run());
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
        train(run());
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
}
