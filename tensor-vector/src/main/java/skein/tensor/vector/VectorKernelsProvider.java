package skein.tensor.vector;

import skein.tensor.Kernels;
import skein.tensor.KernelsProvider;

/** Offers {@link VectorKernels} where the JVM was started with the Vector API. */
public final class VectorKernelsProvider implements KernelsProvider {
    private static final String MODULE = "jdk.incubator.vector";

    /** For the service loader. */
    public VectorKernelsProvider() {
    }

    /** {@return "vector"} */
    @Override public String name() {
        return "vector";
    }

    /** {@return whether the module is there and this machine has vectors of 4 floats or more} */
    @Override public boolean usable() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && Lanes.COUNT >= 4;
    }

    @Override public String remedy() {
        return "start Java 17 or newer with --add-modules " + MODULE
                + " on a machine with SIMD instructions";
    }

    @Override public Kernels create() {
        return new VectorKernels();
    }
}
