package skein.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Which kernels {@link Kernels#create} makes. */
final class KernelsChoice {
    /** Looked up once: there are many tapes, and what is on the path does not change. */
    private static final List<KernelsProvider> PROVIDERS = providers();

    private KernelsChoice() {
    }

    private static List<KernelsProvider> providers() {
        List<KernelsProvider> found = new ArrayList<>();
        ServiceLoader.load(KernelsProvider.class, KernelsProvider.class.getClassLoader())
                .forEach(found::add);
        return List.copyOf(found);
    }

    static Kernels create(String choice) {
        return switch (choice) {
            case "reference" -> new ReferenceKernels();
            case "plain" -> new PlainKernels();
            case "vector" -> vector();
            case "auto" -> fastest();
            default -> throw new IllegalArgumentException("skein.kernels is one of reference, "
                    + "plain, vector, auto, but got \"" + choice + "\".");
        };
    }

    private static Kernels fastest() {
        for (KernelsProvider provider : PROVIDERS) {
            if (provider.usable()) return provider.create();
        }
        return new PlainKernels();
    }

    private static Kernels vector() {
        for (KernelsProvider provider : PROVIDERS) {
            if (!provider.name().equals("vector")) continue;
            if (provider.usable()) return provider.create();
            throw new IllegalStateException("There are no vector kernels in this JVM: to use them, "
                    + provider.remedy() + ".");
        }
        throw new IllegalStateException("There are no vector kernels in this JVM: to use them, put "
                + "skein-tensor-vector on its path and start it with "
                + "--add-modules jdk.incubator.vector.");
    }
}
