package skein.rl.thread;

import skein.nn.Optimizer;

/**
 * A {@link Schedule} at work in one run. But for {@link #expect}, a method is called by the thread
 * of the learner that it is about. As it stands here it lets everybody go on at once.
 */
interface Scheduler {
    /** N learners will come, 0 ≤ i &lt; N; before any of them does. */
    default void expect(int learners) {
    }

    /** Learner i is about to be made. */
    default void begin(int i) {
    }

    /** A learner has made a step, which is about to be counted. */
    default void tick() {
    }

    /** {@return an optimizer that does the same, and tells this of its updates if it must know} */
    default Optimizer around(Optimizer optimizer) {
        return optimizer;
    }

    /** Learner i has ended, well or not, and will not come again. */
    default void end(int i) {
    }
}
