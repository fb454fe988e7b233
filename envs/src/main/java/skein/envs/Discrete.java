package skein.envs;

/**
 * The actions 0, 1, ..., n − 1.
 *
 * @param n how many there are, at least 1
 */
public record Discrete(int n) implements Space {
    /**
     * Refuses a space without a point.
     *
     * @param n how many there are, at least 1
     */
    public Discrete {
        if (n < 1) throw new IllegalArgumentException("Discrete needs n >= 1, but got " + n + ".");
    }

    /**
     * {@return a space whose actions are numbered, for whoever can choose among numbers only}
     *
     * @param space an action space
     * @throws IllegalArgumentException if the space is a {@link Box}
     */
    public static Discrete of(Space space) {
        if (space instanceof Discrete discrete) return discrete;
        throw new IllegalArgumentException("This needs numbered actions, such as Discrete(2), "
                + "but the actions of this world are " + space + ".");
    }

    /**
     * {@return whether the action is one of 0 .. n − 1}
     *
     * @param action the action asked about
     */
    public boolean contains(int action) {
        return 0 <= action && action < n;
    }

    /**
     * Refuses an action that is not in this space.
     *
     * @param action the action to check
     * @return the action
     */
    public int check(int action) {
        if (contains(action)) return action;
        throw new IllegalArgumentException(
                "Action " + action + " is not one of 0 .. " + (n - 1) + ".");
    }

    /** {@return for example {@code Discrete(2)}} */
    @Override public String toString() {
        return "Discrete(" + n + ")";
    }
}
