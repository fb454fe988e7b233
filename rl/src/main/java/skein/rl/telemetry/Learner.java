package skein.rl.telemetry;

/** A learning rule at work, for a thread to run; it may tell what it saw of its last update. */
@FunctionalInterface
public interface Learner extends Runnable {
    /** {@return what it can tell; nothing, unless it says so} */
    default Sources sources() {
        return Sources.NONE;
    }
}
