package skein.rl.returns;

/** What each step of a segment was worth. */
public final class Returns {
    private Returns() {
    }

    /**
     * The forward view: every step gets the longest return that the segment can give it.
     *
     * <pre>  for i ∈ {n − 1, ..., 0}:  R ← r_i + γ R;  returns_i = R</pre>
     *
     * @param rewards r_i, the first n; not modified
     * @param n       steps in the segment
     * @param R       the return after the last step: 0 at a real end, else V of the last state
     * @param gamma   the discount γ, in [0, 1]
     * @param returns receives R_i, the first n. Modified.
     */
    public static void discounted(float[] rewards, int n, float R, double gamma, float[] returns) {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("gamma must be in [0, 1], but got " + gamma + ".");
        }
        double sum = R;
        for (int i = n - 1; i >= 0; i--) {
            sum = rewards[i] + gamma * sum;
            returns[i] = (float) sum;
        }
    }
}
