package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.error.UserError;

class RunFolderTest {
    record Config(String world, double eta) {}

    @TempDir Path folder;

    private static String complaint(Runnable action) {
        String sentence = assertThrows(UserError.class, action::run).getMessage();
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    @Test void a_new_run_gets_its_folder_with_missing_parents() {
        Path path = folder.resolve("a").resolve("b");
        assertEquals(path, RunFolder.create(path).path());
        assertTrue(Files.isDirectory(path));
    }

    @Test void a_folder_with_other_things_in_it_will_do() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(folder, RunFolder.create(folder).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress.csv", "curve.png", "curve.svg", "parameters.npz",
        "config.json", "summary.json"})
    void a_folder_that_holds_any_part_of_a_run_is_refused(String part) throws IOException {
        Path file = Files.writeString(folder.resolve(part), "precious");
        assertContains(complaint(() -> RunFolder.create(folder)), "already holds a run (" + part);
        assertEquals("precious", Files.readString(file));
    }

    @Test void a_file_in_the_way_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertContains(complaint(() -> RunFolder.create(file)), file + " is a file");
        complaint(() -> RunFolder.create(file.resolve("run")));
    }

    @Test void runs_are_numbered_by_the_first_free_number() throws IOException {
        Path runs = folder.resolve("runs");
        assertEquals(runs.resolve("a3c-1"), RunFolder.createNext(runs, "a3c").path());
        Files.createDirectory(runs.resolve("a3c-2"));
        Files.writeString(runs.resolve("a3c-3"), "a file takes a number too");
        assertEquals(runs.resolve("a3c-4"), RunFolder.createNext(runs, "a3c").path());
        assertEquals(runs.resolve("q-1"), RunFolder.createNext(runs, "q").path());
    }

    @Test void runs_that_start_at_once_get_folders_of_their_own() {
        List<Path> paths = IntStream.range(0, 64).parallel()
                .mapToObj(i -> RunFolder.createNext(folder, "run").path()).distinct().toList();
        assertEquals(64, paths.size());
    }

    @Test void of_two_that_were_given_one_folder_at_once_the_second_is_refused() {
        RunFolder first = RunFolder.create(folder);
        RunFolder second = RunFolder.create(folder);
        first.writeConfig(new Config("mine", 1));
        assertEquals(folder + " already holds a run (config.json). Choose another folder: nothing "
                + "was overwritten.", complaint(() -> second.writeConfig(new Config("its", 2))));
        assertEquals("mine", first.readConfig(Config.class).world());
    }

    @Test void a_run_is_opened_and_its_settings_are_read() throws IOException {
        RunFolder run = RunFolder.create(folder);
        run.writeConfig(new Config("cartpole", 7e-4));
        Files.writeString(run.parameters(), "");
        Config read = RunFolder.open(folder).readConfig(Config.class);
        assertEquals(new Config("cartpole", 7e-4), read);
    }

    @Test void the_outcome_is_read_from_another_file_than_the_settings() {
        RunFolder run = RunFolder.create(folder);
        run.writeConfig(new Config("settings", 1));
        run.writeSummary(new Config("outcome", 2));
        assertEquals("settings", run.readConfig(Config.class).world());
        assertEquals("outcome", run.readSummary(Config.class).world());
    }

    @Test void a_folder_that_does_not_exist_is_named() {
        assertContains(complaint(() -> RunFolder.open(folder.resolve("gone"))),
                "There is no folder " + folder.resolve("gone"));
    }

    @Test void a_file_that_is_there_but_cannot_be_reached_is_not_called_missing()
            throws IOException {
        Path loop = folder.resolve("config.json");
        Files.createSymbolicLink(loop, loop);
        assertContains(complaint(() -> RunFolder.open(folder)), "Cannot read " + loop + ": ");
    }

    @Test void a_folder_of_somebody_else_is_refused_as_such() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, Set.of());
        try {
            assumeFalse(Files.isReadable(locked), "a superuser may read everything");
            assertEquals("Cannot read " + locked.resolve("config.json") + ": permission denied.",
                    complaint(() -> RunFolder.open(locked)));
        } finally {
            Files.setPosixFilePermissions(locked, Set.of(PosixFilePermission.OWNER_WRITE));
        }
    }

    @Test void a_folder_without_a_whole_run_says_what_is_missing() {
        assertContains(complaint(() -> RunFolder.open(folder)),
                "it has no config.json and no parameters.npz");
        RunFolder.create(folder).writeConfig(new Config("cartpole", 1));
        assertContains(complaint(() -> RunFolder.open(folder)), "it has no parameters.npz");
    }
}
