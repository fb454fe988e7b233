package skein.tensor;

/**
 * Kernels from another module, found by {@link java.util.ServiceLoader}. It must be loadable where
 * they cannot run, and say so.
 */
public interface KernelsProvider {
    /** {@return what the property {@code skein.kernels} calls these kernels, e.g. "vector"} */
    String name();

    /** {@return whether they can run in this JVM} */
    boolean usable();

    /** {@return what to do where they cannot run, as the end of "to use them, ..."} */
    String remedy();

    /** {@return new kernels, for one thread} */
    Kernels create();
}
