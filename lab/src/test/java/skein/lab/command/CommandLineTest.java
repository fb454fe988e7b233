package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;
import static skein.lab.command.Ran.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.run.Json;
import skein.lab.run.Npz;
import skein.lab.run.ProgressCsv;

/** The commands as a user types them: exit code, output, error output, files. */
class CommandLineTest {
    @TempDir Path folder;

    private String run() {
        return folder.resolve("run").toString();
    }

    @Test void the_next_command_can_be_copied_although_the_folder_has_a_space() {
        String spaced = folder.resolve("my run's").toString();
        Ran result = skein("train", "--steps", "300", "--threads", "1", "--out", spaced);
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("./skein watch '" + spaced.replace("'", "'\\''") + "'"),
                result.out());
    }

    /** Of {@code --out=~/run} a shell makes no home: it does so at the begin of a word only. */
    @Test void the_next_command_finds_a_folder_called_like_home_or_like_an_option() {
        assertEquals("'~/run'", TrainCommand.quoted(Path.of("~/run")));
        assertEquals("./-run", TrainCommand.quoted(Path.of("-run")));
        assertEquals("runs/a~1-b.c", TrainCommand.quoted(Path.of("runs/a~1-b.c")));
    }

    @Test void train_leaves_all_files_and_a_summary_with_all_keys() throws IOException {
        Ran result = train(run(), "--seed", "7");
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
        train(run());
        List<ProgressCsv.Row> rows = ProgressCsv.read(Path.of(run(), "progress.csv"));
        assertEquals(121, rows.size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).steps() >= rows.get(i - 1).steps(), "row " + i);
        }
        assertEquals(30, rows.stream().filter(r -> Double.isFinite(r.evaluation())).count());
        assertEquals(4e-3, rows.get(0).eta(), 1e-4);
        assertEquals(0, rows.get(120).eta());
    }

    @Test void quiet_prints_nothing() {
        assertEquals(new Ran(0, "", ""), train(run(), "--quiet"));
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
        train(run());
        Ran sampled = skein("evaluate", run(), "--episodes", "5", "--seed", "3");
        assertEquals(0, sampled.code(), sampled.err());
        assertTrue(sampled.out().contains(
                "5 episodes of cartpole, actions drawn from π, seed 3: mean "), sampled.out());
        assertTrue(sampled.out().startsWith(run()), "no caution: " + sampled.out());
        assertEquals(sampled, skein("evaluate", run(), "--episodes", "5", "--seed", "3"));
        Ran greedy = skein("evaluate", run(), "--episodes", "5", "--greedy");
        assertTrue(greedy.out().contains("best actions"), greedy.out());
    }

    @Test void a_run_that_did_not_come_to_its_end_is_played_with_a_word_of_caution()
            throws IOException {
        train(run());
        Path summary = Path.of(run(), "summary.json");
        Files.writeString(summary, "{\"steps\": 1234, \"ended\": \"interrupted\"}");
        assertCaution("Training was interrupted at T = 1,234 of 3,000.");
        Files.writeString(summary, "{\"steps\": 1234, \"ended\": \"diverged\"}");
        assertCaution("Training diverged at T = 1,234. These are the parameters last saved "
                + "before, perhaps the first.");
        Files.delete(summary);
        assertCaution("Training has no summary.json: it still goes on, or was cut off. These "
                + "are the parameters last saved, perhaps the first.");
    }

    private void assertCaution(String sentence) {
        for (String command : List.of("evaluate", "watch")) {
            Ran result = skein(command, run(), "--episodes", "1");
            assertEquals(0, result.code(), result.err());
            assertEquals(sentence, result.out().lines().findFirst().orElseThrow());
        }
    }

    @Test void watch_draws_every_step_of_an_episode() {
        train(run());
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

    @Test void divergence_stops_names_quantity_and_T_and_keeps_what_was_saved() {
        Ran result = train(run(), "--eta", "1e38");
        assertEquals(3, result.code(), result.err());
        assertTrue(result.err().matches(
                "(?s)The .* became .* at T = [\\d,]+\\. Training was stopped.*"), result.err());
        for (Npz.Array array : Npz.read(Path.of(run(), "parameters.npz")).values()) {
            for (float value : array.data()) assertTrue(Float.isFinite(value));
        }
        assertTrue(result.err().contains("parameters.npz holds θ of T = 0."), result.err());
        JsonObject summary = Json.read(Path.of(run(), "summary.json"), JsonObject.class);
        assertEquals("diverged", summary.get("ended").getAsString());
        assertTrue(summary.get("evaluation").isJsonNull());
    }
}
