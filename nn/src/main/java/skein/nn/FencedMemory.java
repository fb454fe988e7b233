package skein.nn;

import java.lang.invoke.VarHandle;
import skein.tensor.Kernels;

/**
 * {@link MemoryMode#FENCED}: plain loops, and what has to be said about order said once before and
 * once after.
 *
 * <ul>
 * <li><b>Who writes.</b> Every thread, every element, at each of its updates; plainly, at the same
 *     time as all others. (Where the gradient is 0 for a whole block of weights, 32 with the
 *     widest vectors, vector kernels leave θ alone; elsewhere, as in all other loops, also a step
 *     of 0 writes θ_i, and may undo another thread's.)
 * <li><b>What may be seen late.</b> All of it, until this thread sees something that the other has
 *     written after its update, its next step of T for example: then it sees the whole update. The
 *     release fence behind the one's loop and the acquire fence before the other's say so, even if
 *     what they meet by is only opaque; T is volatile, and would say it alone. Until then any part
 *     of it may be seen or not, in any order: between the fences a loop may run forwards,
 *     backwards, or sixteen elements at a time.
 * <li><b>What may be lost.</b> A step of one weight. Two threads read the same θ_i, both subtract
 *     theirs, and both write: the later write wins. With SIMD code the window is thirty elements
 *     wide, some nanoseconds long.
 * <li><b>Why that is allowed.</b> A lost step is a step not taken; see {@link MemoryMode}.
 * <li><b>What cannot happen.</b> Half an element: a float does not tear (JLS 17.7), so what is
 *     read was written by somebody. Nor does a write disturb the elements beside it (JLS 17.6).
 * <li><b>What it costs.</b> On x86 neither fence is an instruction; both only hold the JIT
 *     compiler back. So this is the speed of the plain loop. What remains is the traffic of cache
 *     lines that several cores write: staggered starts, see {@link SharedRmsProp}.
 * <li><b>Which test shows it.</b> {@code SharedMemoryTest} and {@code SharedRmsPropRaceTest};
 *     {@code Stress_02_LostSteps} of bench observes the loss, {@code Stress_01_Tearing},
 *     {@code Stress_04_Copies} and {@code Stress_05_Publication} what a reader may see.
 * </ul>
 */
final class FencedMemory implements SharedMemory {
    @Override public MemoryMode mode() {
        return MemoryMode.FENCED;
    }

    @Override public void copy(float[] from, float[] to) {
        VarHandle.acquireFence();
        System.arraycopy(from, 0, to, 0, from.length);
        VarHandle.releaseFence();
    }

    @Override public void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha,
                                  float epsilon, int start, Kernels kernels) {
        VarHandle.acquireFence();
        kernels.rmsProp(start, theta.length, d, eta, alpha, epsilon, theta, g);
        kernels.rmsProp(0, start, d, eta, alpha, epsilon, theta, g);
        VarHandle.releaseFence();
    }

    @Override public void momentum(float[] theta, float[] m, float[] d, float eta, float alpha,
                                   int start) {
        VarHandle.acquireFence();
        momentum(theta, m, d, eta, alpha, start, theta.length);
        momentum(theta, m, d, eta, alpha, 0, start);
        VarHandle.releaseFence();
    }

    private static void momentum(float[] theta, float[] m, float[] d, float eta, float alpha,
                                 int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = alpha * m[i] + (1 - alpha) * d[i];
            theta[i] -= eta * m[i];
        }
    }
}
