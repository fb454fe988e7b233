package skein.tensor;

import java.util.List;

/** All kinds of kernels on which the operations are tested. */
final class KernelsUnderTest {
    private KernelsUnderTest() {
    }

    /** New ones of each kind. */
    static List<Kernels> all() {
        return List.of(new ReferenceKernels(), new PlainKernels());
    }
}
