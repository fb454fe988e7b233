package skein.nn;

import skein.tensor.Kernels;

/**
 * What is done to arrays that threads share, in one of four ways: {@link MemoryMode}. Any number of
 * threads may be in any of these methods at the same time.
 *
 * <p>The ways repeat each other's loops on purpose: how an element is read and written is what they
 * differ in, it is the innermost thing there is, and each file can be read alone beside the others.
 */
interface SharedMemory {
    /** {@return which of the four ways this is} */
    MemoryMode mode();

    /**
     * to ← from, as in θ′ ← θ.
     *
     * @param from shared, and perhaps being written. Not modified.
     * @param to   of the same length. Modified, by plain writes in every mode: as θ′ it is one
     *             thread's own; θ⁻ is read by others, but they read it plainly in every mode.
     */
    void copy(float[] from, float[] to);

    /**
     * g ← α g + (1 − α) d²,  θ ← θ − η d / √(g + ε), with the thread's own new g under the root.
     *
     * @param theta   shared. Modified.
     * @param g       shared, or this thread's own. Modified.
     * @param d       this thread's gradient. Not modified.
     * @param start   the element to begin with; goes on round the end of the arrays
     * @param kernels this thread's, for the modes in which an update is a plain loop
     */
    void rmsProp(float[] theta, float[] g, float[] d, float eta, float alpha, float epsilon,
                 int start, Kernels kernels);

    /**
     * m ← α m + (1 − α) d,  θ ← θ − η m.
     *
     * @param theta shared. Modified.
     * @param m     this thread's own. Modified.
     * @param d     this thread's gradient. Not modified.
     * @param start the element to begin with; goes on round the end of the arrays
     */
    void momentum(float[] theta, float[] m, float[] d, float eta, float alpha, int start);
}
