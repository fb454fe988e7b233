package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.error.UserError;

class AtomicFileTest {
    @TempDir Path folder;

    @Test void until_the_content_is_complete_the_old_file_stays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        AtomicFile.write(file, out -> {
            out.write("new".getBytes());
            out.flush();
            assertEquals("old", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
    }

    @Test void a_failure_leaves_the_old_file_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        UserError e = assertThrows(UserError.class, () -> AtomicFile.write(file, out -> {
            out.write("ne".getBytes());
            throw new IOException("No space left on device");
        }));
        assertEquals("Cannot write " + file + ": No space left on device.", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), Files.list(folder).toList());
    }

    @Test void a_defect_while_writing_leaves_nothing_behind_either() throws IOException {
        assertThrows(IllegalStateException.class,
                () -> AtomicFile.write(folder.resolve("file"), out -> {
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), Files.list(folder).toList());
    }

    @Test void an_interrupted_thread_can_still_save() throws IOException {
        Path file = folder.resolve("file");
        Thread.currentThread().interrupt();
        try {
            AtomicFile.write(file, out -> out.write('x'));
        } finally {
            Thread.interrupted();
        }
        assertEquals("x", Files.readString(file));
    }
}
