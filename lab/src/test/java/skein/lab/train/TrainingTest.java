package skein.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.run.LoadedRun;
import skein.lab.run.ProgressCsv;
import skein.lab.run.RunFolder;
import skein.lab.run.Summary;
import skein.lab.setup.Settings;

class TrainingTest {
    @TempDir Path folder;

    /** A run that would take hours, stopped from outside as Ctrl-C does it. */
    @Test @Timeout(60) void run_that_is_stopped_is_saved_evaluated_and_called_interrupted()
            throws Exception {
        Settings d = Settings.defaults("cartpole", "a3c");
        Settings endless = new Settings(d.world(), d.algorithm(), 2, 1, 1, Long.MAX_VALUE / 1000,
                1, d.hidden(), d.optimizer(), d.alpha(), d.epsilon(), d.memory(),
                d.schedule(), d.hyper());
        RunFolder run = RunFolder.create(folder.resolve("run"));
        CountDownLatch underWay = new CountDownLatch(1);
        Training training = new Training(endless, false, run, status -> {
            if (status.steps() > 1000) underWay.countDown();
        });
        CompletableFuture<Summary> summary = CompletableFuture.supplyAsync(training::run);
        assertTrue(underWay.await(30, TimeUnit.SECONDS));
        training.stop();
        assertEquals(Summary.INTERRUPTED, summary.get().ended());
        assertNotNull(summary.get().evaluation());
        assertTrue(summary.get().steps() > 1000);
        assertEquals(1, ProgressCsv.read(run.progress()).size());      // the moment of its end
        assertTrue(Files.exists(run.summary()));
        assertTrue(LoadedRun.from(run.path()).theta().size() > 0);
    }
}
