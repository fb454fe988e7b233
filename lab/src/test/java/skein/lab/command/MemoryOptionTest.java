package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import skein.lab.Experiment;
import skein.lab.run.LoadedRun;
import skein.lab.run.RunFolder;
import skein.lab.train.Training;
import skein.nn.MemoryMode;

/** {@code skein train --memory}, as a user types it. */
class MemoryOptionTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    private int skein(String... args) {
        return Commands.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), args);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private void train(String memory) {
        assertEquals(0, skein("train", "--steps", "500", "--threads", "2", "--memory", memory,
                "--out", run().toString()));
    }

    @ParameterizedTest
    @EnumSource
    void a_run_keeps_its_mode(MemoryMode mode) throws IOException {
        train(mode.toString());
        String config = Files.readString(run().resolve("config.json"));
        assertTrue(config.contains("\"memory\": \"" + mode + "\""), config);
        assertEquals(mode, LoadedRun.from(run()).settings().memoryMode());
    }

    @ParameterizedTest
    @EnumSource
    void the_mode_reaches_theta_of_a_run(MemoryMode mode) {
        train(mode.toString());
        Training again = new Training(LoadedRun.from(run()).settings(), false,
                RunFolder.create(folder.resolve("again")), status -> { });
        again.run();
        assertEquals(mode, again.theta().memoryMode());
    }

    @ParameterizedTest
    @EnumSource
    void the_mode_reaches_theta_of_an_experiment(MemoryMode mode) {
        assertEquals(mode, Experiment.of("cartpole", "a3c").with("threads", 2)
                .with("memory", mode.toString()).steps(100).train().theta().memoryMode());
    }

    @Test void a_run_from_before_there_were_modes_can_be_evaluated() throws IOException {
        train("fenced");
        Path config = run().resolve("config.json");
        String without = Files.readString(config).replace("  \"memory\": \"fenced\",\n", "");
        assertFalse(without.contains("memory"), without);
        Files.writeString(config, without);
        assertEquals(0, skein("evaluate", run().toString(), "--episodes", "1"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', value = {
        "--algorithm | ppo  | atomic | --memory must be fenced, because PPO has one learner, which "
            + "shares with nobody, but got atomic.",
        "--optimizer | adam | locked | --memory must be fenced, because adam knows no other, but "
            + "got locked.",
        "--optimizer | rmsprop | opaqe | --memory: There is no memory mode \"opaqe\". Did you mean "
            + "opaque?",
    })
    void what_makes_no_sense_is_refused_before_anything_is_written(String option, String value,
                                                                   String mode, String sentence) {
        assertEquals(2, skein("train", option, value, "--memory", mode, "--out",
                run().toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(sentence), err.toString());
        assertFalse(Files.exists(run()));
    }
}
