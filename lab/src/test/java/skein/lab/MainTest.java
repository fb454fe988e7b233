package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the output, of a process of its own. */
class MainTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir Path folder;

    private ProcessBuilder list() {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-classpath", System.getProperty("java.class.path"), "skein.lab.Main",
                "list").redirectError(errors().toFile());
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

    /** As behind {@code | head}. */
    @Test void whoever_reads_may_have_had_enough() throws IOException, InterruptedException {
        Process list = list().start();
        list.getInputStream().close();
        assertEquals(0, list.waitFor());
        assertEquals("", Files.readString(errors()));
    }
}
