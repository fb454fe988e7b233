package skein.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** New kernels of every kind that can run here, those of other modules included. */
public final class AllKernels {
    private AllKernels() {
    }

    public static List<Kernels> list() {
        List<Kernels> all = new ArrayList<>();
        all.add(new ReferenceKernels());
        all.add(new PlainKernels());
        for (KernelsProvider provider : ServiceLoader.load(KernelsProvider.class)) {
            if (provider.usable()) all.add(provider.create());
        }
        return all;
    }

    /** A tape for each, and new ones in each thread: jqwik shrinks in a thread of its own. */
    static ThreadLocal<List<Tape>> tapes() {
        return ThreadLocal.withInitial(() -> list().stream().map(Tape::new).toList());
    }
}
