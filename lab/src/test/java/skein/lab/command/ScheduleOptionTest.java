package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.run.LoadedRun;
import skein.lab.run.ProgressCsv;
import skein.lab.run.RunFolder;
import skein.rl.thread.Schedule;

/** {@code skein train --schedule}, as a user types it. */
class ScheduleOptionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    private int skein(String... args) {
        return Commands.run(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), args);
    }

    private RunFolder train(String name, String algorithm, String schedule) {
        Path path = folder.resolve(name);
        assertEquals(0, skein("train", "--algorithm", algorithm, "--steps", "5000", "--threads",
                "3", "--schedule", schedule, "--out", path.toString()), err::toString);
        return RunFolder.open(path);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_keeps_its_schedule_and_says_it(Schedule schedule) {
        RunFolder run = train("run", "a3c", schedule.toString());
        assertEquals(schedule, LoadedRun.from(run.path()).settings().threadSchedule());
        String title = schedule == Schedule.FREE ? "A3C on cartpole, 3 threads, seed 1"
                : "A3C on cartpole, 3 threads (" + schedule + "), seed 1";
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(title), out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a3c", "n-step-q"})
    void two_runs_in_lockstep_leave_the_same_parameters_and_the_same_curve(String algorithm)
            throws IOException {
        RunFolder one = train("one", algorithm, "lockstep");
        RunFolder two = train("two", algorithm, "lockstep");
        assertArrayEquals(Files.readAllBytes(one.parameters()),
                Files.readAllBytes(two.parameters()));
        List<ProgressCsv.Row> first = ProgressCsv.read(one.progress());
        List<ProgressCsv.Row> second = ProgressCsv.read(two.progress());
        assertEquals(first.stream().map(ScheduleOptionTest::withoutClock).toList(),
                second.stream().map(ScheduleOptionTest::withoutClock).toList());
    }

    private static ProgressCsv.Row withoutClock(ProgressCsv.Row r) {
        return new ProgressCsv.Row(r.steps(), 0, 0, r.episodes(), r.meanReturn100(), r.entropy(),
                r.eta(), r.evaluation());
    }

    @Test void a_run_from_before_there_were_schedules_can_be_evaluated() throws IOException {
        RunFolder run = train("run", "a3c", "free");
        String without = Files.readString(run.config())
                .replace("  \"schedule\": \"free\",\n", "");
        assertFalse(without.contains("schedule"), without);
        Files.writeString(run.config(), without);
        assertEquals(0, skein("evaluate", run.path().toString(), "--episodes", "1"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', value = {
        "a2c | lockstep | --schedule must be free, because A2C has one learner, whose runs repeat "
            + "as they are, but got lockstep.",
        "dqn | yielding | --schedule must be free, because DQN has one learner, whose runs repeat "
            + "as they are, but got yielding.",
        "a3c | lockstp  | --schedule: There is no schedule \"lockstp\". Did you mean lockstep?",
    })
    void what_makes_no_sense_is_refused_before_anything_is_written(String algorithm,
            String schedule, String sentence) {
        Path run = folder.resolve("run");
        assertEquals(2, skein("train", "--algorithm", algorithm, "--schedule", schedule, "--out",
                run.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(sentence), err::toString);
        assertFalse(Files.exists(run));
    }
}
