package skein.nn;

import skein.tensor.Kernels;

/**
 * {@link MemoryMode#LOCKED}: an update or a copy has θ and g for itself; the others wait.
 *
 * <ul>
 * <li><b>Who writes.</b> Every thread, every element, at each of its updates; one thread after the
 *     other.
 * <li><b>What may be seen late.</b> Nothing: who gets the lock sees all that was done under it. So
 *     a copy is made of whole updates, θ as it was at one moment. This is the only mode with that.
 * <li><b>What may be lost.</b> Nothing.
 * <li><b>What it costs.</b> To get and to give back a free lock is a few tens of nanoseconds, for
 *     all weights together; inside is the loop of {@link FencedMemory}. On a small network, where
 *     an update takes no longer than the lock's journey between the cores, this is even faster
 *     than changing the same cache lines at once. On a large one learners stand in line: an update
 *     of a million weights takes longer than an act. (With two of them, on two cores, training was
 *     not seen to be slower for it.) And if the one who holds the lock is put to sleep by the
 *     operating system, all others sleep with it: that is what Hogwild! avoids.
 * <li><b>Why a monitor</b> and not a lock made of a {@code VarHandle}: with more learners than
 *     cores those who wait have to leave the core to the one who works, which is more than a loop
 *     around {@code compareAndSet} can do, and is what the JVM's monitors are good at.
 * <li><b>Which test shows it.</b> {@code SharedMemoryTest} adds up what threads have done;
 *     {@code Stress_02_LostSteps} and {@code Stress_04_Copies} of bench have a loss and a mixed
 *     copy as FORBIDDEN.
 * </ul>
 */
final class LockedMemory implements SharedMemory {
    private final SharedMemory inside = MemoryMode.FENCED.create();

    @Override public MemoryMode mode() {
        return MemoryMode.LOCKED;
    }

    @Override public synchronized void copy(float[] from, float[] to) {
        inside.copy(from, to);
    }

    @Override public synchronized void rmsProp(float[] theta, float[] g, float[] d, float eta,
                                               float alpha, float epsilon, int start,
                                               Kernels kernels) {
        inside.rmsProp(theta, g, d, eta, alpha, epsilon, start, kernels);
    }

    @Override public synchronized void momentum(float[] theta, float[] m, float[] d, float eta,
                                                float alpha, int start) {
        inside.momentum(theta, m, d, eta, alpha, start);
    }
}
