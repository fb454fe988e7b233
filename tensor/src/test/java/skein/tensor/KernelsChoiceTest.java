package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which kernels the system property {@code skein.kernels} chooses. */
class KernelsChoiceTest {
    private final String before = System.getProperty("skein.kernels");

    @AfterEach void restore() {
        if (before == null) System.clearProperty("skein.kernels");
        else System.setProperty("skein.kernels", before);
    }

    @Test void the_property_names_the_kernels() {
        System.setProperty("skein.kernels", "reference");
        assertInstanceOf(ReferenceKernels.class, Kernels.create());
        assertEquals("reference", Kernels.create().toString());
        System.setProperty("skein.kernels", "plain");
        assertInstanceOf(PlainKernels.class, Kernels.create());
        assertEquals("plain", Kernels.create().toString());
    }

    @Test void without_the_property_there_are_kernels_too_and_each_call_makes_new_ones() {
        System.clearProperty("skein.kernels");
        assertNotSame(Kernels.create(), Kernels.create());
    }

    @Test void another_name_is_refused_with_the_names_there_are() {
        System.setProperty("skein.kernels", "cuda");
        var e = assertThrows(IllegalArgumentException.class, Kernels::create);
        assertEquals("skein.kernels is one of reference, plain, vector, auto, but got "
                + "\"cuda\".", e.getMessage());
    }
}
