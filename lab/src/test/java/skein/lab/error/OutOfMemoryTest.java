package skein.lab.error;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a process does when memory runs out, MainTest sees. */
class OutOfMemoryTest {
    @Test void it_is_found_behind_other_exceptions() {
        OutOfMemoryError e = new OutOfMemoryError("Java heap space");
        assertTrue(OutOfMemory.isBehind(e));
        assertTrue(OutOfMemory.isBehind(new RuntimeException(new IllegalStateException(e))));
    }

    /** As the JVM makes them for a class whose making ready failed before. */
    @Test void it_is_found_in_the_message_about_a_class() {
        NoClassDefFoundError e = new NoClassDefFoundError("Could not initialize class Convolution");
        assertFalse(OutOfMemory.isBehind(e));
        e.initCause(new ExceptionInInitializerError(
                "Exception java.lang.OutOfMemoryError: Java heap space [in thread \"main\"]"));
        assertTrue(OutOfMemory.isBehind(e));
    }

    @Test void nothing_else_is_taken_for_it() {
        assertFalse(OutOfMemory.isBehind(new RuntimeException("OutOfMemoryError")));
        assertFalse(OutOfMemory.isBehind(new NoClassDefFoundError()));
    }
}
