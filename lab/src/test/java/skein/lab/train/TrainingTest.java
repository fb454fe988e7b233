package skein.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.error.UserError;
import skein.lab.run.LoadedRun;
import skein.lab.run.ProgressCsv;
import skein.lab.run.RunFolder;
import skein.lab.run.Summary;
import skein.lab.setup.Settings;

class TrainingTest {
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final RunFolder run;
    private final Training training;

    TrainingTest(@TempDir Path folder) {
        run = RunFolder.create(folder.resolve("run"));
        training = new Training(settings("cartpole", Long.MAX_VALUE / 1000), false, run, status -> {
            if (status.steps() > 1000) underWay.countDown();
        });
    }

    private static Settings settings(String world, long steps) {
        Settings d = Settings.defaults(world, "a3c");
        return new Settings(d.world(), d.algorithm(), 2, 1, 1, steps, 1, d.hidden(), d.optimizer(),
                d.alpha(), d.epsilon(), d.memory(), d.schedule(), d.hyper());
    }

    /** A run that would take hours, stopped from outside as Ctrl-C does it. */
    @Test @Timeout(60) void run_that_is_stopped_is_saved_evaluated_and_called_interrupted()
            throws Exception {
        CompletableFuture<Summary> summary = CompletableFuture.supplyAsync(training::run);
        assertTrue(underWay.await(30, TimeUnit.SECONDS));
        training.stop();
        assertEquals(Summary.INTERRUPTED, summary.get().ended());
        assertTrue(summary.get().evaluation().min() > 5);    // no pole falls sooner
        assertTrue(summary.get().steps() > 1000);
        assertEquals(1, ProgressCsv.read(run.progress()).size());      // the moment of its end
        assertTrue(Files.exists(run.summary()));
        assertTrue(LoadedRun.from(run.path()).theta().size() > 0);
    }

    /** 100 episodes of 900 steps each, of which nobody waits for the end. */
    @Test @Timeout(60) void evaluation_that_is_stopped_ends_at_once_and_the_run_is_complete()
            throws Exception {
        Training brief = new Training(settings("labyrinth", 1), false, run, status -> { });
        CompletableFuture<Summary> summary = CompletableFuture.supplyAsync(brief::run);
        while (Files.notExists(run.summary())) Thread.sleep(5);
        brief.stop();
        assertNull(summary.get().evaluation());
        assertEquals(Summary.COMPLETED, summary.get().ended());
        assertEquals(Optional.empty(), LoadedRun.from(run.path()).caution());
    }

    /** As on a disk that is full for a while; here a file is in the way. */
    @Test @Timeout(60) void a_table_that_cannot_be_written_ends_training_and_theta_is_saved()
            throws Exception {
        Files.writeString(run.progress(), "in the way");
        String said = assertThrows(UserError.class, training::run).getMessage();
        assertTrue(said.matches("Cannot write " + run.progress() + ": a file of this name is in "
                + "the way\\. Training ended at T = ([\\d,]+); .* holds θ of T = \\1\\."), said);
    }

    /** As on a full disk; here a folder is in the way. */
    @Test @Timeout(60) void parameters_that_cannot_be_saved_are_told_with_those_that_were()
            throws Exception {
        CompletableFuture<Summary> summary = CompletableFuture.supplyAsync(training::run);
        assertTrue(underWay.await(30, TimeUnit.SECONDS));
        Files.delete(run.parameters());
        Files.createDirectories(run.parameters().resolve("in the way"));
        training.stop();
        Throwable e = assertThrows(ExecutionException.class, summary::get).getCause();
        assertInstanceOf(UserError.class, e);
        assertTrue(e.getMessage().matches("Cannot write " + run.parameters() + ": .*\\. Training "
                + "ended at T = [\\d,]+; " + run.parameters() + " holds θ of T = 0\\."),
                e.getMessage());
    }
}
