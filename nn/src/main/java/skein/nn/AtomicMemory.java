package skein.nn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import skein.tensor.Kernels;

/**
 * {@link MemoryMode#ATOMIC}: each element is read, changed and written in one step that no other
 * thread can come between.
 *
 * <ul>
 * <li><b>Who writes.</b> Every thread, every element, at each of its updates, at the same time as
 *     all others.
 * <li><b>What may be seen late.</b> Nothing: these accesses are volatile, so there is one order of
 *     all of them that all threads agree on. A copy of θ still takes its time, and while it goes
 *     on from weight to weight others change those behind and before it.
 * <li><b>What may be lost.</b> Nothing. θ_i becomes what it was minus every step, in some order;
 *     g_i takes in every square. That they belong together is not promised: another thread may
 *     change g_i after this one has computed its own and before it has moved θ_i. The step is then
 *     smaller or larger by a little, and bounded as in every mode.
 * <li><b>How.</b> θ ← θ − step is one {@code getAndAdd}. For g there is no such instruction,
 *     because α g is not an addition; so it is read, computed, and exchanged on condition that it
 *     is still what was read. If it is not, another thread got through, and this one tries again:
 *     no thread ever waits for one that sleeps. x86 has no addition for floats either: there the
 *     JIT compiler makes such a loop of {@code getAndAdd}.
 * <li><b>What it costs.</b> Two locked instructions a weight, ten to twenty times
 *     {@link FencedMemory}'s loop with plain kernels, also where nobody else is about; more than
 *     that where somebody is.
 * <li><b>What it is for.</b> To try whether the lost steps matter: all else is as with FENCED.
 * <li><b>Which test shows it.</b> {@code SharedMemoryTest} adds up what threads have done;
 *     {@code Stress_02_LostSteps} of bench has a loss as FORBIDDEN.
 * </ul>
 */
final class AtomicMemory implements SharedMemory {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);

    @Override public MemoryMode mode() {
        return MemoryMode.ATOMIC;
    }

    @Override public void copy(float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) to[i] = (float) ELEMENT.getVolatile(from, i);
    }

    @Override public void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha,
                                  float epsilon, int start, Kernels kernels) {
        rmsProp(theta, g, d, eta, alpha, epsilon, start, theta.length);
        rmsProp(theta, g, d, eta, alpha, epsilon, 0, start);
    }

    private static void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha,
                                float epsilon, int from, int to) {
        for (int i = from; i < to; i++) {
            float own = average(g, i, alpha, (1 - alpha) * (d[i] * d[i]));
            subtract(theta, i, eta * d[i] / (float) Math.sqrt(own + epsilon));
        }
    }

    /** g_i ← α g_i + part; what this thread has made of g_i. */
    private static float average(float[] g, int i, float alpha, float part) {
        float before;
        float own;
        do {
            before = (float) ELEMENT.getVolatile(g, i);
            own = alpha * before + part;
        } while (!ELEMENT.compareAndSet(g, i, before, own));      // compares bits, so NaN is equal
        return own;
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

    private static void subtract(float[] theta, int i, float step) {
        ELEMENT.getAndAdd(theta, i, -step);
    }
}
