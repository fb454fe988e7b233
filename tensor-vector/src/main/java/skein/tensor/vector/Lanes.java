package skein.tensor.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine: 16 floats with AVX-512, 8 with AVX2, 4 with NEON.
 *
 * <p>All code uses this one width. Of two, the compiler of JDK 17 finds two classes behind the
 * methods of {@link FloatVector}, does not know which one it has at the end of a loop, and makes an
 * object of every sum: with vectors of 4 floats in one place, an update of the MLP took 130 to
 * 250 µs instead of 30 to 60.
 */
final class Lanes {
    /** As wide as the machine has them. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector, a power of two. */
    static final int COUNT = SPECIES.length();

    private Lanes() {
    }

    /** The largest multiple of the lane count that is not above n. */
    static int floor(int n) {
        return n & -COUNT;
    }

    /** The least multiple of the lane count that is not below n. */
    static int ceil(int n) {
        return n + COUNT - 1 & -COUNT;
    }

    static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    static FloatVector all(float a) {
        return FloatVector.broadcast(SPECIES, a);
    }
}
