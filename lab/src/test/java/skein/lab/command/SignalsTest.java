package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.utils.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.run.Json;

/** What asks {@code skein train} to end: in a process of its own. */
class SignalsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    @Timeout(120) @DisabledOnOs(OS.WINDOWS)
    void a_signal_ends_training_and_the_run_is_saved(String signal) throws Exception {
        assumeFalse(isIgnored(signal), "as nohup does, which a child inherits");
        assertEquals(130, endBy(signal, () -> { }));
        assertEquals("", Files.readString(folder.resolve("errors")));
        assertSaved();
    }

    /** As timeout(1) sends to what it has started and then to its process group. */
    @Test @Timeout(120) @DisabledOnOs(OS.WINDOWS)
    void signals_at_once_are_one() throws Exception {
        assumeFalse(isIgnored("INT"), "as nohup does, which a child inherits");
        Process training = start("train", "--steps", "60000000", "--threads", "1", "--quiet",
                "--out", run().toString());
        try {
            awaitRows(training, 2);
            String pid = Long.toString(training.pid());
            new ProcessBuilder("sh", "-c",
                    "for i in 1 2 3 4 5 6; do kill -s INT $0; sleep 0.001; done", pid).start();
            assertEquals(130, training.waitFor());
        } finally {
            training.destroyForcibly();
        }
        assertSaved();
        assertTrue(Files.exists(run().resolve("curve.png")));
    }

    @Test @Timeout(120) @DisabledOnOs(OS.WINDOWS)
    void a_curve_that_cannot_be_written_is_told_and_all_else_is_saved() throws Exception {
        Path curve = run().resolve("curve.png");
        assertEquals(2, endBy("TERM", () -> Files.createDirectories(curve.resolve("in the way"))));
        String said = Files.readString(folder.resolve("errors"));
        assertTrue(said.startsWith("No curve was drawn. Cannot write " + curve + ": "), said);
        assertEquals(1, said.lines().count());
        assertSaved();
    }

    /** Its evaluation would take minutes; the first signal ended training. */
    @Test @Timeout(120) @DisabledOnOs(OS.WINDOWS)
    void a_second_signal_ends_the_evaluation_and_the_run_is_drawn() throws Exception {
        assumeFalse(isIgnored("INT"), "as nohup does, which a child inherits");
        Process training = start("train", "labyrinth", "--threads", "1", "--out", run().toString());
        try {
            awaitRows(training, 1);
            send("INT", training);
            while (Files.notExists(run().resolve("summary.json"))) Thread.sleep(20);
            Thread.sleep(500);                               // or the two would be one
            send("INT", training);
            assertEquals(130, training.waitFor());
        } finally {
            training.destroyForcibly();
        }
        assertSaved();
        String said = Files.readString(folder.resolve("said"));
        assertTrue(said.contains("The evaluation was interrupted. ./skein evaluate " + run()
                + " starts another."), said);
        assertTrue(said.endsWith("Next:  ./skein watch " + run() + "\n"), said);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private void assertSaved() {
        assertEquals("interrupted", Json.read(run().resolve("summary.json"), JsonObject.class)
                .get("ended").getAsString());
        assertTrue(Files.exists(run().resolve("parameters.npz")));
    }

    private interface Action {
        void run() throws IOException;
    }

    /** Trains until the first row is written, and ends that; returns the exit code. */
    private int endBy(String signal, Action before) throws Exception {
        Process training = start("train", "--steps", "6000000", "--threads", "1", "--quiet",
                "--out", run().toString());
        try {
            awaitRows(training, 2);
            before.run();
            send(signal, training);
            return training.waitFor();
        } finally {
            training.destroyForcibly();
        }
    }

    /** Of progress.csv, its head among them. */
    private void awaitRows(Process training, int rows) throws Exception {
        Path progress = run().resolve("progress.csv");
        while (!Files.exists(progress) || Files.readAllLines(progress).size() < rows) {
            assertTrue(training.isAlive());
            Thread.sleep(20);
        }
    }

    private static void send(String signal, Process process) throws IOException {
        new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start();
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-classpath",
                System.getProperty("java.class.path"), "skein.lab.Main");
        for (String word : command) builder.command().add(word);
        return builder.redirectError(folder.resolve("errors").toFile())
                .redirectOutput(folder.resolve("said").toFile()).start();
    }

    /** A JVM leaves alone what it was told to ignore, and only then finds the same twice. */
    private static boolean isIgnored(String signal) {
        Object before = Signals.registerDefault(signal);
        Object now = Signals.registerDefault(signal);
        Signals.unregister(signal, before);
        return before == now;
    }
}
