package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.lab.command.Ran;

/** What becomes of the output, of a process of its own. */
class MainTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir Path folder;

    private ProcessBuilder java(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"),
                "bin", "java").toString(), "-classpath", System.getProperty("java.class.path"));
        builder.command().addAll(List.of(arguments));
        return builder.redirectError(errors().toFile());
    }

    private ProcessBuilder list() {
        return java("skein.lab.Main", "list");
    }

    private Path errors() {
        return folder.resolve("errors");
    }

    @Test void output_into_a_file_on_a_full_disk_is_missed() throws Exception {
        assumeTrue(Files.exists(FULL));
        assertEquals(2, list().redirectOutput(FULL.toFile()).start().waitFor());
        assertEquals("Not all could be printed: No space left on device.\n",
                Files.readString(errors()));
    }

    /** The first is too much for θ, 36 MB; the second for what 16 threads need, some 20 MB each. */
    @ParameterizedTest
    @CsvSource({"cartpole, --hidden, '3000,3000'", "pong-pixels, --threads, 16"})
    void too_little_memory_is_told_with_what_helps(String world, String option, String value)
            throws Exception {
        assertEquals(2, java("-Xmx48m", "skein.lab.Main", "train", world, option, value, "--out",
                folder.resolve("run").toString()).start().waitFor());
        String said = Files.readString(errors());
        assertTrue(said.endsWith(" MB, which is not enough for this. Choose fewer threads or a "
                + "smaller network, or allow more: export JAVA_TOOL_OPTIONS=-Xmx4g.\n"), said);
        assertFalse(said.contains("\tat "), said);
    }

    /** As after a connection with {@code ssh -X} that was lost. */
    @Test @EnabledOnOs(OS.LINUX)
    void a_display_that_does_not_answer_is_none() throws Exception {
        String run = folder.resolve("run").toString();
        assertEquals(0, Ran.skein("train", "--steps", "300", "--threads", "1", "--quiet", "--out",
                run).code());
        ProcessBuilder watch = java("-Djava.awt.headless=false", "skein.lab.Main", "watch", run,
                "--window");
        watch.environment().put("DISPLAY", ":4242");
        assertEquals(2, watch.start().waitFor());
        String said = Files.readString(errors());
        assertTrue(said.endsWith("There is no display here for --window. Watch in the terminal, or "
                + "write a film: --gif FILE.\n"), said);
        assertFalse(said.contains("\tat "), said);
    }

    /** As behind {@code | head}. */
    @Test void whoever_reads_may_have_had_enough() throws IOException, InterruptedException {
        Process list = list().start();
        list.getInputStream().close();
        assertEquals(0, list.waitFor());
        assertEquals("", Files.readString(errors()));
    }
}
