package skein.rl.thread;

/** An actor-learner failed; its failure is the cause. */
public final class ActorLearnerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** T when it failed. */
    private final long steps;

    ActorLearnerException(int number, long steps, Throwable cause) {
        super("Actor-learner " + number + " failed at T = " + steps + ": " + message(cause), cause);
        this.steps = steps;
    }

    /** Its class, if it says nothing else. */
    private static String message(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** {@return T when it failed} */
    public long steps() {
        return steps;
    }
}
