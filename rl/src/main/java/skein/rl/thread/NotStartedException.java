package skein.rl.thread;

/** Not all actor-learners could be started; what the system said is the cause. */
public final class NotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotStartedException(int started, int threads, Throwable cause) {
        super("Only " + started + " of " + threads + " threads could be started: "
                + cause.getMessage() + ". Training was stopped. Ask for fewer threads (--threads), "
                + "for a larger limit (ulimit -u; in a container, its limit of processes) or for "
                + "more memory.", cause);
    }
}
