package skein.nn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import skein.tensor.Kernels;

/**
 * {@link MemoryMode#OPAQUE}: each element is read and written by an access of its own, which the
 * compiler may neither leave out nor merge nor move ahead of another to the same element.
 *
 * <ul>
 * <li><b>Who writes.</b> Every thread, every element, at each of its updates, at the same time as
 *     all others.
 * <li><b>What may be seen late.</b> A write becomes visible in finite time, and nobody sees a
 *     newer value of an element and then an older one. Between two elements nothing is promised: a
 *     reader may see the second of two writes first. Who sees a thread's next step of T sees all of
 *     its update, as in every mode, because T is volatile.
 * <li><b>What may be lost.</b> A step of one weight, as with {@link FencedMemory}: a read and a
 *     write are still two accesses, and another thread's write may fall between them. The window
 *     is one element wide.
 * <li><b>Why that is allowed.</b> A lost step is a step not taken; see {@link MemoryMode}.
 * <li><b>What it costs.</b> The accesses themselves are ordinary loads and stores. But one element
 *     at a time means no SIMD code: about eight times the time of {@link FencedMemory}'s loop with
 *     plain kernels.
 * <li><b>What it is for.</b> It is the least that the memory model calls orderly for a single
 *     variable; beside it one sees what FENCED does without, and what it gains by that.
 * <li><b>Which test shows it.</b> {@code SharedMemoryTest}; of bench's stress tests those that
 *     {@link FencedMemory} names.
 * </ul>
 */
final class OpaqueMemory implements SharedMemory {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);

    @Override public MemoryMode mode() {
        return MemoryMode.OPAQUE;
    }

    @Override public void copy(float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) to[i] = (float) ELEMENT.getOpaque(from, i);
    }

    @Override public void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha,
                                  float epsilon, int start, Kernels kernels) {
        rmsProp(theta, g, d, eta, alpha, epsilon, start, theta.length);
        rmsProp(theta, g, d, eta, alpha, epsilon, 0, start);
    }

    private static void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha,
                                float epsilon, int from, int to) {
        for (int i = from; i < to; i++) {
            float own = alpha * (float) ELEMENT.getOpaque(g, i) + (1 - alpha) * (d[i] * d[i]);
            ELEMENT.setOpaque(g, i, own);
            subtract(theta, i, eta * d[i] / (float) Math.sqrt(own + epsilon));
        }
    }

    @Override public void momentum(float[] theta, float[] m, float[] d, float eta, float alpha,
                                   int start) {
        momentum(theta, m, d, eta, alpha, start, theta.length);
        momentum(theta, m, d, eta, alpha, 0, start);
    }

    private static void momentum(float[] theta, float[] m, float[] d, float eta, float alpha,
                                 int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = alpha * m[i] + (1 - alpha) * d[i];
            subtract(theta, i, eta * m[i]);
        }
    }

    /** Between its two accesses another thread's write may come, and is lost. */
    private static void subtract(float[] theta, int i, float step) {
        ELEMENT.setOpaque(theta, i, (float) ELEMENT.getOpaque(theta, i) - step);
    }
}
