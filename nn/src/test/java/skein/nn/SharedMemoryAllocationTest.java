package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.tensor.AllocatedBytes;
import skein.tensor.Shape;

/** What learners do to shared parameters allocates nothing, in each {@link MemoryMode}. */
class SharedMemoryAllocationTest {
    @ParameterizedTest
    @EnumSource
    void copies_and_updates_allocate_0_bytes(MemoryMode mode) {
        Layout layout = new Layout();
        layout.add("theta", Shape.of(100), Initializer.zeros());
        Parameters theta = layout.zeros().withMemory(mode);
        Parameters thetaPrime = layout.zeros();
        Parameters d = layout.zeros();
        Arrays.fill(d.values(), 1);
        Optimizer shared = new SharedRmsProp(theta, 0.99, 0.1).learner(1, 2);
        Optimizer own = new RmsProp(theta, 0.99, 0.1, 1, 2);
        Optimizer momentum = new MomentumSgd(theta, 0.99, 1, 2);
        assertEquals(0, AllocatedBytes.by(() -> {
            for (int k = 0; k < 100; k++) {
                theta.copyTo(thetaPrime);
                shared.update(d, 0.01);
                own.update(d, 0.01);
                momentum.update(d, 0.01);
            }
        }));
    }
}
