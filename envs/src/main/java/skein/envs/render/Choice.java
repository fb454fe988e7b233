package skein.envs.render;

/**
 * What a policy makes of a state: how probable each action is, which one it took, and what return
 * it expects.
 *
 * @param probabilities π(a | s) of each action, 0 .. 1; empty if actions are not numbered, or if
 *                      nothing is chosen any more, as after an episode's last step; not modified
 * @param action        the action taken; −1 if none was, or if it has no number
 * @param value         V(s); NaN if nobody asked
 * @param amounts       the numbers of an action that has no number itself, such as a torque;
 *                      otherwise empty; not modified
 */
public record Choice(double[] probabilities, int action, double value, float[] amounts) {
    /** Nothing is chosen any more. */
    public static final Choice NONE = new Choice(new double[0], -1, Double.NaN);

    /**
     * Of a numbered action.
     *
     * @param probabilities π(a | s) of each action
     * @param action        the one taken
     * @param value         V(s)
     */
    public Choice(double[] probabilities, int action, double value) {
        this(probabilities, action, value, new float[0]);
    }

    /** {@return π(a | s); 0 if nothing is chosen} */
    double probability(int a) {
        return a < probabilities.length ? probabilities[a] : 0;
    }
}
