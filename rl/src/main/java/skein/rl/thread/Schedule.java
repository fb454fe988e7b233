package skein.rl.thread;

import java.util.Locale;

/**
 * When an actor-learner may go on: what {@link StepCounter#tick} does besides counting, because it
 * is the only place where threads meet. The algorithms do not know which schedule it is.
 *
 * <pre>
 *              learners at work    what a seed gives    for
 * FREE         as many as cores    statistics           training; the default
 * YIELDING     as many as cores    statistics           more learners than cores, finely mixed
 * LOCKSTEP     one at a time       the same bits        tests, replays, debuggers
 * </pre>
 *
 * <p>How lockstep takes turns, and what it makes of the staleness of an update, is told in the
 * file {@code Lockstep}.
 */
public enum Schedule {
    /** Real threads that never wait for each other. */
    FREE,

    /**
     * Real threads that offer their core to another one at each tick. Where there are more learners
     * than cores, the operating system else lets each run for some milliseconds, thousands of
     * steps of a small network, while the θ' of those who wait grows old.
     */
    YIELDING,

    /** One learner at a time, in a fixed order, on any number of cores: a seed gives all. */
    LOCKSTEP;

    Scheduler create() {
        return switch (this) {
            case FREE -> new Scheduler() { };
            case YIELDING -> new Yielding();
            case LOCKSTEP -> new Lockstep();
        };
    }

    /** {@return its name in lower case, as on the command line} */
    @Override public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
