package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.lab.run.Json;
import skein.lab.run.ProgressCsv;

/** {@code ./skein train ... --telemetry}: its table, its files. */
class TelemetryOptionTest {
    @TempDir Path folder;

    private String train(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> args = new ArrayList<>(List.of("train", "--out", folder + "/run"));
        args.addAll(List.of(more));
        int code = Commands.run(print, print, args.toArray(new String[0]));
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, said);
        return said;
    }

    /** A table of the run as rows of cells, without its header. */
    private List<String[]> table(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("run").resolve(name))) {
            rows.add(line.split(",", -1));
        }
        return rows;
    }

    private JsonObject summary() {
        return Json.read(folder.resolve("run/summary.json"), JsonObject.class);
    }

    @Test void without_it_there_is_no_trace_of_it() throws IOException {
        String said = train("cartpole", "--threads", "2", "--steps", "3000");
        assertFalse(said.contains("Staleness"), said);
        assertFalse(Files.exists(folder.resolve("run/threads.csv")));
        assertEquals(8, table("progress.csv").get(0).length);
        assertTrue(summary().get("telemetry").isJsonNull());
    }

    @Test void the_steps_of_the_threads_add_up_to_T_in_every_file() throws IOException {
        train("cartpole", "--threads", "3", "--steps", "6000", "--telemetry");
        JsonObject summary = summary();
        long steps = summary.get("steps").getAsLong();
        JsonObject telemetry = summary.getAsJsonObject("telemetry");
        long sum = 0;
        for (var thread : telemetry.getAsJsonArray("threads")) {
            sum += thread.getAsJsonObject().get("t").getAsLong();
        }
        assertEquals(steps, sum);
        List<String[]> threads = table("threads.csv");
        List<String[]> last = threads.subList(threads.size() - 3, threads.size());
        assertEquals(steps, last.stream().mapToLong(row -> Long.parseLong(row[3])).sum());
        for (String[] row : last) assertEquals(steps, Long.parseLong(row[0]));
        assertEquals(1 + 3 * (table("progress.csv").size() - 1), threads.size());
    }

    @Test void the_histogram_holds_every_update() throws IOException {
        train("cartpole", "--threads", "2", "--steps", "6000", "--telemetry");
        JsonObject telemetry = summary().getAsJsonObject("telemetry");
        long sum = 0;
        for (var bar : telemetry.getAsJsonArray("staleness")) {
            sum += bar.getAsJsonObject().get("updates").getAsLong();
        }
        assertEquals(telemetry.get("updates").getAsLong(), sum);
        List<String[]> progress = table("progress.csv");
        String[] last = progress.get(progress.size() - 1);
        assertEquals("updates", progress.get(0)[8]);
        assertEquals(sum, Long.parseLong(last[8]));
    }

    @Test void with_one_thread_nothing_is_stale() throws IOException {
        String said = train("cartpole", "--threads", "1", "--steps", "3000", "--telemetry");
        assertTrue(said.contains("mean 0.00, median 0, 99 % ≤ 0, largest 0."), said);
        for (String[] row : table("progress.csv").subList(1, 121)) assertEquals("0.0", row[9]);
        assertEquals(121, ProgressCsv.read(folder.resolve("run/progress.csv")).size());
    }

    @Test void returns_are_the_worlds_own_though_learners_see_them_scaled() {
        train("cartpole", "--threads", "1", "--steps", "3000", "--reward-scale", "0.01",
                "--telemetry");
        JsonObject thread = summary().getAsJsonObject("telemetry").getAsJsonArray("threads").get(0)
                .getAsJsonObject();
        assertTrue(thread.get("meanReturn100").getAsDouble() > 5, thread.toString());
    }

    @ParameterizedTest
    @CsvSource({"one-step-q, cartpole, true", "one-step-sarsa, cartpole, true",
        "n-step-q, cartpole, true", "a3c, cartpole, false", "a3c-lstm, cartpole, false",
        "a3c-continuous, pendulum, false", "a2c, cartpole, false", "ppo, cartpole, false",
        "ppo-kl, cartpole, false", "dqn, cartpole, true", "prioritized-dqn, cartpole, true"})
    void every_algorithm_tells_what_it_has(String algorithm, String world, boolean explores) {
        String said = train(world, "--algorithm", algorithm, "--steps", "3000", "--telemetry");
        assertTrue(said.contains(explores ? "a step: loss of Q " : "a step: policy's loss "), said);
        assertTrue(said.contains(explores ? ", |Q| " : ", |V| "), said);
        JsonObject telemetry = summary().getAsJsonObject("telemetry");
        assertTrue(telemetry.get("updates").getAsLong() > 0);
        assertTrue(telemetry.get("meanNorm").getAsDouble() > 0);
        assertTrue(telemetry.get("meanAbsValue").getAsDouble() > 0);
        assertFalse(telemetry.get("meanValueLoss").isJsonNull());
        assertEquals(explores, telemetry.get("meanPolicyLoss").isJsonNull());
        assertEquals(explores, telemetry.get("meanEntropy").isJsonNull());
        JsonObject thread = telemetry.getAsJsonArray("threads").get(0).getAsJsonObject();
        assertEquals(explores, !thread.get("exploration").isJsonNull());
    }

    @Test void quiet_keeps_the_files_and_prints_nothing() {
        assertEquals("", train("cartpole", "--steps", "3000", "--telemetry", "--quiet"));
        assertTrue(Files.exists(folder.resolve("run/threads.csv")));
    }
}
